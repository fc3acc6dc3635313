import type { adverseAction as source } from "../en/adverse-action.ts";
import type { Translated } from "../translated.ts";

export const adverseAction: Translated<typeof source> = {
  title: "Draf pemberitahuan penolakan",
  titleOf: "Draf pemberitahuan penolakan: {wallet}",
  open: "Tolak…",
  lead: "Mencatat apa yang Anda putuskan, dan menyusun alasan yang diberikan skor yang dibagikan.",
  otherDrafts: "Catat keputusan lain, atau lihat yang terdahulu",
  decision: {
    declined: { name: "Ditolak", hint: "Kredit tidak ditawarkan.", tells: "Permohonan ditolak." },
    counter_offer: {
      name: "Tawaran lain",
      hint: "Syarat atau jumlah yang berbeda dari yang diminta.",
      tells: "Kredit ditawarkan dengan syarat atau jumlah yang berbeda dari yang diminta.",
    },
    incomplete_application: {
      name: "Permohonan belum lengkap",
      hint: "Ada yang kurang untuk memutuskan.",
      tells: "Permohonan belum lengkap, sehingga belum dapat disetujui.",
    },
  },
  form: {
    title: "Apa keputusan Anda?",
    decision: "Keputusan Anda",
    reference: "Nomor pinjaman (opsional)",
    referenceHint:
      "Nomor Anda sendiri untuk permohonan ini. Peminjam melihatnya; jangan tulis nama dan nomor rekening.",
    consequences:
      "Pencatatan memulai 30 hari, memperlihatkan draf kepada peminjam, dan tidak dapat dibatalkan. Keputusan yang sama atas skor yang sama dicatat satu kali.",
    submit: "Catat dan susun pemberitahuan",
    failed: "Keputusan tidak tercatat. Coba lagi.",
  },
  preview: {
    title: "Alasan yang akan disebut draf",
    lead: "Baris skor yang kehilangan poin terbanyak, paling banyak empat, seperti yang ditampilkan pembagian ini kepada Anda.",
    score: "Skor {score}, {tier}, per {when}.",
    own: "Skor yang terlalu rendah bukan alasan; baris-baris ini alasannya. Bila Anda memutuskan karena alasan lain, sebutkan alasan itu dalam pemberitahuan Anda.",
  },
  tierOnly: {
    title: "Pembagian ini tidak menunjukkan alasan",
    text: "Hanya tingkat yang ditampilkan, sedangkan pemberitahuan harus menyebut alasan yang jelas. Minta peminjam membagikan skor dan faktor kepada Anda.",
  },
  ended: {
    title: "Tidak ada lagi yang dibagikan kepada Anda",
    text: "Pembagian telah berakhir atau skornya dihapus. Draf terdahulu Anda tetap ada di bawah; draf baru memerlukan pembagian baru.",
  },
  list: {
    title: "Draf pemberitahuan Anda",
    lead: "Keputusan yang Anda catat, dengan sisa waktu untuk setiap pemberitahuan.",
    earlier: "Draf terdahulu tentang peminjam ini",
    caption: "Draf pemberitahuan, terbaru lebih dahulu",
    borrower: "Peminjam",
    decision: "Keputusan",
    decided: "Dicatat",
    due: "Batas pemberitahuan",
    timer: "Sisa waktu",
  },
  timer: {
    left: "{days, plural, =1 {Jatuh tempo dalam sehari} other {Sisa # hari}}",
    overdue: "{days, plural, =0 {Terlambat} other {Terlambat # hari}}",
    sentInTime: "Dikirim tepat waktu",
    sentLate: "Dikirim terlambat",
  },
  reason: {
    none: "Skor ini tidak kehilangan poin, jadi tidak memberi alasan untuk keputusan apa pun. Sebutkan alasan Anda sendiri.",
    pointsLost: "{points} poin hilang",
    hidden: "Angka tidak dibagikan kepada pemberi pinjaman, jadi masing-masing tertulis “…”.",
  },
  english: {
    lines: "Pemberitahuannya sendiri berbahasa Inggris dan menyebut alasan ini dalam kalimat bahasa Inggris.",
    title: "Pemberitahuan ini berbahasa Inggris",
    text: "Aturan pemberitahuan ini (12 CFR 1002) adalah hukum Amerika Serikat. Ringkasnya:",
    due: "Batas pemberitahuan: {when}.",
    reasons: "Yang paling mengurangi skor:",
    dispute:
      "Keberatan atas keputusan diajukan kepada pemberi pinjaman yang disebut dalam pemberitahuan; angka diperbaiki di Seller Center TikTok Shop.",
  },
  complete: {
    title: "Sebelum Anda mengirimnya",
    text: "Pemberitahuan menurut Regulation B juga menyebut nama dan alamat Anda, lembaga federal pengawas Anda beserta alamatnya, dan memuat pasal 701(a) Equal Credit Opportunity Act (12 CFR 1002.9(b)(1)). Negara lain punya aturan sendiri. Mintalah penasihat hukum memeriksanya.",
  },
  sent: {
    button: "Saya sudah mengirim pemberitahuan",
    text: "Menghentikan waktu pada tanggal hari ini. Peminjam melihatnya, dan ini tidak dapat dibatalkan.",
    failed: "Tidak tercatat. Coba lagi.",
  },
  about: {
    title: "Keputusan pemberi pinjaman",
    lead: "Apa yang dicatat pemberi pinjaman tentang Anda, alasan yang mereka ambil dari skor Anda, dan cara mengajukan keberatan.",
    signIn: "Masuk untuk melihatnya",
    card: "{count, plural, other {# keputusan}} tercatat tentang Anda, dengan alasan dan cara mengajukan keberatan.",
    open: "Lihat keputusan",
    none: "Belum ada pemberi pinjaman yang mencatat keputusan",
    noneText:
      "Saat pemberi pinjaman mencatat keputusan atas skor yang Anda bagikan, keputusan itu langsung ada di sini beserta alasannya.",
    kept: "Tidak ada yang dapat mengubah atau menghapus catatan, dan catatan tetap ada ketika Anda mengakhiri pembagian atau menghapus data: catatan itu bukti apa yang diputuskan dan mengapa.",
  },
};
