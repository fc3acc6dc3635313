import type { moneyTrail as source } from "../en/money-trail.ts";
import type { Translated } from "../translated.ts";

export const moneyTrail: Translated<typeof source> = {
  title: "Jejak uang",
  titleOf: "Jejak uang {wallet}",
  lead: "Setiap pesanan yang dihitung, diikuti menurut nomornya: pesanan, penyelesaian, laporan, pembayaran. Yang tidak cocok tercantum di bawah, dan tidak ada yang lain.",
  cardLead:
    "Setiap pesanan yang dihitung, diikuti menurut nomornya: pesanan, penyelesaian, laporan, pembayaran. Setiap nomor yang tidak cocok tercantum dengan artinya.",
  summary: "Ke mana uangnya",
  summaryLead: "Banyaknya dan jumlahnya menurut mata uang. Pesanan dihitung menurut nilai barangnya.",
  summaryTable: "Banyaknya dan jumlahnya menurut keadaan",
  column: { subject: "Apa", state: "Keadaan", count: "Banyaknya", value: "Jumlah" },
  old: "Dasar lencana integritas",
  oldLead:
    "Pesanan yang terkirim lebih dari 15 hari lalu harus ada dalam penyelesaian TikTok Shop atau dalam daftar uang yang belum diselesaikan. Bagian yang ada di sana, menurut nilai, menghasilkan Lolos (95% atau lebih), Perlu ditinjau (85% atau lebih), atau Gagal.",
  oldTable: "Pengiriman lama menurut mata uang",
  oldNone: "Tidak ada pesanan yang terkirim lebih dari 15 hari lalu.",
  oldColumn: { currency: "Mata uang", count: "Terkirim", value: "Nilainya", missing: "Hilang" },
  filter: "Jenis tanda",
  list: "Yang tidak cocok",
  listLead:
    "Tanda adalah pertanyaan, bukan vonis: tanda menunjukkan nomor mana yang perlu dilihat dan mengapa. Hanya pesanan yang hilang menurunkan skor; masing-masing dihitung setengah.",
  nothing: "Semuanya cocok",
  nothingText: "Tidak ada pesanan, laporan, atau pembayaran yang hilang, kurang, lebih, atau tanpa penjelasan.",
  nothingOfKind: "Tidak ada jenis ini",
  nothingOfKindText: "Tidak ada tanda jenis ini.",
  notYet: "Belum diikuti",
  notYetText: "Uang diikuti pada setiap impor. Hasilnya ada di sini setelah impor berikutnya.",
  unavailable: "Uangnya tidak dapat diikuti",
  partly: "Uang satu akun tidak dapat diikuti",
  howTitle: "Arti setiap keadaan",
  all: "Semua",
  expected: "Seharusnya",
  found: "Ditemukan",
  date: "Tanggal",
  shop: "Toko",
  order: "Pesanan",
  statement: "Laporan",
  payment: "Pembayaran",
  nobody: "Tidak ada",
  previous: "Halaman sebelumnya",
  next: "Halaman berikutnya",
  back: "Kembali ke dasbor Anda",
  asOf: "Per {when}, bersama skor dari impor itu.",
  pageOf: "Halaman {page, number} dari {pages, number}",
  open: "Ikuti uangnya",
  export: "Ekspor CSV",
  subject: {
    order: { one: "Pesanan", many: "Pesanan" },
    settlement: { one: "Penyelesaian", many: "Penyelesaian" },
    unsettled: { one: "Baris yang belum diselesaikan", many: "Baris yang belum diselesaikan" },
    statement: { one: "Laporan", many: "Laporan" },
    payment: { one: "Pembayaran", many: "Pembayaran" },
  },
  state: {
    MATCHED: {
      label: "Cocok",
      means:
        "Pesanan yang sudah diselesaikan, laporannya dibayar, dan jumlahnya sesuai. Laporan yang sama dengan transaksinya dan sudah dibayar; pembayaran yang sama dengan laporannya.",
    },
    PENDING: {
      label: "Menunggu",
      means:
        "Uang yang masih di jalan: belum terkirim, terkirim dalam 15 hari terakhir, ada dalam daftar uang TikTok Shop yang belum diselesaikan, atau sudah diselesaikan dan belum dicairkan.",
    },
    MISSING: {
      label: "Hilang",
      means:
        "Pesanan yang terkirim lebih dari 15 hari lalu yang tidak diselesaikan dan tidak tercantum sebagai belum diselesaikan. Laporan yang ditandai sudah dibayar tanpa pembayaran yang tercantum. Pembayaran yang gagal.",
    },
    MISMATCH: {
      label: "Berbeda",
      means:
        "Pesanan yang diselesaikan lebih dari 1% di atas harga jualnya, atau dalam mata uang lain. Laporan yang bukan jumlah transaksinya; pembayaran yang bukan jumlah laporannya.",
    },
    PARTIAL: {
      label: "Sebagian",
      means:
        "Pesanan yang diselesaikan lebih dari 1% di bawah harga jualnya, tanpa retur yang menjelaskannya dan tanpa sisa yang belum diselesaikan.",
    },
    ORPHAN: {
      label: "Tanpa asal",
      means:
        "Uang tanpa sebabnya: penyelesaian atau baris yang belum diselesaikan untuk pesanan dalam 90 hari ini yang tidak tercantum di TikTok Shop, atau pembayaran yang tidak disebut laporan mana pun.",
    },
  },
  problem: {
    not_settled: {
      title: "Terkirim, tidak pernah diselesaikan",
      means:
        "Pesanan terkirim lebih dari 15 hari lalu, dan TikTok Shop tidak mencantumkan penyelesaian maupun jumlah yang menunggu untuknya.",
      todo: {
        borrower:
          "Cari pesanan ini di Seller Center pada bagian Keuangan. Bila di sana sudah diselesaikan, impor lagi; bila belum, tanyakan alasannya kepada TikTok Shop.",
        lender: "Minta penyelesaian pesanan ini. Setengah nilainya sudah tidak dihitung dalam skor.",
      },
    },
    settled_short: {
      title: "Diselesaikan kurang",
      means:
        "Pendapatan dalam penyelesaiannya di bawah harga jual, tidak ada retur yang menjelaskannya, dan tidak ada lagi yang menunggu.",
      todo: {
        borrower: "Buka pesanan di Seller Center pada bagian Keuangan dan bandingkan pendapatannya dengan harganya.",
        lender:
          "Tanyakan apa yang dipotong dari pesanan ini: biaya di luar laporan, atau pengembalian dana yang tidak tercantum.",
      },
    },
    settled_over: {
      title: "Diselesaikan lebih",
      means: "Pendapatan dalam penyelesaiannya di atas harga jual.",
      todo: {
        borrower: "Buka pesanan di Seller Center: laporan berikutnya mungkin menarik kembali selisihnya.",
        lender: "Jangan mengandalkan selisihnya: laporan berikutnya mungkin menariknya kembali.",
      },
    },
    other_currency: {
      title: "Diselesaikan dalam mata uang lain",
      means:
        "Pesanan dijual dalam satu mata uang dan diselesaikan dalam mata uang lain, jadi jumlahnya tidak dapat dibandingkan.",
      todo: {
        borrower: "Periksa mata uang penyelesaian toko di Seller Center.",
        lender: "Tanyakan dalam mata uang apa toko ini diselesaikan, dan dengan kurs berapa.",
      },
    },
    unknown_order: {
      title: "Uang untuk pesanan yang tidak tercantum",
      means: "Uang ini menyebut pesanan dalam 90 hari ini yang tidak ada dalam daftar pesanan TikTok Shop.",
      todo: {
        borrower: "Cari pesanan itu di Seller Center. Bila ada di sana, impor lagi.",
        lender: "Tanyakan pesanan ini: uangnya nyata, penjualannya tidak terlihat.",
      },
    },
    unknown_statement: {
      title: "Penyelesaian tanpa laporan",
      means: "Laporannya tidak ada dalam daftar laporan TikTok Shop.",
      todo: {
        borrower: "Cari laporan itu di Seller Center pada bagian Keuangan, lalu impor lagi.",
        lender: "Minta laporan ini.",
      },
    },
    payment_not_found: {
      title: "Sudah dibayar, tetapi tanpa pembayaran",
      means: "Laporan ditandai sudah dibayar, dengan pembayaran yang tidak tercantum di TikTok Shop.",
      todo: {
        borrower: "Periksa jumlahnya di rekening bank Anda, dan pembayarannya di Seller Center.",
        lender: "Minta catatan bank untuk jumlah ini.",
      },
    },
    payment_failed: {
      title: "Pembayaran gagal",
      means: "TikTok Shop mencoba membayar dan bank menolak.",
      todo: {
        borrower:
          "Periksa rekening bank tujuan di Seller Center. Pembayaran yang gagal biasanya diulang setelah rekeningnya benar.",
        lender: "Tanyakan apakah pembayaran itu diulang.",
      },
    },
    no_statement: {
      title: "Pembayaran tanpa dasar",
      means: "Tidak ada laporan tercantum yang menyebut pembayaran ini.",
      todo: {
        borrower: "Buka pembayaran di Seller Center untuk melihat laporan mana yang dicakupnya.",
        lender: "Tanyakan untuk apa pembayaran ini.",
      },
    },
    sum_differs: {
      title: "Jumlahnya berbeda",
      means: "Jumlahnya bukan penjumlahan dari isinya.",
      todo: {
        borrower: "Bandingkan dengan rinciannya di Seller Center. Bila di sana cocok, impor lagi.",
        lender: "Minta rinciannya dari Seller Center.",
      },
    },
  },
  untied: {
    withheld: {
      why: {
        seller: "Laporan dan pencairan tidak diizinkan untuk akun penjual.",
        creator: "Laporan dan pencairan tidak diizinkan untuk akun kreator.",
      },
      restores: "Hubungkan ulang akun dan izinkan “Laporan dan pencairan” ({permission}).",
    },
    unsupported: {
      why: {
        seller: "TikTok Shop tidak mencantumkan penyelesaian untuk akun penjual ini.",
        creator: "TikTok Shop tidak mencantumkan penyelesaian untuk akun kreator ini.",
      },
    },
    nothing_settled: {
      why: {
        seller: "TikTok Shop belum menyelesaikan satu pesanan pun dari akun penjual ini dalam 90 hari ini.",
        creator: "TikTok Shop belum menyelesaikan satu pesanan pun dari akun kreator ini dalam 90 hari ini.",
      },
      restores: "Uangnya diikuti setelah pesanan pertama diselesaikan.",
    },
    no_settlements_for_creators: {
      why: "TikTok Shop tidak mencantumkan penyelesaian untuk kreator: komisi punya statusnya sendiri.",
    },
  },
};
