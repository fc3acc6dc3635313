import { type NextRequest, NextResponse } from "next/server";
import { env } from "#server/env.ts";
import { strictTransport } from "#server/strict-transport.ts";

/**
 * Pages pass here. Routes under /api have their headers from `server/http.ts` and next.config.ts, and a proxy would cost
 * each of them, webhooks too, more than a third of its time; files of the build need none of these headers.
 */
export const config = { matcher: ["/((?!api/|_next/static/).*)"] };

/**
 * Headers of pages that differ by response. Nobody is let in or kept out here: a proxy can be skipped, so routes and pages ask
 * for the session themselves. Next reads the nonce from the request's policy and puts it on its own scripts.
 */
export function proxy(request: NextRequest): NextResponse {
  const { pathname } = request.nextUrl;
  if (pathname.startsWith("/_next/image")) return new NextResponse(null, { status: 404 });
  // Pages have no server actions, so a body sent to one can only be a probe.
  if (!["GET", "HEAD"].includes(request.method)) {
    return new NextResponse(null, { status: 405, headers: { allow: "GET, HEAD" } });
  }
  if (isLookAhead(request)) {
    return new NextResponse(null, { status: 503, headers: { "cache-control": "no-store", "retry-after": "1" } });
  }
  const { appUrl, cdpProjectId, production } = env();
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
  const policy = contentSecurityPolicy({ nonce, withCdp: cdpProjectId !== null, production });

  // What the client sent under these names is replaced, never read.
  const headers = new Headers(request.headers);
  headers.set("content-security-policy", policy);
  headers.delete("x-nonce");
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  strictTransport(response.headers, appUrl);
  return response;
}

/**
 * Whether a browser asks for a borrower's page that its lender may never open. Opening one is a look, which the borrower sees; a
 * browser that is refused asks again once the page is opened.
 */
function isLookAhead({ headers, nextUrl }: NextRequest): boolean {
  return nextUrl.pathname.startsWith("/lender/") && (headers.get("sec-purpose") ?? "").startsWith("prefetch");
}

const cdpApi = "https://api.cdp.coinbase.com";
const cdpFrame = "https://secure-wallet.cdp.coinbase.com";

function contentSecurityPolicy(options: {
  readonly nonce: string;
  readonly withCdp: boolean;
  readonly production: boolean;
}): string {
  const { nonce, withCdp, production } = options;
  // The development server evaluates code, opens a socket and injects styles of its own.
  const directives = {
    "default-src": ["'self'"],
    "script-src": ["'self'", `'nonce-${nonce}'`, "'strict-dynamic'", ...(production ? [] : ["'unsafe-eval'"])],
    "style-src": production ? ["'self'", `'nonce-${nonce}'`] : ["'self'", "'unsafe-inline'"],
    "img-src": ["'self'", "data:", "blob:"],
    "font-src": ["'self'"],
    "connect-src": ["'self'", ...(withCdp ? [cdpApi] : []), ...(production ? [] : ["ws:"])],
    "frame-src": withCdp ? [cdpFrame] : ["'none'"],
    "object-src": ["'none'"],
    "base-uri": ["'none'"],
    "form-action": ["'self'"],
    "frame-ancestors": ["'none'"],
  };
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources.join(" ")}`)
    .join("; ");
}
