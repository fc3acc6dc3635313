import type { claims as source } from "../en/claims.ts";
import type { Translated } from "../translated.ts";

export const claims: Translated<typeof source> = {
  net_usd_90d: "Nettoumsatz in 90 Tagen, in US-Dollar",
  net_90d: "Nettoumsatz in 90 Tagen",
  gross_90d: "Umsatz vor Erstattungen in 90 Tagen",
  refunds_90d: "Erstattungen in 90 Tagen",
  net_per_30d: "Nettoumsatz je 30 Tage",
  average_order_value: "Durchschnittlicher Bestellwert",
  affiliate_commission_90d: "Affiliate-Provision in 90 Tagen",
  order_count: "Bestellungen in 90 Tagen",
  items_sold: "Verkaufte Artikel in 90 Tagen",
  observed_days: "Tage mit Verlauf",
  refund_share: "Erstattungen als Anteil am Umsatz",
  median_days_to_cash: "Median der Tage von der Bestellung bis zur Auszahlung",
  reconciled_share: "In Auszahlungen wiedergefundener Umsatz",
  factor_points: {
    revenue: "Punkte für Umsatz",
    consistency: "Punkte für Beständigkeit",
    reliability: "Punkte für Verlässlichkeit",
    growth: "Punkte für Wachstum",
  },
  tier: { Established: "Etabliert", Growing: "Wachsend", Building: "Im Aufbau", New: "Neu" },
  integrity: { PASS: "Bestanden", REVIEW: "Zu prüfen", FAIL: "Nicht bestanden", UNAVAILABLE: "Nicht verfügbar" },
  says: {
    at_least: "mindestens {amount}",
    at_most: "höchstens {amount}",
    not_at_least: "nicht mindestens {amount}",
    not_at_most: "mehr als {amount}",
  },
  unit: {
    days: "{count, plural, one {{amount} Tag} other {{amount} Tage}}",
    items: "{count, plural, other {{amount} Artikel}}",
    orders: "{count, plural, one {{amount} Bestellung} other {{amount} Bestellungen}}",
    points: "{count, plural, one {{amount} Punkt} other {{amount} Punkte}}",
  },
};
