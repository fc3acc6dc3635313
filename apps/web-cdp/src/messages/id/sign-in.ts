import type { signIn as source } from "../en/sign-in.ts";
import type { Translated } from "../translated.ts";

export const signIn: Translated<typeof source> = {
  looking: "Mencari dompet…",
  notLoaded: "Bagian halaman yang berbicara dengan dompet tidak termuat. Periksa koneksi Anda dan muat ulang halaman.",
  needsScript: "Untuk masuk diperlukan JavaScript, karena dompet Anda berbicara dengan halaman melaluinya.",
  loadingEmail: "Memuat dompet email…",
  connectedAs:
    "Terhubung sebagai <wallet></wallet>. Tinggal satu langkah: tanda tangani pesan yang membuktikan dompet itu milik Anda. Gratis dan tidak memindahkan apa pun.",
  sign: "Masuk",
  other: "Gunakan dompet lain",
  inBrowser: "Dompet di peramban ini",
  browserWallet: "Dompet peramban",
  byEmail: "Lanjutkan dengan email",
  none: "Tidak ada dompet di peramban ini. Pasang misalnya MetaMask atau Coinbase Wallet, atau buka halaman ini di peramban dompet Anda, lalu muat ulang.",
  free: "Masuk itu gratis. Kami tidak pernah meminta frasa pemulihan, dan tanda tangan itu tidak dapat memindahkan dana.",
  demo: "Gunakan dompet demo",
  demoKept: "Hanya disimpan di peramban ini.",
  demoNew: "Dompet demo baru",
  step: {
    connecting: "Menghubungkan…",
    signing: "Tanda tangani di dompet…",
    verifying: "Memeriksa…",
  },
  status: {
    connecting: "Menghubungkan ke {wallet}",
    ready: "Dompet terhubung. Tanda tangani pesan untuk masuk.",
    signing: "Menunggu tanda tangan Anda di {wallet}",
    verifying: "Memeriksa tanda tangan",
    done: "Sudah masuk",
  },
  failure: {
    cancelled: "Anda membatalkan. Tidak ada yang ditandatangani; coba lagi bila Anda siap.",
    pending: "Dompet Anda masih membuka sebuah permintaan. Buka dompet, jawab, lalu coba lagi.",
    silent: "Dompet Anda tidak menjawab. Buka kuncinya, atau pilih dompet lain, lalu coba lagi.",
    mismatch: "Tanda tangan tidak cocok dengan pesannya. Coba lagi dengan akun yang Anda hubungkan.",
  },
  email: {
    address: "Alamat email",
    hint: "Coinbase mengirim kode dan menyimpan dompet untuk alamat ini.",
    send: "Kirim kode",
    notSent: "Kode tidak dapat dikirim. Periksa alamatnya dan coba lagi.",
    code: "Kode dari email",
    sentTo: "Dikirim ke {address}",
    wrong: "Kode itu tidak berhasil. Periksa, atau minta kode baru.",
    continue: "Lanjutkan",
    otherAddress: "Gunakan alamat lain",
    wallet: "dompet email Anda",
  },
};
