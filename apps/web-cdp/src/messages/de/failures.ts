import type { failures as source } from "../en/failures.ts";
import type { Translated } from "../translated.ts";

export const failures: Translated<typeof source> = {
  bad_request: "Eine Angabe lässt sich nicht verwenden. Prüfen Sie sie und versuchen Sie es noch einmal.",
  conflict: "Das hat sich inzwischen geändert. Laden Sie die Seite neu und versuchen Sie es noch einmal.",
  daily_limit_reached: "Das ging so oft, wie es an einem Tag erlaubt ist. Versuchen Sie es morgen noch einmal.",
  forbidden: "Das ist für diese Wallet nicht erlaubt.",
  limit_reached:
    "Mehr davon sind nicht gleichzeitig erlaubt. Widerrufen Sie zuerst, was nicht mehr gebraucht wird, und versuchen Sie es noch einmal.",
  method_not_allowed: "Diese Seite ist veraltet. Laden Sie sie neu und versuchen Sie es noch einmal.",
  not_found: "Das gibt es nicht mehr. Laden Sie die Seite neu.",
  rate_limited: "Zu viele Versuche in kurzer Zeit. Warten Sie eine Minute und versuchen Sie es noch einmal.",
  score_too_old: "Der Score ist zu alt, um signiert zu werden. Importieren Sie zuerst noch einmal.",
  too_large: "Das ist zu groß.",
  unauthorized: "Sie sind abgemeldet. Melden Sie sich an und versuchen Sie es noch einmal.",
  unavailable: "Das geht gerade nicht. Nichts ging verloren; versuchen Sie es gleich noch einmal.",
  unexpected: "Auf unserer Seite ist etwas schiefgegangen. Nichts ging verloren; versuchen Sie es gleich noch einmal.",
  unsupported_media_type: "Diese Seite ist veraltet. Laden Sie sie neu und versuchen Sie es noch einmal.",
  offline: "Der Server war nicht zu erreichen. Prüfen Sie Ihre Verbindung und versuchen Sie es noch einmal.",
  unreadable: "Die Antwort des Servers war nicht lesbar. Versuchen Sie es gleich noch einmal.",
};
