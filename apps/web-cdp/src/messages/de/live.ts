import type { live as source } from "../en/live.ts";
import type { Translated } from "../translated.ts";

export const live: Translated<typeof source> = {
  title: "Heute",
  lead: "Bestellungen von heute (UTC), die als Verkauf zählen, sobald sie eingehen. In den Score kommen sie mit dem nächsten Import.",
  none: "Heute noch kein Verkauf.",
  orders: "{count, plural, one {# Bestellung} other {# Bestellungen}}",
  items: "{count, plural, one {# Artikel} other {# Artikel}}",
  latest: "Neueste Bestellungen",
  live: "Live",
  paused: "Angehalten",
};
