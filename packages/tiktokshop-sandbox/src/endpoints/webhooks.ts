import type { Route } from "../gateway/api-call.ts";

export const webhookRoutes: readonly Route[] = [];
