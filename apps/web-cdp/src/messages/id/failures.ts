import type { failures as source } from "../en/failures.ts";
import type { Translated } from "../translated.ts";

export const failures: Translated<typeof source> = {
  bad_request: "Ada isian yang tidak dapat dipakai. Periksa lalu coba lagi.",
  conflict: "Ini telah berubah sementara itu. Muat ulang halaman dan coba lagi.",
  daily_limit_reached: "Ini sudah dilakukan sebanyak yang diizinkan dalam sehari. Coba lagi besok.",
  forbidden: "Itu tidak diizinkan untuk dompet ini.",
  limit_reached:
    "Jumlah yang boleh berlaku bersamaan sudah tercapai. Cabut salah satu yang tidak diperlukan lagi, lalu coba lagi.",
  method_not_allowed: "Halaman ini sudah usang. Muat ulang dan coba lagi.",
  not_found: "Itu sudah tidak ada. Muat ulang halaman.",
  rate_limited: "Terlalu banyak percobaan dalam waktu singkat. Tunggu satu menit lalu coba lagi.",
  score_too_old: "Skor ini terlalu lama untuk ditandatangani. Impor lagi terlebih dahulu.",
  too_large: "Itu terlalu besar.",
  unauthorized: "Anda sudah keluar. Masuk lalu coba lagi.",
  unavailable: "Ini tidak dapat dilakukan saat ini. Tidak ada yang hilang; coba lagi sebentar lagi.",
  unexpected: "Ada yang tidak beres di pihak kami. Tidak ada yang hilang; coba lagi sebentar lagi.",
  unsupported_media_type: "Halaman ini sudah usang. Muat ulang dan coba lagi.",
  offline: "Kami tidak dapat menjangkau server. Periksa koneksi Anda dan coba lagi.",
  unreadable: "Server memberi jawaban yang tidak dapat kami baca. Coba lagi sebentar lagi.",
};
