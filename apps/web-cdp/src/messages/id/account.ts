import type { account as source } from "../en/account.ts";
import type { Translated } from "../translated.ts";

export const account: Translated<typeof source> = {
  title: "Data Anda",
  lead: "Semua yang kami simpan tentang dompet Anda dapat Anda bawa, atau minta dihapus.",
  exportTitle: "Unduh salinan",
  exportText:
    "Satu berkas berisi akun, pesanan, pencairan, skor, pembagian, siapa yang melihat, dan setiap catatan log audit Anda. Kunci akses ke TikTok Shop tidak ada di dalamnya.",
  exportWhole: "Satu objek JSON per baris. Baris terakhir berisi “end”; tanpa itu unduhan terpotong.",
  exportLabel: "Unduh data saya",
  deleteTitle: "Hapus akun Anda",
  deleteText:
    "Memutus, di bagian Akun usaha, menghentikan satu toko atau akun kreator dan membiarkan sisanya. Menghapus mengakhiri semuanya sekaligus dan menghapus semuanya untuk selamanya.",
  deleteLabel: "Hapus akun saya",
  dialogTitle: "Hapus akun Anda dan semua datanya",
  atOnce: {
    title: "Seketika",
    accounts: "Setiap akun yang terhubung diputus dan kami melupakan akses kami ke sana.",
    shares: "Setiap pembagian berakhir: pemberi pinjaman tidak melihat apa pun lagi. Skor bertanda tangan dicabut.",
    sessions: "Anda keluar di semua perangkat.",
  },
  soon: {
    title: "Dalam satu menit",
    rows: "Pesanan, pengembalian dana, pencairan, produk, skor, pembagian, dan log dihapus.",
    later: "Bila Anda masuk lagi nanti, Anda mulai dari kosong.",
  },
  stays: {
    title: "Yang tetap ada",
    mark: "Bahwa sebuah akun dihapus, kapan, dan sidik jari alamat dompet Anda, agar cadangan yang dipulihkan melupakan Anda lagi.",
    notices:
      "Pemberitahuan yang dibuat pemberi pinjaman tentang keputusan atas permohonan Anda: hukum mewajibkan mereka menyimpannya.",
    wallet: "Dompet Anda sendiri, dan berkas yang sudah Anda berikan.",
  },
  confirmPhrase: "hapus akun saya",
  confirmLabel: "Ketik “{phrase}” untuk mengonfirmasi",
  confirmWrong: "Ketik persis: {phrase}",
  confirmNow: "Hapus semuanya sekarang",
  ended: "Akses Anda telah berakhir di mana-mana.",
  erasing: "Data Anda sedang dihapus. Kurang dari satu menit; Anda boleh menutup halaman ini.",
  erased: "Semuanya sudah dihapus.",
  late: "Penghapusan lebih lama dari biasanya. Prosesnya berjalan sendiri; tanyakan dengan nomor di bawah.",
  receipt: "Nomor penghapusan ini: {id}",
  leave: "Tinggalkan",
};
