import type { demo as source } from "../en/demo.ts";
import type { Translated } from "../translated.ts";

export const demo: Translated<typeof source> = {
  title: "Mainkan satu peran",
  lead: "Satu klik memasukkan Anda dengan dompet peramban ini, menghubungkan akun peran itu di sandbox, mengimpor 90 hari, dan memberinya skor. Semuanya rekaan; tidak ada yang sampai ke TikTok.",
  play: "Mainkan <name></name>",
  seller: "Toko",
  creator: "Kreator",
  signing: "Masuk dengan dompet demo…",
  leaving: "Menyetujui di sandbox…",
  failed: "Tidak berhasil. Coba lagi, atau pilih peran lain.",
  group: {
    worked: "Dihitung dengan tangan: angka yang dapat Anda periksa",
    shops: "Toko apa adanya",
    creators: "Kreator",
    off: "Saat ada yang tidak beres",
  },
  seeAt: {
    score: "Lihat skor",
    why: "Lihat alasan skor ini",
    accounts: "Lihat akun usaha",
    figures: "Lihat angka",
    factors: "Lihat setiap poin",
    charts: "Lihat per waktu dan bagian",
    nextTier: "Lihat tingkat berikutnya",
    leftOut: "Lihat yang tidak dihitung",
    moneyTrail: "Lihat jejak uang",
  },
  persona: {
    "worked-seller": {
      name: "Toko dengan angka bulat",
      teaches: "150 pesanan seharga $100 dengan 5% dikembalikan: 15.000 kotor, 750 dikembalikan, 14.250 bersih.",
    },
    "worked-creator": {
      name: "Kreator dengan angka bulat",
      teaches: "200 baris komisi yang sudah diselesaikan, senilai $30.000 dengan 15%: 4.500 diperoleh.",
    },
    "worked-hybrid-seller": {
      name: "Keduanya sekaligus: toko",
      teaches: "Bagian toko: penjualan $10.000, tidak ada yang dikembalikan. Mainkan bagian kreator sesudahnya.",
    },
    "worked-hybrid-creator": {
      name: "Keduanya sekaligus: kreator",
      teaches: "Bagian kreator: komisi $3.000, diberi skor bersama toko dalam satu dompet.",
    },
    "steady-seller": {
      name: "Toko yang sehat",
      teaches: "Sekitar 1.500 pesanan dalam 90 hari, dengan setiap status dalam perdagangan biasa.",
    },
    "growing-seller": {
      name: "Toko yang tumbuh",
      teaches: "Setiap bulan menjual lebih banyak dari bulan sebelumnya, dengan produk baru dan kreator baru.",
    },
    "declining-seller": {
      name: "Toko yang menurun",
      teaches: "Bulan terbaru menjual kurang dari separuh bulan terlama: peringatan penurunan, dalam pound.",
    },
    "viral-seller": {
      name: "Satu minggu viral",
      teaches: "Lonjakan enam minggu lalu dan sedikit sejak itu tidak dinilai seperti pendapatan yang stabil.",
    },
    "heavy-refunds": {
      name: "Banyak pengembalian dana",
      teaches: "Sepertiga nilainya kembali, paket terlambat dikirim, satu pencairan gagal.",
    },
    "new-shop": {
      name: "Baru dua belas hari",
      teaches: "Penjualan bagus dan riwayat terlalu pendek: batas atas yang terangkat oleh waktu.",
    },
    "cross-border": {
      name: "Empat pasar",
      teaches: "Empat mata uang yang tidak pernah dijumlahkan tanpa konversi, termasuk bayar di tempat.",
    },
    "hybrid-seller": {
      name: "Pasar Mina",
      teaches: "Toko milik seseorang yang juga kreator. Mainkan akun kreatornya sesudahnya.",
    },
    "us-creator": {
      name: "Kreator di Amerika Serikat",
      teaches: "Baris komisi yang selesai, ditunggu, dikembalikan, dan dibekukan, dipisahkan.",
    },
    "id-creator": {
      name: "Kreator di Indonesia",
      teaches: "Jumlah yang ditulis platform untuk orang (Rp9.900) dibaca dengan tepat.",
    },
    "hybrid-creator": {
      name: "Mina sang kreator",
      teaches: "Komisi dari toko sendiri hanya pindah kantong dan tidak dihitung.",
    },
    "planted-defects": {
      name: "Pembukuan yang tidak cocok",
      teaches:
        "Pesanan, laporan, dan pembayaran yang hilang, kurang, atau tidak bertuan: masing-masing dicatat dengan nomornya.",
    },
    "odd-rows": {
      name: "Baris yang tak terduga",
      teaches: "Status baru, nomor yang hilang, jumlah “N/A”: disisihkan, dihitung, dan ditampilkan.",
    },
    "no-orders": {
      name: "Tanpa pesanan sama sekali",
      teaches: "Toko berumur dua tahun tanpa satu pesanan pun tetap mendapat jawaban, beserta alasannya.",
    },
    "no-finance-scope": {
      name: "Keuangan tidak diizinkan",
      teaches: "Tetap terhubung, kehilangan yang tidak dapat dibuktikan, dan menyebut izinnya.",
    },
    "expiring-consent": {
      name: "Izin berakhir dalam lima hari",
      teaches: "Halaman meminta untuk menghubungkan ulang tepat waktu.",
    },
    "no-order-scope": {
      name: "Pesanan tidak diizinkan",
      teaches: "Tanpa pesanan tidak ada yang dapat dinilai: penolakan menyebut izin yang kurang.",
    },
    "partial-creator": {
      name: "Kreator yang tidak mencentang komisi",
      teaches: "Sama untuk kreator: penolakan menyebut izinnya.",
    },
    "no-shop": {
      name: "Akun tanpa toko",
      teaches: "“Tidak ada TikTok Shop yang aktif”, dan apa yang harus dilakukan.",
    },
    "inactive-shop": {
      name: "Toko yang tidak aktif",
      teaches: "Diizinkan tetapi tidak berjualan: dibedakan dari tidak punya toko.",
    },
    "restricted-market": {
      name: "Di luar pasar",
      teaches: "TikTok Shop tidak ada di mana-mana: penolakan mencantumkan di mana saja ada.",
    },
    "uk-creator": {
      name: "Kreator di Inggris Raya",
      teaches: "TikTok tidak punya angka afiliasi di sana: jalannya adalah toko, bukan skor 0.",
    },
  },
};
