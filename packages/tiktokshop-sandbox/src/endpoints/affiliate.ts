import type { Route } from "../gateway/api-call.ts";

export const affiliateRoutes: readonly Route[] = [];
