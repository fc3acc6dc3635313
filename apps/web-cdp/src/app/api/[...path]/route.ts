import { nowhere } from "#server/http.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = nowhere();
