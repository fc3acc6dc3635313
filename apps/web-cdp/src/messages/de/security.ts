import type { security as source } from "../en/security.ts";
import type { Translated } from "../translated.ts";

export const security: Translated<typeof source> = {
  title: "Wo Sie angemeldet sind",
  lead: "Sitzungen enden nach 30 Minuten ohne Nutzung und in jedem Fall nach 12 Stunden. Kennen Sie eine nicht, beenden Sie sie.",
  unknownDevice: "Unbekannter Browser",
  device: "{browser} auf {system}",
  here: "Dieser Browser",
  lastUsed: "Zuletzt benutzt {when}",
  end: "Beenden",
  endOf: "Die Sitzung von {device} beenden, zuletzt benutzt {when}",
  ended: "Die Sitzung ist beendet.",
  endAll: "Überall abmelden",
  endAllAsk: "Jeder Browser muss sich neu anmelden, auch dieser.",
  endAllNow: "Jetzt überall abmelden",
  keep: "Behalten",
  confirm: {
    lead: "Ihre Wallet bestätigt dies mit einer Unterschrift. Sie kostet nichts und bewegt nichts.",
    ready: "Die Nachricht ist bereit. Unterschreiben Sie sie mit {wallet}, um fortzufahren.",
    sign: "Unterschreiben mit {wallet}",
    cancel: "Abbrechen",
    injected: "der Wallet des Browsers",
    embedded: "der E-Mail-Wallet",
    problem: {
      not_found:
        "Dieser Browser kennt die Wallet nicht mehr, mit der Sie sich angemeldet haben. Melden Sie sich ab, mit ihr wieder an und wiederholen Sie dies.",
      other_account:
        "Ihre Wallet steht auf einem anderen Konto als bei der Anmeldung. Wechseln Sie zurück und versuchen Sie es noch einmal.",
      cancelled: "Sie haben abgebrochen. Nichts wurde unterschrieben; versuchen Sie es, wenn Sie so weit sind.",
      pending:
        "In Ihrer Wallet ist noch eine Anfrage offen. Öffnen Sie die Wallet, beantworten Sie sie und versuchen Sie es noch einmal.",
      silent: "Ihre Wallet hat nicht geantwortet. Entsperren Sie sie und versuchen Sie es noch einmal.",
    },
  },
};
