import "server-only";
import { deps } from "#server/deps.ts";
import { watchLoopLag } from "./loop-lag.ts";
import { refuseEarly } from "./refuse-early.ts";
import { standInFront } from "./stand-in-front.ts";

/** Puts what is refused early in front of everything else. Throws `EnvError`. */
export function openDoor(): void {
  const { log, origin, trustedProxyCount } = deps();
  const now = () => performance.now();
  standInFront(refuseEarly({ appUrl: origin, trustedProxyCount, log, now, lag: watchLoopLag(now) }));
}
