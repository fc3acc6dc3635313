import { affiliateRoutes } from "../endpoints/affiliate.ts";
import { authorizationRoutes } from "../endpoints/authorization.ts";
import { financeRoutes } from "../endpoints/finance.ts";
import { metricRoutes } from "../endpoints/metrics.ts";
import { orderRoutes } from "../endpoints/orders.ts";
import { productRoutes } from "../endpoints/products.ts";
import { returnRoutes } from "../endpoints/returns.ts";
import { webhookRoutes } from "../endpoints/webhooks.ts";
import type { Route } from "./api-call.ts";
import { refuse } from "./gateway-error.ts";

/** Every endpoint of the open API that the sandbox plays. */
export const routes: readonly Route[] = [
  ...authorizationRoutes,
  ...orderRoutes,
  ...productRoutes,
  ...returnRoutes,
  ...financeRoutes,
  ...affiliateRoutes,
  ...metricRoutes,
  ...webhookRoutes,
];

interface Compiled {
  readonly route: Route;
  readonly pattern: RegExp;
  /** The same path under any version. */
  readonly anyVersion: RegExp;
}

const compiled: readonly Compiled[] = routes.map((route) => {
  const source = route.path.replaceAll(/\{(\w+)\}/g, "(?<$1>[^/]+)");
  return {
    route,
    pattern: new RegExp(`^${source}$`),
    anyVersion: new RegExp(`^${source.replace(/\/\d{6}\//, "/\\d{6}/")}$`),
  };
});

/** Finds the endpoint of a request; throws what the platform answers to unknown paths, retired versions and wrong methods. */
export function findRoute(
  method: string,
  path: string,
): { route: Route; pathParameters: Readonly<Record<string, string>> } {
  const candidates = compiled.filter(({ pattern }) => pattern.test(path));
  if (candidates.length === 0)
    return refuse(compiled.some(({ anyVersion }) => anyVersion.test(path)) ? "invalid_version" : "invalid_path");
  const found = candidates.find(({ route }) => route.method === method);
  if (found === undefined) return refuse("invalid_method");
  return { route: found.route, pathParameters: { ...found.pattern.exec(path)?.groups } };
}
