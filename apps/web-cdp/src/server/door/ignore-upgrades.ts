import "server-only";
import { onConnection } from "./on-connection.ts";

/**
 * Has a request to upgrade, to a WebSocket say, answered like any other: Node does so where nobody listens for them. Next
 * listens, passes by all that guards requests, and leaves the connection open for good, since a server around it might want it.
 */
export function ignoreUpgrades(): void {
  onConnection((_, server) => void server.removeAllListeners("upgrade"));
}
