import type { signedScore as source } from "../en/signed-score.ts";
import type { Translated } from "../translated.ts";

export const signedScore: Translated<typeof source> = {
  title: "Skor bertanda tangan",
  lead: "Berkas yang dapat diperiksa pemberi pinjaman mana pun, tanpa akun di sini dan tanpa harus memercayai situs ini. Anda memilih isinya.",
  always:
    "Selalu ada di dalamnya: alamat dompet, skor, tingkat, keyakinan, integritas, model, 90 hari yang dicakup, dan kedua tanggal.",
  days: "Berlaku selama",
  life: "{days, plural, other {# hari}}",
  issue: "Tandatangani skor saya",
  issued: "Sudah ditandatangani. Sekarang pilih apa yang ditampilkan berkas.",
  empty: "Belum ada yang ditandatangani.",
  noScore:
    "Setelah Anda punya skor lengkap dari akun yang terhubung, Anda dapat menandatanganinya di sini. Skor sementara tidak ditandatangani.",
  entry: "{tier}, {score} dari 100",
  period: "Dari {from} sampai {until}",
  state: { live: "Berlaku", expired: "Kedaluwarsa", revoked: "Dicabut" },
  prepare: "Siapkan berkas",
  close: "Tutup",
  revoke: "Cabut",
  revokeNow: "Cabut sekarang",
  keep: "Biarkan",
  revokeAsk: "Semua berkas dan tautan yang dibuat darinya tidak lagi berlaku.",
  revokedDone: "Dicabut. Sekarang tercantum di daftar publik.",
  thresholds: "Buktikan ambang batas, dan sembunyikan angkanya",
  nothing: "Tidak ada",
  exact: "Tampilkan angka persis",
  preview: "Pratinjau berkas",
  inside: "Ditampilkan dalam berkas ini",
  insideNone: "Tidak ada angka. Hanya yang selalu ada.",
  hidden: "{count, plural, other {# pernyataan lain ditandatangani dan tetap tersembunyi.}}",
  download: "Unduh",
  copy: "Salin",
  whole: "Seluruh berkas, seperti yang diterima pemberi pinjaman",
  passOn:
    "Berkas dapat diteruskan. Siapa pun yang memilikinya melihat isinya sampai Anda mencabutnya, dan juga sesudahnya. Pemberi pinjaman memeriksanya di <address></address>.",
  link: {
    title: "Atau sebagai tautan, untuk obrolan",
    text: "Angkanya ada di dalam tautan itu sendiri. Siapa pun yang memilikinya melihatnya dan dapat meneruskannya. Saat diperiksa, tautan dinyatakan sah sampai {until}, dan dinyatakan dicabut setelah Anda mencabutnya. Yang sudah dilihat tetap terlihat, dan aplikasi obrolan serta peramban menyimpan tautan itu.",
    long: "Tautan ini panjang, dan sebagian aplikasi obrolan memotong pesan sepanjang itu. Jika sampai dalam keadaan rusak, kirim berkasnya.",
    copy: "Salin tautan",
    send: "Kirim tautan",
  },
  shared: {
    badge: "Bertanda tangan, berlaku sampai {until}",
    lead: "Peminjam dapat memberi Anda berkas bertanda tangan yang Anda periksa sendiri, tanpa koneksi. Mintalah.",
    leadSigned:
      "Peminjam ini punya skor bertanda tangan yang berlaku. Minta berkasnya, dan periksa sendiri tanpa koneksi.",
    verify: "Verifikasi skor bertanda tangan",
  },
};
