import type { security as source } from "../en/security.ts";
import type { Translated } from "../translated.ts";

export const security: Translated<typeof source> = {
  title: "Wo Sie angemeldet sind",
  lead: "Sitzungen enden nach 30 Minuten ohne Nutzung und in jedem Fall nach 12 Stunden. Kennen Sie eine nicht, beenden Sie sie.",
  unknownDevice: "Unbekannter Browser",
  here: "Dieser Browser",
  lastUsed: "Zuletzt benutzt {when}",
  end: "Beenden",
  endOf: "Die Sitzung von {device} beenden, zuletzt benutzt {when}",
  ended: "Die Sitzung ist beendet.",
  endAll: "Überall abmelden",
  endAllAsk: "Jeder Browser muss sich neu anmelden, auch dieser.",
  endAllNow: "Jetzt überall abmelden",
  keep: "Behalten",
};
