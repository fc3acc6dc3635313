import type { security as source } from "../en/security.ts";
import type { Translated } from "../translated.ts";

export const security: Translated<typeof source> = {
  title: "Tempat Anda masuk",
  lead: "Sesi berakhir setelah 30 menit tanpa aktivitas, dan paling lama setelah 12 jam. Bila Anda tidak mengenali suatu sesi, akhiri.",
  unknownDevice: "Peramban tidak dikenal",
  device: "{browser} di {system}",
  here: "Peramban ini",
  lastUsed: "Terakhir dipakai {when}",
  end: "Akhiri",
  endOf: "Akhiri sesi {device}, terakhir dipakai {when}",
  ended: "Sesi telah berakhir.",
  endAll: "Keluar dari semua perangkat",
  endAllAsk: "Setiap peramban harus masuk lagi, termasuk yang ini.",
  endAllNow: "Keluar dari semua sekarang",
  keep: "Biarkan",
  confirm: {
    lead: "Dompet Anda mengonfirmasi ini dengan tanda tangan. Gratis dan tidak memindahkan apa pun.",
    ready: "Pesan sudah siap. Tanda tangani dengan {wallet} untuk melanjutkan.",
    sign: "Tanda tangani dengan {wallet}",
    cancel: "Batal",
    injected: "dompet peramban Anda",
    embedded: "dompet email Anda",
    problem: {
      not_found:
        "Peramban ini tidak lagi mengenal dompet yang Anda pakai untuk masuk. Keluar, masuk lagi dengan dompet itu, lalu ulangi.",
      other_account:
        "Dompet Anda berada di akun lain, bukan akun yang dipakai untuk masuk. Pindah kembali, lalu coba lagi.",
      cancelled: "Anda membatalkan. Tidak ada yang ditandatangani; coba lagi bila Anda siap.",
      pending: "Dompet Anda masih membuka sebuah permintaan. Buka dompet, jawab, lalu coba lagi.",
      silent: "Dompet Anda tidak menjawab. Buka kuncinya, lalu coba lagi.",
    },
  },
};
