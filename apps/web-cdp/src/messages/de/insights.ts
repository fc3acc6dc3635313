import type { insights as source } from "../en/insights.ts";
import type { Translated } from "../translated.ts";

export const insights: Translated<typeof source> = {
  title: "Einblicke",
  lead: "Wie sich Ihre Einnahmen verteilen. Nichts davon ändert Ihren Score.",
  spreadTitle: "Wie sie sich verteilen",
  cardLead: "Nach Produkt, Markt, Inhalt, Kampagne und Wochentag. Neben dem Score, nie darin.",
  cardLink: "Sehen, wie sich Ihre Einnahmen verteilen",
  none: "Noch keine Einblicke",
  noneText: "Sie erscheinen zusammen mit Ihrem ersten Score.",
  older: "Für diesen Score nicht gezählt",
  olderText: "Der Score ist älter als diese Liste. Der nächste Import zählt das Übrige.",
  sharedLead: "Wie sich die Einnahmen verteilen. Nichts davon ändert den Score.",
  source:
    "Aus den Bestellungen und Provisionen, die für die 90 Tage vor dem {asOf} von TikTok Shop importiert wurden, nach denselben Regeln und datierten Kursen wie der Score (Kurse: {rates}). Die Beträge sind ohne Erstattungen und in US-Dollar; jede Tabelle zeigt sie auch in der eigenen Währung. Seither importierte Zeilen sind nicht darin.",
  rates: { none: "keine nötig", seed: "mitgelieferte Kurse", asOf: "{source} vom {day}" },
  provisionalTitle: "Noch nicht vollständig",
  provisional: "Beim Import gab es Zweifel, daher können sich diese Zahlen noch ändern.",
  total: "Zusammen {amount}, der Nettoumsatz, den der Score zählt.",
  totalShops: "Zusammen {amount}, was den Shops blieb.",
  totalCommission: "Zusammen {amount}, die Provision, die der Score zählt.",
  totalCost:
    "Zusammen {amount}: gezahlte Provision, oder die erwartete, wo noch nicht abgerechnet ist. Das sind Kosten und kein Teil des Scores.",
  product: "Nach Produkt",
  productCaption: "Anteil am Umsatz in US-Dollar, vor Erstattungen.",
  creators: {
    borrower: "Creator, die für Sie verkaufen",
    lender: "Creator, die für den Kreditnehmer verkaufen",
  },
  creatorCaption: "Anteil an dem Umsatz, den sie gebracht haben, in US-Dollar.",
  concentration: "Insgesamt {count}; größter Anteil {top}. HHI {hhi} von {most}:",
  level: { spread: "gut verteilt.", moderate: "etwas konzentriert.", concentrated: "auf wenige konzentriert." },
  notTold: "TikTok Shop hat hierzu nichts gemeldet.",
  market: "Nach Markt",
  group: {
    whole: "Alles, was zählt",
    shops: { borrower: "Ihre Shops", lender: "Die Shops" },
    affiliates: "Creator und was sie kosten",
    commission: { borrower: "Von Ihnen verdiente Provision", lender: "Verdiente Provision" },
  },
  attribution: {
    commission: {
      content: "Provision nach Art des Inhalts",
      contentIds: "Provision nach Video oder Live",
      campaigns: "Provision nach Kampagne",
      collaborationKinds: "Provision nach Art der Kooperation",
      collaborations: "Provision nach Kooperation",
    },
    cost: {
      content: "Kosten nach Art des Inhalts",
      contentIds: "Kosten nach Video oder Live",
      campaigns: "Kosten nach Kampagne",
      collaborationKinds: "Kosten nach Art der Kooperation",
      collaborations: "Kosten nach Kooperation",
    },
  },
  drawn: "Die größten {count, number} sind gezeichnet, alle stehen in der Tabelle.",
  partner: {
    borrower: "Shops, für die Sie verkaufen",
    lender: "Shops, für die der Kreditnehmer verkauft",
  },
  weekday: "Nach Wochentag",
  hour: "Nach Stunde des Tages",
  zone: "In UTC: TikTok Shop meldet die Zeitzone eines Shops nicht.",
  cash: "Tage von der Bestellung bis zum Geld",
  cashMedian:
    "Die Hälfte der bezahlten Bestellungen wurde binnen {days, plural, one {# Tag} other {# Tagen}} ausgezahlt.",
  cashCaption:
    "Von der Bestellung bis zur Zahlung ihrer Aufstellung durch TikTok Shop; {count, plural, one {# ausgezahlte Bestellung} other {# ausgezahlte Bestellungen}}.",
  cashPart: { lower: "Ein Viertel bis", median: "Die Hälfte bis", upper: "Drei Viertel bis" },
  cashUnknown: "Nicht bekannt: Keine gezahlte Abrechnung ließ sich einer Bestellung zuordnen.",
  column: { part: "Teil", share: "Anteil", days: "Tage" },
  measure: {
    orders: { count: "Bestellungen", net: "Netto", usd: "Netto in USD" },
    commission: { count: "Zeilen", net: "Provision", usd: "Provision in USD" },
    cost: { count: "Zeilen", net: "Kosten", usd: "Kosten in USD" },
  },
};
