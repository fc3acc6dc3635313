import type { verify as source } from "../en/verify.ts";
import type { Translated } from "../translated.ts";

export const verify: Translated<typeof source> = {
  title: "Einen signierten Score prüfen",
  lead: "Geprüft auf diesem Gerät, in Ihrem Browser. Die Datei wird nirgendwohin gesendet, und ein Konto ist nicht nötig.",
  input: "Der signierte Score",
  hint: "Fügen Sie den Text oder den Link ein, wählen Sie die Datei oder legen Sie sie hier ab.",
  choose: "Datei wählen",
  check: "Prüfen",
  clear: "Leeren",
  loading: "Die Prüfung wird geladen…",
  ready: "Bereit. Ab jetzt arbeitet diese Seite auch ohne Verbindung.",
  broken: "Die Prüfung wurde nicht geladen. Laden Sie die Seite neu.",
  tooLarge: "Diese Datei ist größer, als ein signierter Score sein kann.",
  brokenLink: {
    title: "Dieser Link ist beschädigt",
    text: "Ein Teil ging unterwegs verloren oder wurde verändert. Bitten Sie den Kreditnehmer, ihn noch einmal oder die Datei zu senden.",
  },
  listTitle: "Liste widerrufener Scores",
  listText:
    "Das Einzige, was die Datei selbst nicht sagen kann. Jede Prüfung fragt diese Seite nach der neuesten Liste, ohne zu verraten, welchen Score Sie ansehen. Ohne Verbindung dient eine gespeicherte Liste.",
  saveList: "Liste speichern",
  openList: "Gespeicherte Liste öffnen",
  listOpened: "Eine gespeicherte Liste liegt vor.",
  claims: "Was sie sagt",
  disclosed: "Offengelegte Zahlen",
  disclosedTable: "Jede offengelegte Zahl, und ob sie signiert wurde",
  checks: "Die Prüfungen",
  hidden:
    "{count, plural, =0 {Alles, was signiert wurde, ist zu sehen.} one {# weitere Aussage wurde signiert und ist hier nicht zu sehen.} other {# weitere Aussagen wurden signiert und sind hier nicht zu sehen.}}",
  figure: "Zahl",
  says: "Sagt",
  signed: "Signiert",
  genuine: "Echt",
  altered: "Nicht Teil des Signierten",
  provisional: "Dieser Score ist vorläufig: Teile des Imports fehlten, als er entstand.",
  checkedAt: "Geprüft am {time}.",
  malformedAt: "Erstes Problem bei: {place}.",
  unproven: "Nichts davon ist bewiesen.",
  notProven:
    "Sie beweist, was diese Seite gemessen hat, nicht, wer Ihnen die Datei oder den Link gibt. Bitten Sie den Kreditnehmer, sich mit der hier genannten Wallet anzumelden oder eine Nachricht zu unterschreiben. Der Score ist nicht auf das Ausfallrisiko kalibriert.",
  signers: "Schlüssel dieser Seite",
  signersText:
    "Vergleichen Sie die Adresse des Unterzeichners mit einer, die Sie auf anderem Weg haben. Die erste signiert jetzt; die anderen sind frühere Schlüssel.",
  verdict: {
    valid: {
      title: "Gültig: echt und in Kraft",
      text: "Diese Seite hat signiert, seither wurde nichts geändert, und die Frist läuft noch.",
    },
    malformed: {
      title: "Kein signierter Score",
      text: "Der Text ist kein signierter Score dieses Formats, oder es wurde etwas hinzugefügt oder abgeschnitten.",
    },
    other_deployment: {
      title: "Für eine andere Seite signiert",
      text: "Als Aussteller ist eine andere Seite genannt. Prüfen Sie dort, wenn Sie ihr vertrauen.",
    },
    malleable_signature: {
      title: "Verfälscht: die Signatur wurde umgeschrieben",
      text: "Die Signatur hat eine Form, die wir nie schreiben. Verlassen Sie sich nicht darauf.",
    },
    statement_altered: {
      title: "Verfälscht: die Erklärung oder ihre Signatur wurde geändert",
      text: "Die Signatur passt nicht zur Erklärung: Score, Stufe, ein Datum, die Wallet oder ein anderes signiertes Feld wurde geändert. Verlassen Sie sich nicht darauf.",
    },
    unknown_signer: {
      title: "Unbekannter Unterzeichner",
      text: "Die Datei ist signiert, aber nicht mit einem Schlüssel dieser Seite. Verlassen Sie sich nicht darauf.",
    },
    disclosure_altered: {
      title: "Verfälscht: eine offengelegte Zahl wurde geändert",
      text: "Der Score ist echt, aber mindestens eine gezeigte Zahl gehört nicht zum Signierten. Sie ist unten markiert.",
    },
    period_refused: {
      title: "Die Daten widersprechen sich",
      text: "Die Datei will länger als 90 Tage gelten oder beschreibt einen Tag nach ihrer Ausstellung. Verlassen Sie sich nicht darauf.",
    },
    revoked: {
      title: "Widerrufen: echt und zurückgenommen",
      text: "Die Datei war echt, als sie signiert wurde. Der Kreditnehmer hat sie zurückgenommen oder die Zahlen dahinter gelöscht.",
    },
    expired: {
      title: "Abgelaufen: echt, aber die Frist ist vorbei",
      text: "Nichts wurde geändert. Bitten Sie den Kreditnehmer um eine neue.",
    },
    not_yet_valid: {
      title: "Noch nicht gültig",
      text: "Das Ausstellungsdatum liegt in der Zukunft. Prüfen Sie die Uhr dieses Geräts.",
    },
  },
  outcome: { passed: "Bestanden", failed: "Nicht bestanden", not_done: "Nicht geprüft" },
  form: {
    name: "Format",
    passed: "Ein vollständiger signierter Score ohne Zusätze.",
    failed: "Kein signierter Score.",
    not_done: "–",
  },
  issuer: {
    name: "Aussteller",
    passed: "Von dieser Seite ausgestellt.",
    failed: "Von einer anderen Seite ausgestellt.",
    not_done: "Nicht erreicht.",
  },
  signature: {
    name: "Signatur",
    passed: "Passt zur Erklärung und zum genannten Unterzeichner.",
    failed: "Passt nicht: Erklärung, Unterzeichner oder Signatur wurde geändert.",
    not_done: "Nicht erreicht.",
  },
  signer: {
    name: "Unterzeichner",
    passed: "Ein Schlüssel dieser Seite.",
    failed: "Kein Schlüssel dieser Seite.",
    not_done: "Nicht erreicht.",
  },
  disclosures: {
    name: "Offengelegte Zahlen",
    passed: "Alle gehören zum Signierten.",
    failed: "Mindestens eine gehört nicht zum Signierten.",
    not_done: "Keine offengelegt.",
  },
  period: {
    name: "Daten",
    passed: "Jetzt in Kraft.",
    failed: "Jetzt nicht in Kraft.",
    not_done: "Nicht erreicht.",
  },
  revocation: {
    name: "Widerruf",
    revoked: "Am {at} widerrufen, sagt die Liste vom {madeAt}.",
    not_listed: "Nicht auf der Liste widerrufener Scores vom {madeAt}.",
    list_too_old: "Die vorliegende Liste ist vom {madeAt}, älter als dieser Score. Sie kann es nicht sagen.",
    list_refused: "Die vorliegende Liste hat diese Seite nicht signiert. Sie wurde nicht benutzt.",
    not_checked:
      "Keine Liste widerrufener Scores zur Hand: Es gibt keine Verbindung, und keine gespeicherte Liste wurde geöffnet. Das Übrige wurde trotzdem geprüft.",
  },
  fact: {
    score: "Score",
    tier: "Stufe",
    confidence: "Zuverlässigkeit",
    integrity: "Integrität",
    covers: "Zeitraum",
    measured: "Gemessen",
    issued: "Ausgestellt",
    validUntil: "Gültig bis",
    complete: "Import vollständig",
    model: "Modell",
    subject: "Wallet des Kreditnehmers",
    signer: "Signiert von",
    issuer: "Aussteller",
    id: "Nummer",
    modelHash: "Hash des Modells",
    ofHundred: "{points} von 100",
    period: "{from} bis {to}",
    yes: "Ja",
    no: "Nein, vorläufig",
  },
};
