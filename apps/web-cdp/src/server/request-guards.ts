import "server-only";
import type { NextRequest } from "next/server";
import { AppError } from "./errors.ts";

/**
 * Refuses what a page of another site made the browser send. Callers that are no browser name no origin and carry no
 * cookie that they did not get themselves. Throws `forbidden`.
 */
export function refuseForeignCaller(request: NextRequest, ownOrigin: string): void {
  const origin = request.headers.get("origin");
  if (origin !== null && origin !== ownOrigin) {
    throw new AppError("forbidden", `Requests are accepted from ${ownOrigin} only.`);
  }
  refuseCrossSite(request);
}

/** Refuses what another site started, also by a mere link. Throws `forbidden`. */
export function refuseCrossSite(request: NextRequest): void {
  const site = request.headers.get("sec-fetch-site");
  if (site !== null && site !== "same-origin" && site !== "none") {
    throw new AppError("forbidden", "Requests from other sites are not accepted.");
  }
}

/** Refuses to act on a page load that nobody has asked for yet. Throws `forbidden`. */
export function refusePrefetch(request: NextRequest): void {
  const purposes = ["sec-purpose", "purpose", "x-purpose", "x-moz"].map((name) => request.headers.get(name) ?? "");
  const isPrefetch =
    purposes.some((purpose) => /prefetch|prerender|preview/i.test(purpose)) ||
    request.headers.has("next-router-prefetch");
  if (isPrefetch) throw new AppError("forbidden", "This address cannot be fetched ahead.");
}

/** A form of another site can send text and form bodies without asking; JSON it cannot. Throws `unsupported_media_type`. */
export function refuseOtherContent(request: NextRequest): void {
  const type = request.headers.get("content-type");
  const hasBody = Number(request.headers.get("content-length") ?? 0) > 0 || request.headers.has("transfer-encoding");
  if (type === null && !hasBody) return;
  if (type?.split(";")[0]?.trim().toLowerCase() !== "application/json") {
    throw new AppError("unsupported_media_type", "Send the body as application/json.");
  }
}
