import type { importWaits as source } from "../en/import-waits.ts";
import type { Translated } from "../translated.ts";

export const importWaits: Translated<typeof source> = {
  rate_limited: {
    title: "TikTok Shop hat uns gebeten, langsamer zu lesen.",
    text: "Der Import wartet und geht von selbst weiter.",
  },
  quota_exhausted: {
    title: "Das Limit von TikTok Shop für diese Stunde ist aufgebraucht.",
    text: "Der Import geht in der nächsten Stunde von selbst weiter.",
  },
  unanswered: {
    title: "TikTok Shop antwortet gerade nicht.",
    text: "Wir versuchen es weiter; der Import geht von selbst weiter.",
  },
  ours: {
    title: "Auf unserer Seite ist etwas schiefgegangen.",
    text: "Wir versuchen es weiter; der Import geht von selbst weiter.",
  },
  kept: "Nichts ging verloren: Was gelesen wurde, bleibt erhalten, und Sie müssen nichts tun.",
  gap: "Nichts ging verloren: Was gelesen wurde, bleibt erhalten, und was davon verstanden wurde, zählt. Was fehlt, kommt dazu, sobald ein Import es lesen kann. Sie müssen nichts tun, außer oben ist eine Berechtigung genannt.",
};
