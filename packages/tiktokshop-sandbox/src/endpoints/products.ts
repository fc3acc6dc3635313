import type { Route } from "../gateway/api-call.ts";

export const productRoutes: readonly Route[] = [];
