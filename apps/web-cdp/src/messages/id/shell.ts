import type { shell as source } from "../en/shell.ts";
import type { Translated } from "../translated.ts";

export const shell: Translated<typeof source> = {
  title: "LendFriend: skor kredit dari penjualan nyata",
  description:
    "Hubungkan akun TikTok Shop, lihat 90 hari penjualan menjadi skor yang setiap poinnya dijelaskan, dan bagikan kepada pemberi pinjaman pilihan Anda.",
  skip: "Langsung ke isi",
  main: "Utama",
  dashboard: "Dasbor peminjam",
  dashboardShort: "Dasbor",
  lender: "Pemberi pinjaman",
  signIn: "Masuk",
  signedInAs: "Masuk sebagai",
  language: "Bahasa",
  appearance: { label: "Tampilan", system: "Seperti perangkat ini", light: "Terang", dark: "Gelap" },
  sandboxPlay: "Mainkan satu peran",
  sandbox: "Sandbox",
  sandboxMark: "Sandbox.",
  sandboxText:
    "Toko, pesanan, dan dompet di sini adalah rekaan. Tidak ada yang sampai ke TikTok, dan tidak ada uang yang terlibat.",
  notCalibrated: "Skor ini tidak dikalibrasi terhadap risiko gagal bayar.",
  notCalibratedText:
    "Ambang batasnya disusun dari angka yang dipublikasikan dan belum disesuaikan dengan data pelunasan. Skor menggambarkan penjualan; ia tidak meramalkan pelunasan.",
  howComputed: "Cara skor dihitung",
  trademark:
    "LendFriend membaca angka penjualan dengan persetujuan penjual atau kreator. LendFriend tidak dapat memposting, mengubah toko, atau memindahkan uang. TikTok Shop adalah merek dagang pemiliknya, yang tidak mendukung produk ini.",
  verify: "Verifikasi skor bertanda tangan",
  signInFirst: "Masuk untuk melihatnya",
  signInFirstLead: "Dompet Anda adalah akun Anda di sini. Tidak ada kata sandi.",
  notFound: "Tidak ditemukan",
  notFoundTitle: "Tidak ada apa-apa di sini untuk Anda",
  notFoundText:
    "Alamatnya mungkin salah, atau peminjam belum berbagi dengan dompet ini, atau pembagiannya telah berakhir atau dicabut.",
  toLender: "Skor yang dibagikan kepada saya",
  backToDashboard: "Kembali ke dasbor",
  backToBreakdown: "Kembali ke rincian",
  home: "Beranda",
  busy: "Saat ini permintaan lebih banyak daripada yang bisa kami jawab. Halaman ini mencoba lagi dengan sendirinya.",
  island: {
    signOut: "Keluar",
    signOutFailed: "Gagal keluar. Periksa koneksi Anda dan coba lagi.",
    copied: "Disalin",
    copyRefused: "Peramban Anda menolak; pilih teksnya lalu salin",
    print: "Cetak atau simpan sebagai PDF",
    close: "Tutup",
    reference: "Nomor rujukan bantuan:",
    tryAgain: "Coba lagi",
    errorTitle: "Halaman ini tidak termuat",
    errorOurs: "Ada yang tidak beres di pihak kami.",
    errorText:
      "Tidak ada yang hilang: koneksi, skor, dan pembagian Anda tetap seperti semula. Coba lagi sebentar lagi.",
  },
};
