import type { dashboard as source } from "../en/dashboard.ts";
import type { Translated } from "../translated.ts";

export const dashboard: Translated<typeof source> = {
  name: "Dasbor peminjam",
  signIn: "Hubungkan toko, lihat skor dengan setiap alasannya, dan bagikan.",
  signInTitle: "Masuk untuk mulai",
  title: "Dasbor Anda",
  lead: "Masuk sebagai <wallet></wallet>. Hanya Anda yang melihat halaman ini.",
  score: "Skor Anda",
  accounts: "Akun usaha",
  accountsLead: "Asal penjualan Anda. Hanya baca; Anda dapat berhenti kapan saja.",
  onThisPage: "Di halaman ini",
  place: {
    score: "Skor",
    accounts: "Akun",
    why: "Mengapa",
    history: "Riwayat",
    changes: "Apa yang berubah",
    factors: "Setiap poin",
    nextTier: "Tingkat berikutnya",
    whatIf: "Bagaimana jika",
    figures: "Angka",
    charts: "Grafik",
    share: "Bagikan",
    signed: "Skor bertanda tangan",
    data: "Data Anda",
  },
  fold: {
    behind: { title: "Di balik skor", lead: "Alasan, riwayat, perubahan, setiap poin" },
    further: { title: "Melangkah lebih jauh", lead: "Tingkat berikutnya, dan apa yang akan berubah" },
    figures: { title: "Angka dan grafik", lead: "Penjualan, wawasan, pencairan, yang tidak dihitung" },
    sharing: {
      title: "Pembagian dan pemberi pinjaman",
      lead: "Siapa yang boleh melihat, siapa yang melihat, apa keputusannya",
    },
    safety: { title: "Keamanan dan data Anda", lead: "Sesi, skor bertanda tangan, unduhan, penghapusan" },
  },
};
