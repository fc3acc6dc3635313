import type { signedScore as source } from "../en/signed-score.ts";
import type { Translated } from "../translated.ts";

export const signedScore: Translated<typeof source> = {
  title: "Signierter Score",
  lead: "Eine Datei, die jeder Kreditgeber prüfen kann, ohne Konto hier und ohne dieser Seite zu vertrauen. Sie wählen, was darin steht.",
  always:
    "Immer enthalten: die Adresse Ihrer Wallet, Score, Stufe, Zuverlässigkeit, Integrität, das Modell, die 90 Tage und beide Daten.",
  days: "Gültig für",
  life: "{days, plural, one {# Tag} other {# Tage}}",
  issue: "Meinen Score signieren",
  issued: "Signiert. Wählen Sie nun, was die Datei zeigt.",
  empty: "Noch nichts signiert.",
  noScore:
    "Sobald Sie einen vollständigen Score eines verbundenen Kontos haben, können Sie ihn hier signieren lassen. Ein vorläufiger wird nicht signiert.",
  entry: "{tier}, {score} von 100",
  period: "Von {from} bis {until}",
  state: { live: "In Kraft", expired: "Abgelaufen", revoked: "Widerrufen" },
  prepare: "Datei vorbereiten",
  close: "Schließen",
  revoke: "Widerrufen",
  revokeNow: "Jetzt widerrufen",
  keep: "Behalten",
  revokeAsk: "Jede Datei und jeder Link daraus gilt dann nicht mehr.",
  revokedDone: "Widerrufen. Er steht jetzt auf der öffentlichen Liste.",
  thresholds: "Eine Schwelle beweisen und die Zahl verbergen",
  nothing: "Nichts",
  exact: "Genaue Zahlen zeigen",
  preview: "Vorschau der Datei",
  inside: "In dieser Datei zu sehen",
  insideNone: "Keine Zahl. Nur, was immer enthalten ist.",
  hidden:
    "{count, plural, one {# weitere Aussage wurde signiert und bleibt verborgen.} other {# weitere Aussagen wurden signiert und bleiben verborgen.}}",
  download: "Herunterladen",
  copy: "Kopieren",
  whole: "Die ganze Datei, wie der Kreditgeber sie bekommt",
  passOn:
    "Eine Datei kann weitergegeben werden. Wer sie hat, sieht, was darin steht, bis Sie sie widerrufen, und auch danach. Ein Kreditgeber prüft sie unter <address></address>.",
  link: {
    title: "Oder als Link, für einen Chat",
    text: "Die Zahlen stehen im Link selbst. Wer ihn hat, sieht sie und kann ihn weitergeben. Die Prüfung nennt ihn bis {until} gültig und widerrufen, sobald Sie widerrufen. Was gesehen wurde, bleibt gesehen, und Chats und Browser behalten den Link.",
    long: "Der Link ist lang, und manche Chats kürzen so lange Nachrichten. Kommt er unvollständig an, senden Sie die Datei.",
    copy: "Link kopieren",
    send: "Link senden",
  },
  shared: {
    badge: "Signiert, in Kraft bis {until}",
    lead: "Ein Kreditnehmer kann Ihnen eine signierte Datei geben, die Sie selbst prüfen, auch ohne Verbindung. Bitten Sie darum.",
    leadSigned:
      "Dieser Kreditnehmer hat einen signierten Score in Kraft. Bitten Sie um die Datei und prüfen Sie sie selbst, auch ohne Verbindung.",
    verify: "Einen signierten Score prüfen",
  },
};
