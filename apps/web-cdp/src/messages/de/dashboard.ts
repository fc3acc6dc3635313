import type { dashboard as source } from "../en/dashboard.ts";
import type { Translated } from "../translated.ts";

export const dashboard: Translated<typeof source> = {
  name: "Übersicht für Kreditnehmer",
  signIn: "Einen Shop verbinden, den Score mit jeder Begründung sehen und ihn teilen.",
  signInTitle: "Zum Beginnen anmelden",
  title: "Ihre Übersicht",
  lead: "Angemeldet als <wallet></wallet>. Nur Sie sehen diese Seite.",
  score: "Ihr Score",
  accounts: "Geschäftskonten",
  accountsLead: "Woher Ihre Verkäufe kommen. Nur lesend; Sie können jederzeit aufhören.",
  onThisPage: "Auf dieser Seite",
  place: {
    score: "Score",
    accounts: "Konten",
    why: "Warum",
    history: "Verlauf",
    changes: "Was sich geändert hat",
    factors: "Jeder Punkt",
    nextTier: "Nächste Stufe",
    whatIf: "Was wäre wenn",
    figures: "Zahlen",
    charts: "Diagramme",
    share: "Teilen",
    signed: "Signierter Score",
    data: "Ihre Daten",
  },
  fold: {
    behind: { title: "Hinter dem Score", lead: "Warum, Verlauf, Änderungen, jeder Punkt" },
    further: { title: "Wie es weitergeht", lead: "Die nächste Stufe, und was sich ändern würde" },
    figures: { title: "Zahlen und Diagramme", lead: "Verkäufe, Einblicke, Auszahlungen, was nicht zählt" },
    sharing: { title: "Freigaben und Kreditgeber", lead: "Wer hineinsehen darf, wer es tat, was entschieden wurde" },
    safety: { title: "Sicherheit und Ihre Daten", lead: "Sitzungen, signierte Scores, Download, Löschen" },
  },
};
