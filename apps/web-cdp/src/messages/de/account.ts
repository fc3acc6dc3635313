import type { account as source } from "../en/account.ts";
import type { Translated } from "../translated.ts";

export const account: Translated<typeof source> = {
  title: "Ihre Daten",
  lead: "Alles, was wir über Ihre Wallet haben, können Sie mitnehmen oder löschen lassen.",
  exportTitle: "Kopie herunterladen",
  exportText:
    "Eine Datei mit Ihren Konten, Bestellungen, Auszahlungen, Scores, Freigaben, wer hineingesehen hat, und jedem Eintrag Ihres Protokolls. Zugangsschlüssel zu TikTok Shop sind nicht darin.",
  exportWhole: "Ein JSON-Objekt je Zeile. Die letzte Zeile enthält „end“; fehlt sie, wurde der Download abgebrochen.",
  exportLabel: "Meine Daten herunterladen",
  deleteTitle: "Konto löschen",
  deleteText:
    "Trennen, unter Geschäftskonten, beendet einen Shop oder ein Creator-Konto und lässt den Rest, wie er ist. Löschen beendet alles auf einmal und löscht alles endgültig.",
  deleteLabel: "Mein Konto löschen",
  dialogTitle: "Konto und alle Daten löschen",
  atOnce: {
    title: "Sofort",
    accounts: "Jedes verbundene Konto wird getrennt, und wir vergessen unseren Zugang dazu.",
    shares: "Jede Freigabe endet: Kreditgeber sehen nichts mehr. Signierte Scores werden widerrufen.",
    sessions: "Sie werden überall abgemeldet.",
  },
  soon: {
    title: "Innerhalb einer Minute",
    rows: "Bestellungen, Erstattungen, Auszahlungen, Produkte, Scores, Freigaben und Protokolle werden gelöscht.",
    later: "Melden Sie sich später wieder an, beginnen Sie bei null.",
  },
  stays: {
    title: "Was bleibt",
    mark: "Dass ein Konto gelöscht wurde, wann, und ein Fingerabdruck Ihrer Wallet-Adresse, damit auch eine wiederhergestellte Sicherung Sie vergisst.",
    notices:
      "Mitteilungen, die ein Kreditgeber über eine Entscheidung zu Ihrem Antrag entworfen hat: Das Gesetz verlangt, dass er sie aufbewahrt.",
    wallet: "Ihre Wallet selbst und Dateien, die Sie weitergegeben haben.",
  },
  confirmPhrase: "mein konto löschen",
  confirmLabel: "Geben Sie zur Bestätigung „{phrase}“ ein",
  confirmWrong: "Geben Sie genau ein: {phrase}",
  confirmNow: "Jetzt alles löschen",
  ended: "Ihr Zugang ist überall beendet.",
  erasing: "Ihre Daten werden gelöscht. Das dauert weniger als eine Minute; Sie können diese Seite schließen.",
  erased: "Alles ist gelöscht.",
  late: "Das Löschen dauert länger als sonst. Es läuft von selbst weiter; fragen Sie mit der Nummer unten nach.",
  receipt: "Nummer dieser Löschung: {id}",
  leave: "Verlassen",
};
