import type { importWaits as source } from "../en/import-waits.ts";
import type { Translated } from "../translated.ts";

export const importWaits: Translated<typeof source> = {
  rate_limited: {
    title: "TikTok Shop meminta kami membaca lebih pelan.",
    text: "Impor menunggu lalu lanjut dengan sendirinya.",
  },
  quota_exhausted: {
    title: "Batas TikTok Shop untuk jam ini sudah habis.",
    text: "Impor lanjut dengan sendirinya pada jam berikutnya.",
  },
  unanswered: {
    title: "TikTok Shop sedang tidak menjawab.",
    text: "Kami terus mencoba; impor lanjut dengan sendirinya.",
  },
  ours: { title: "Ada yang salah di pihak kami.", text: "Kami terus mencoba; impor lanjut dengan sendirinya." },
  kept: "Tidak ada yang hilang: yang sudah dibaca tetap tersimpan, dan Anda tidak perlu melakukan apa pun.",
  gap: "Tidak ada yang hilang: yang sudah dibaca tetap tersimpan, dan yang dapat dipahami dihitung. Yang kurang ditambahkan begitu impor dapat membacanya. Anda tidak perlu melakukan apa pun, kecuali ada izin yang disebut di atas.",
};
