import type { home as source } from "../en/home.ts";
import type { Translated } from "../translated.ts";

export const home: Translated<typeof source> = {
  title: "Ein Kreditscore aus dem, was Sie wirklich verkaufen",
  lead: "LendFriend macht aus 90 Tagen Verkäufen oder Provisionen bei TikTok Shop einen Score bis 100, zeigt, woher jeder Punkt kommt, und lässt Sie ihn mit dem Kreditgeber Ihrer Wahl teilen.",
  steps: {
    wallet: {
      title: "Mit einer Wallet anmelden",
      text: "Eine Unterschrift beweist, dass die Wallet Ihnen gehört. Sie kostet nichts und bewegt nichts.",
    },
    connect: {
      title: "TikTok Shop verbinden",
      text: "Bei TikTok zustimmen. Wir lesen die letzten 90 Tage: Bestellungen, Erstattungen, Auszahlungen, Provisionen.",
    },
    score: {
      title: "Score ansehen und teilen, wenn Sie mögen",
      text: "Jeder Punkt wird erklärt. Sie wählen den Kreditgeber, wie viel er sieht und bis wann.",
    },
  },
  signIn: "Anmelden",
  signInLead: "Kreditnehmer und Kreditgeber melden sich gleich an: mit einer Wallet, ohne sich etwas merken zu müssen.",
  signedIn: "Sie sind angemeldet",
  signedInAs: "als <wallet></wallet>. Wohin soll es gehen?",
  toDashboard: "Meine Übersicht als Kreditnehmer",
  toLender: "Mit mir geteilte Scores",
  borrowers: {
    title: "Für Kreditnehmer",
    action: "Übersicht für Kreditnehmer öffnen",
    points: "Vier Faktoren, sechzehn Merkmale, jedes mit Punkten, Ihrer Zahl und der Begründung.",
    readOnly: "Nur lesend. Daten der Käufer werden verworfen, bevor etwas gespeichert wird.",
    looks: "Sie sehen, wer wann hineingesehen hat. Widerrufen Sie eine Freigabe, endet sie sofort.",
  },
  lenders: {
    title: "Für Kreditgeber",
    action: "Ansicht für Kreditgeber öffnen",
    payouts: "Verkäufe, abgeglichen mit den Auszahlungen der Plattform selbst, nicht mit einer Tabelle.",
    beside: "Zuverlässigkeit, Integrität, Aktualität und eine Rückgangswarnung neben jedem Score.",
    model:
      "Ein versioniertes Modell mit veröffentlichtem Hash. Es beschreibt Verkäufe und ist nicht auf das Ausfallrisiko kalibriert.",
  },
};
