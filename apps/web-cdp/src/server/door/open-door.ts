import "server-only";
import { deps } from "#server/deps.ts";
import { endInTime } from "./end-in-time.ts";
import { ignoreUpgrades } from "./ignore-upgrades.ts";
import { watchLoopLag } from "./loop-lag.ts";
import { refuseEarly } from "./refuse-early.ts";
import { standInFront } from "./stand-in-front.ts";

/**
 * Puts what is refused early in front of everything else, and has no connection held for good. Throws `EnvError`.
 */
export function openDoor(): void {
  const { log, origin, trustedProxyCount } = deps();
  const now = () => performance.now();
  standInFront(refuseEarly({ appUrl: origin, trustedProxyCount, log, now, lag: watchLoopLag(now) }));
  // In development pages hear of changes on an upgraded connection, which Next closes itself when it is told to stop.
  if (process.env.NODE_ENV !== "production") return;
  ignoreUpgrades();
  endInTime({
    onStop(stop) {
      for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => stop(signal));
    },
    exit: (code) => process.exit(code),
  });
}
