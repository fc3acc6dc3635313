import type { home as source } from "../en/home.ts";
import type { Translated } from "../translated.ts";

export const home: Translated<typeof source> = {
  title: "Skor kredit dari penjualan nyata Anda",
  lead: "LendFriend mengubah 90 hari penjualan atau komisi TikTok Shop menjadi skor dari 100, menunjukkan asal setiap poin, dan memungkinkan Anda membagikannya kepada pemberi pinjaman pilihan Anda.",
  steps: {
    wallet: {
      title: "Masuk dengan dompet",
      text: "Satu tanda tangan membuktikan dompet itu milik Anda. Gratis dan tidak memindahkan apa pun.",
    },
    connect: {
      title: "Hubungkan TikTok Shop",
      text: "Setujui di TikTok. Kami membaca 90 hari terakhir: pesanan, pengembalian dana, pencairan, komisi.",
    },
    score: {
      title: "Lihat skor Anda, bagikan bila mau",
      text: "Setiap poin dijelaskan. Anda memilih pemberi pinjaman, seberapa banyak yang dilihat, dan sampai kapan.",
    },
  },
  signIn: "Masuk",
  signInLead:
    "Peminjam dan pemberi pinjaman masuk dengan cara yang sama: dengan dompet, tanpa perlu mengingat apa pun.",
  signedIn: "Anda sudah masuk",
  signedInAs: "sebagai <wallet></wallet>. Mau ke mana?",
  toDashboard: "Dasbor peminjam saya",
  toLender: "Skor yang dibagikan kepada saya",
  borrowers: {
    title: "Untuk peminjam",
    action: "Buka dasbor peminjam",
    points: "Empat faktor, enam belas butir, masing-masing dengan poin, angka Anda, dan alasannya.",
    readOnly: "Hanya baca. Data pembeli dibuang sebelum apa pun disimpan.",
    looks: "Anda melihat siapa yang melihat dan kapan. Cabut pembagian dan aksesnya langsung berakhir.",
  },
  lenders: {
    title: "Untuk pemberi pinjaman",
    action: "Buka tampilan pemberi pinjaman",
    payouts: "Penjualan dicocokkan dengan pencairan dari platform sendiri, bukan dengan lembar kerja.",
    beside: "Keyakinan, integritas, kebaruan, dan peringatan penurunan di samping setiap skor.",
    model:
      "Satu model berversi dengan hash yang dipublikasikan. Ia menggambarkan penjualan dan tidak dikalibrasi terhadap risiko gagal bayar.",
  },
};
