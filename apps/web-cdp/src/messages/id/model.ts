import type { model as source } from "../en/model.ts";
import type { Translated } from "../translated.ts";

export const model: Translated<typeof source> = {
  title: "Cara skor dihitung",
  lead: "Model {model}. Halaman ini dibuat dari angka yang persis dipakai untuk menghitung skor.",
  notCalibrated: "Tidak dikalibrasi terhadap risiko gagal bayar",
  notCalibratedText:
    "Ambang batasnya disusun dari angka yang dipublikasikan dan belum disesuaikan dengan data pelunasan. Skor menggambarkan penjualan; ia tidak meramalkan pelunasan, dan tidak seorang pun sebaiknya memberi pinjaman hanya berdasarkan skor ini.",
  inputs: {
    title: "Apa yang dipakai, dan apa yang tidak pernah dilihat",
    used: "90 hari pesanan, retur, penyelesaian dana, pembayaran, dan komisi sebagaimana dilaporkan platform, umur akun, dan angka resmi tentang toko bila ada. Angka yang sama dan model yang sama selalu memberi hasil yang sama sampai seperseribu poin.",
    unseen:
      "Tidak ada nama, umur, jenis kelamin, asal-usul, agama, keluarga, kesehatan, alamat, atau foto siapa pun; tidak ada apa pun tentang pembeli; tidak ada apa pun dari media sosial; tidak ada catatan pemberi pinjaman lain. Semua itu bukan masukan, jadi tidak dapat menggeser satu poin pun.",
    missing:
      "Bila platform tidak menyediakan suatu angka bagi akun seperti ini, poinnya dibagikan ke sisa faktornya. Bila riwayatnya terlalu pendek, atau peminjam tidak memberi izin, tidak ada poin yang diperoleh, dan halaman skor menyebutkan yang mana.",
  },
  factor: "{name}: {points} poin",
  item: {
    points: "{points} poin",
    curveTable: "{name}: garis lurus di antara titik-titik ini",
    stateTable: "{name}: poin untuk setiap keadaan",
    figure: "Angka",
    state: "Keadaan",
    share: "Bagian",
    earned: "Poin",
    curve: "Kurva {name}; titik-titiknya ada di tabel di sampingnya.",
  },
  ceilings: {
    title: "Batas atas",
    lead: "Bila dasarnya terlalu sedikit. Yang terendah di antara yang terpenuhi berlaku.",
    table: "Batas atas skor",
    when: "Bila",
    most: "Paling banyak",
  },
  tiers: { title: "Tingkat", table: "Tingkat skor", tier: "Tingkat", from: "Mulai" },
  beside: {
    title: "Di samping skor, tidak pernah di dalamnya",
    confidence:
      "<b>Keyakinan</b>, 0 sampai 100: {orders} untuk {fullOrders} pesanan atau lebih, {history} untuk {days} hari teramati, {reconciled} untuk bagian nilai terkirim lama yang dikonfirmasi pencairan, {freshness} selama angka berumur di bawah {freshHours} jam, turun sampai habis pada {staleHours} jam.",
    integrity:
      "<b>Integritas</b>: dari nilai yang terkirim lebih dari 15 hari lalu, pencairan mengonfirmasi {pass} atau lebih (lolos), {review} atau lebih (perlu ditinjau), atau kurang (gagal).",
    decline:
      "<b>Peringatan penurunan</b>: bila penjualan turun lebih dari {share} dari sepertiga jendela waktu ke sepertiga berikutnya.",
  },
  hash: {
    title: "Periksa sendiri",
    text: "SHA-256 dari konfigurasi ini, bagian dari setiap skor. Skor yang menyebut nilai lain dihitung dengan angka lain.",
  },
  note: {
    fewOrders: "Dikalikan √(pesanan ÷ {orders}), paling banyak 1: sedikit pesanan hanya menunjukkan sedikit.",
    history: "Dikalikan hari teramati ÷ {days}.",
    short: "Tidak ada poin di bawah {days} hari teramati atau tanpa pesanan.",
    drawn:
      "Ditarik ke arah {prior} seolah ada {strength} kasus lagi, supaya satu kasus di antara yang sedikit tidak menentukan.",
    drawnRefunds:
      "Ditarik ke arah {prior} seolah ada lebih banyak penjualan dengan tingkat itu: {orders} pesanan rata-rata, atau {usd} bila lebih besar.",
    damped:
      "Setiap bagian ditambah {least} atau {share} dari total jendela waktu, mana yang lebih besar, supaya awal yang kecil tidak terbaca sebagai lonjakan.",
    leastOrders: "{orders} pesanan",
    faded:
      "Mulai {days} hari teramati, satu bulan dihitung paling banyak {headroom} kali sepertiga terbaru, dan setidaknya {floor} dari rata-rata: lonjakan yang sudah reda dihitung lebih sedikit.",
    chat: "Kepuasan obrolan: {steps} dari poin.",
    noAffiliates: "Tidak berlaku bila tidak ada di keduanya.",
  },
  measures: {
    monthly_revenue:
      "Penjualan dikurangi pengembalian dana, termasuk komisi afiliasi, dalam dolar AS untuk setiap 30 hari jendela waktu.",
    order_frequency:
      "Bagian minggu penuh dalam jendela waktu (paling banyak 12) dengan setidaknya satu pesanan yang dihitung.",
    order_regularity: "Seberapa besar jumlah pesanan mingguan berubah-ubah: simpangan baku dibanding rata-ratanya.",
    revenue_stability:
      "Penurunan penjualan yang lebih besar, sebelum pengembalian dana, dari sepertiga jendela waktu ke sepertiga berikutnya.",
    account_age: "Bulan sejak pesanan pertama, atau produk pertama bila lebih lama.",
    seller_type: "Apa yang sudah diverifikasi platform tentang akun ini.",
    refund_rate: "Pengembalian dana sebagai bagian nilai penjualan, masing-masing dicatat pada tanggal pesanannya.",
    on_time_dispatch:
      "Pesanan yang diserahkan setelah batas waktu platform, sebagai bagian dari yang memiliki kedua waktu.",
    seller_cancellations: "Pesanan yang dibatalkan penjual, sebagai bagian dari pesanan itu dan yang dihitung.",
    customer_satisfaction: "Skor toko atau rata-rata bintang dari platform sendiri; bila tidak ada, kepuasan obrolan.",
    platform_standing: "Apakah platform masih memberi kami izin, dan apakah pembayaran ke akun berjalan tanpa masalah.",
    revenue_growth:
      "Sepertiga terbaru dibanding yang terlama dan yang di tengah, masing-masing separuh. Penjualan tiap mata uang dihitung sendiri lalu digabung menurut bobot, supaya kurs tidak menjadi pertumbuhan.",
    order_growth:
      "Sepertiga terbaru dibanding yang terlama dan yang di tengah, masing-masing separuh. Jumlah pesanan yang dihitung.",
    product_launches: "Produk yang dibuat dalam jendela waktu dan pertama kali terjual di sepertiga terbaru.",
    market_expansion: "Pasar tempat akun ini berjualan.",
    affiliate_network:
      "Kreator dengan pesanan berkomisi untuk toko (bagi kreator: toko), sepertiga terbaru dibanding terlama.",
  },
  state: {
    business: "Toko badan usaha",
    individual: "Toko perorangan",
    creator: "Kreator",
    hybrid: "Toko dan kreator",
    good: "Beres",
    authorization_expiring: "Izin berakhir dalam 7 hari",
    payment_problem: "Ada pembayaran yang gagal atau ditahan",
    ended: "Izin berakhir, atau toko tidak aktif",
    oneMarket: "Satu pasar",
    severalMarkets: "Dua pasar atau lebih",
    newMarket: "Pasar baru di sepertiga terbaru, dengan {share} dari pendapatannya atau lebih",
  },
};
