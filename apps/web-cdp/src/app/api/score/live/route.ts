import { ownNetwork } from "#server/client-address.ts";
import { app, deps } from "#server/deps.ts";
import { json, resource } from "#server/http.ts";
import { liveQuery } from "#server/http-inputs.ts";
import { eventStream } from "#server/live/event-stream.ts";
import { addressOf } from "#server/rate-limits.ts";
import { readQuery } from "#server/request-input.ts";
import { requireSession } from "#server/session.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource({
  GET: async ({ request }) => {
    const session = await requireSession(request);
    const { after = null } = readQuery(request, liveQuery);
    const isStream = request.headers.get("accept")?.includes("text/event-stream") ?? false;
    if (!isStream) return json(await app().readLive(session));
    const lastSeen = request.headers.get("last-event-id") ?? after;
    const network = ownNetwork(addressOf(request));
    return eventStream(request.signal, (sink) => deps().live.follow(session, network, lastSeen, sink));
  },
});
