import type { verify as source } from "../en/verify.ts";
import type { Translated } from "../translated.ts";

export const verify: Translated<typeof source> = {
  title: "Verifikasi skor bertanda tangan",
  lead: "Diperiksa di perangkat ini, di peramban Anda. Berkas tidak dikirim ke mana pun, dan tidak perlu akun.",
  input: "Skor bertanda tangan",
  hint: "Tempel teks atau tautannya, pilih berkasnya, atau jatuhkan di sini.",
  choose: "Pilih berkas",
  check: "Periksa",
  clear: "Kosongkan",
  loading: "Memuat pemeriksa…",
  ready: "Siap. Mulai sekarang halaman ini juga berfungsi tanpa koneksi.",
  broken: "Pemeriksa tidak termuat. Muat ulang halaman.",
  tooLarge: "Berkas ini lebih besar daripada skor bertanda tangan mana pun.",
  brokenLink: {
    title: "Tautan ini rusak",
    text: "Sebagian hilang atau berubah di perjalanan. Minta peminjam mengirimnya lagi, atau mengirim berkasnya.",
  },
  listTitle: "Daftar skor yang dicabut",
  listText:
    "Satu-satunya hal yang tidak dapat dikatakan berkas itu sendiri. Setiap pemeriksaan meminta daftar terbaru dari situs ini, tanpa memberi tahu skor mana yang Anda lihat. Tanpa koneksi, daftar tersimpan dapat dipakai.",
  saveList: "Simpan daftar",
  openList: "Buka daftar tersimpan",
  listOpened: "Daftar tersimpan tersedia.",
  claims: "Apa isinya",
  disclosed: "Angka yang ditampilkan",
  disclosedTable: "Setiap angka yang ditampilkan, dan apakah ditandatangani",
  checks: "Pemeriksaan",
  hidden:
    "{count, plural, =0 {Semua yang ditandatangani ditampilkan.} other {# pernyataan lain ditandatangani dan tidak ditampilkan di sini.}}",
  figure: "Angka",
  says: "Menyatakan",
  signed: "Ditandatangani",
  genuine: "Asli",
  altered: "Bukan bagian dari yang ditandatangani",
  provisional: "Skor ini sementara: sebagian impor belum ada saat dibuat.",
  checkedAt: "Diperiksa pada {time}.",
  malformedAt: "Masalah pertama di: {place}.",
  unproven: "Tidak ada yang terbukti di bawah ini.",
  notProven:
    "Ini membuktikan apa yang diukur situs ini, bukan siapa yang menyerahkan berkas atau tautannya. Minta peminjam masuk, atau menandatangani pesan, dengan dompet yang disebut di sini. Skor tidak dikalibrasi terhadap risiko gagal bayar.",
  signers: "Kunci situs ini",
  signersText:
    "Bandingkan alamat penanda tangan dengan yang Anda peroleh dari jalur lain. Yang pertama dipakai sekarang; lainnya kunci terdahulu.",
  verdict: {
    valid: {
      title: "Sah: asli dan berlaku",
      text: "Situs ini menandatanganinya, tidak ada yang diubah sejak itu, dan belum kedaluwarsa.",
    },
    malformed: {
      title: "Bukan skor bertanda tangan",
      text: "Teks ini bukan skor bertanda tangan dalam format ini, atau ada yang ditambahkan atau dipotong.",
    },
    other_deployment: {
      title: "Ditandatangani untuk situs lain",
      text: "Berkas menyebut situs lain sebagai penerbit. Periksa di sana, bila Anda memercayai situs itu.",
    },
    malleable_signature: {
      title: "Dirusak: tanda tangan ditulis ulang",
      text: "Tanda tangan ini dalam bentuk yang tidak pernah kami tulis. Jangan mengandalkannya.",
    },
    statement_altered: {
      title: "Dirusak: pernyataan atau tanda tangannya diubah",
      text: "Tanda tangan tidak cocok dengan pernyataan: skor, tingkat, tanggal, dompet, atau isian bertanda tangan lain diubah. Jangan mengandalkannya.",
    },
    unknown_signer: {
      title: "Penanda tangan tidak dikenal",
      text: "Berkas ditandatangani, tetapi bukan dengan kunci situs ini. Jangan mengandalkannya.",
    },
    disclosure_altered: {
      title: "Dirusak: angka yang ditampilkan diubah",
      text: "Skornya asli, tetapi setidaknya satu angka yang ditampilkan bukan bagian dari yang ditandatangani. Angka itu ditandai di bawah.",
    },
    period_refused: {
      title: "Tanggalnya saling bertentangan",
      text: "Berkas mengaku berlaku lebih dari 90 hari, atau menggambarkan hari setelah diterbitkan. Jangan mengandalkannya.",
    },
    revoked: {
      title: "Dicabut: asli, dan ditarik kembali",
      text: "Berkas asli saat ditandatangani. Peminjam menariknya, atau menghapus angka yang mendasarinya.",
    },
    expired: {
      title: "Kedaluwarsa: asli, dan waktunya habis",
      text: "Tidak ada yang diubah. Minta yang baru kepada peminjam.",
    },
    not_yet_valid: {
      title: "Belum berlaku",
      text: "Tanggal terbitnya di masa depan. Periksa jam perangkat ini.",
    },
  },
  outcome: { passed: "Lolos", failed: "Gagal", not_done: "Tidak diperiksa" },
  form: {
    name: "Format",
    passed: "Skor bertanda tangan yang lengkap, tanpa tambahan.",
    failed: "Bukan skor bertanda tangan.",
    not_done: "–",
  },
  issuer: {
    name: "Penerbit",
    passed: "Diterbitkan oleh situs ini.",
    failed: "Diterbitkan oleh situs lain.",
    not_done: "Tidak tercapai.",
  },
  signature: {
    name: "Tanda tangan",
    passed: "Cocok dengan pernyataan dan penanda tangan yang disebut berkas.",
    failed: "Tidak cocok: pernyataan, penanda tangan, atau tanda tangan diubah.",
    not_done: "Tidak tercapai.",
  },
  signer: {
    name: "Penanda tangan",
    passed: "Kunci situs ini.",
    failed: "Bukan kunci situs ini.",
    not_done: "Tidak tercapai.",
  },
  disclosures: {
    name: "Angka yang ditampilkan",
    passed: "Semuanya bagian dari yang ditandatangani.",
    failed: "Setidaknya satu bukan bagian dari yang ditandatangani.",
    not_done: "Tidak ada yang ditampilkan.",
  },
  period: {
    name: "Tanggal",
    passed: "Sedang berlaku.",
    failed: "Tidak sedang berlaku.",
    not_done: "Tidak tercapai.",
  },
  revocation: {
    name: "Pencabutan",
    revoked: "Dicabut pada {at}, menurut daftar yang dibuat pada {madeAt}.",
    not_listed: "Tidak ada di daftar skor yang dicabut yang dibuat pada {madeAt}.",
    list_too_old: "Daftar yang ada dibuat pada {madeAt}, sebelum skor ini. Daftar itu tidak dapat menjawab.",
    list_refused: "Daftar yang ada bukan daftar yang ditandatangani situs ini. Tidak dipakai.",
    not_checked:
      "Tidak ada daftar skor yang dicabut: tidak ada koneksi, dan tidak ada daftar tersimpan yang dibuka. Sisanya tetap diperiksa.",
  },
  fact: {
    score: "Skor",
    tier: "Tingkat",
    confidence: "Keyakinan",
    integrity: "Integritas",
    covers: "Mencakup",
    measured: "Diukur",
    issued: "Diterbitkan",
    validUntil: "Berlaku sampai",
    complete: "Impor lengkap",
    model: "Model",
    subject: "Dompet peminjam",
    signer: "Ditandatangani oleh",
    issuer: "Penerbit",
    id: "Nomor",
    modelHash: "Hash model",
    ofHundred: "{points} dari 100",
    period: "{from} sampai {to}",
    yes: "Ya",
    no: "Tidak, sementara",
  },
};
