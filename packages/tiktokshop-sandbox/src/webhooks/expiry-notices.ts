import { dateText, daySeconds, midnightBefore } from "../clock.ts";
import type { World } from "../world.ts";
import type { Notification } from "./notification.ts";

const noticeDays = 30;

/** Notifies of authorisations that end soon, when a sandbox midnight has passed since the last look. */
export interface ExpiryNotices {
  readonly due: () => readonly Notification[];
}

/** From thirty days before its end, an authorisation is announced daily at 0:00; days that the clock leapt over are announced once. */
export function createExpiryNotices(world: World): ExpiryNotices {
  let lookedAt = midnightBefore(world.clock.now());
  return {
    due: () => {
      const now = world.clock.now();
      const midnight = midnightBefore(now);
      const hasPassed = midnight > lookedAt;
      lookedAt = midnight;
      return hasPassed ? noticesAt(world, now) : [];
    },
  };
}

function noticesAt(world: World, now: number): readonly Notification[] {
  return world.tokens.activeAuthorizations().flatMap(({ personaId, expiresAt, removedShops }) => {
    const persona = world.findPersona(personaId);
    if (persona?.kind !== "seller" || expiresAt <= now || expiresAt - now > noticeDays * daySeconds) return [];
    const shops = persona.shops.filter(({ id }) => !removedShops.includes(id));
    return shops.map(({ id }) => ({
      type: 7,
      subject: { shop_id: id },
      data: {
        message: `The authorization of shop ${id} ends on ${dateText(expiresAt)}.`,
        expiration_time: String(expiresAt),
      },
    }));
  });
}
