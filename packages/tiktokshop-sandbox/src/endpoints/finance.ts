import type { Route } from "../gateway/api-call.ts";

export const financeRoutes: readonly Route[] = [];
