import type { Route } from "../gateway/api-call.ts";

export const metricRoutes: readonly Route[] = [];
