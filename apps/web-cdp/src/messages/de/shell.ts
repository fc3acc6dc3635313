import type { shell as source } from "../en/shell.ts";
import type { Translated } from "../translated.ts";

export const shell: Translated<typeof source> = {
  title: "LendFriend: ein Kreditscore aus echten Verkäufen",
  description:
    "Ein Konto bei TikTok Shop verbinden, 90 Tage Verkäufe als Score mit Begründung für jeden Punkt sehen und ihn mit dem Kreditgeber Ihrer Wahl teilen.",
  skip: "Zum Inhalt springen",
  main: "Hauptnavigation",
  dashboard: "Übersicht für Kreditnehmer",
  dashboardShort: "Übersicht",
  lender: "Kreditgeber",
  signIn: "Anmelden",
  signedInAs: "Angemeldet als",
  language: "Sprache",
  appearance: { label: "Darstellung", system: "Wie auf diesem Gerät", light: "Hell", dark: "Dunkel" },
  sandboxPlay: "Eine Rolle spielen",
  sandbox: "Testumgebung",
  sandboxMark: "Testumgebung.",
  sandboxText: "Shops, Bestellungen und Wallets sind hier erfunden. Nichts erreicht TikTok, und es fließt kein Geld.",
  notCalibrated: "Der Score ist nicht auf das Ausfallrisiko kalibriert.",
  notCalibratedText:
    "Seine Schwellen sind aus veröffentlichten Zahlen hergeleitet und nicht an Rückzahlungsdaten angepasst. Er beschreibt Verkäufe; er sagt keine Rückzahlung voraus.",
  howComputed: "Wie der Score berechnet wird",
  trademark:
    "LendFriend liest Verkaufszahlen mit Zustimmung des Verkäufers oder Creators. Es kann nichts veröffentlichen, keinen Shop ändern und kein Geld bewegen. TikTok Shop ist eine Marke ihres Inhabers, der dieses Produkt nicht unterstützt.",
  verify: "Einen signierten Score prüfen",
  signInFirst: "Melden Sie sich an, um es zu sehen",
  signInFirstLead: "Ihre Wallet ist hier Ihr Konto. Ein Passwort gibt es nicht.",
  notFound: "Nicht gefunden",
  notFoundTitle: "Hier ist nichts für Sie",
  notFoundText:
    "Die Adresse kann falsch sein, ein Kreditnehmer hat nichts mit dieser Wallet geteilt, oder die Freigabe ist beendet oder widerrufen.",
  toLender: "Mit mir geteilte Scores",
  backToDashboard: "Zurück zur Übersicht",
  backToBreakdown: "Zurück zur Aufschlüsselung",
  home: "Startseite",
  busy: "Gerade kommen mehr Anfragen, als wir beantworten können. Diese Seite versucht es von selbst noch einmal.",
  island: {
    signOut: "Abmelden",
    signOutFailed: "Das Abmelden ist fehlgeschlagen. Prüfen Sie Ihre Verbindung und versuchen Sie es noch einmal.",
    copied: "Kopiert",
    copyRefused: "Ihr Browser hat es abgelehnt; markieren und kopieren Sie den Text",
    print: "Drucken oder als PDF speichern",
    close: "Schließen",
    reference: "Kennung für den Support:",
    tryAgain: "Noch einmal versuchen",
    errorTitle: "Diese Seite wurde nicht geladen",
    errorOurs: "Auf unserer Seite ist etwas schiefgegangen.",
    errorText:
      "Nichts ging verloren: Ihre Verbindungen, Ihr Score und Ihre Freigaben sind unverändert. Versuchen Sie es gleich noch einmal.",
  },
};
