import type { Route } from "../gateway/api-call.ts";

export const returnRoutes: readonly Route[] = [];
