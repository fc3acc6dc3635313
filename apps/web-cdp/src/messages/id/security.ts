import type { security as source } from "../en/security.ts";
import type { Translated } from "../translated.ts";

export const security: Translated<typeof source> = {
  title: "Tempat Anda masuk",
  lead: "Sesi berakhir setelah 30 menit tanpa aktivitas, dan paling lama setelah 12 jam. Bila Anda tidak mengenali suatu sesi, akhiri.",
  unknownDevice: "Peramban tidak dikenal",
  here: "Peramban ini",
  lastUsed: "Terakhir dipakai {when}",
  end: "Akhiri",
  endOf: "Akhiri sesi {device}, terakhir dipakai {when}",
  ended: "Sesi telah berakhir.",
  endAll: "Keluar dari semua perangkat",
  endAllAsk: "Setiap peramban harus masuk lagi, termasuk yang ini.",
  endAllNow: "Keluar dari semua sekarang",
  keep: "Biarkan",
};
