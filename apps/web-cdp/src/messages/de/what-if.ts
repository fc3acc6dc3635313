import type { whatIf as source } from "../en/what-if.ts";
import type { Translated } from "../translated.ts";

export const whatIf: Translated<typeof source> = {
  wouldBe: "Der Score wäre",
  against: "{points} Punkte gegenüber heute",
  same: "wie heute",
  reset: "Zurück zu den heutigen Zahlen",
  today: "heute {value} →",
  failed: "Das ließ sich nicht berechnen. Versuchen Sie es noch einmal.",
  lever: {
    monthlyNetUsd: "Nettoumsatz im Monat",
    orderCount: "Bestellungen im Zeitraum",
    weeksWithSales: "Wochen mit einem Verkauf",
    accountAgeMonths: "Monate seit der ersten Aktivität",
    refundRate: "Erstattungsquote nach Wert",
    lateDispatchRate: "Quote verspäteter Versände",
    sellerCancellationRate: "Vom Shop stornierte Bestellungen",
    shopScore: "Shop-Bewertung der Plattform",
    chatSatisfaction: "Chat-Zufriedenheit",
    standingRestored: "Zugriff erneuert, Shop aktiv, Auszahlungen kommen an",
    productLaunches: "Neue Produkte, im letzten Zeitraum verkauft",
    newMarketShare: "Anteil des letzten Zeitraums aus einem neuen Markt",
    activeAffiliates: "Affiliate-Partner im letzten Zeitraum",
  },
};
