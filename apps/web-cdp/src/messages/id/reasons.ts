import type { reasons as source } from "../en/reasons.ts";
import type { Translated } from "../translated.ts";

export const reasons: Translated<typeof source> = {
  full: {
    monthly_revenue: "Pendapatan bersih terverifikasi dihitung {monthly} per bulan; {full} memberi poin penuh.",
    monthly_revenue_faded: "Rata-ratanya {average}; periode terbaru lebih rendah, jadi yang dihitung lebih sedikit.",
    no_full_week: "Belum ada satu minggu penuh dalam riwayat.",
    order_frequency:
      "{active, number} dari {weeks, plural, other {# minggu}} terakhir memiliki penjualan; {full} atau lebih memberi poin penuh.",
    no_week_with_order: "Tidak ada penjualan dalam minggu penuh mana pun, jadi kerataannya tidak dapat diukur.",
    order_regularity:
      "Pesanan mingguan berubah {variation} di sekitar rata-ratanya; {full} atau kurang memberi poin penuh.",
    revenue_stability:
      "Penurunan penjualan terbesar dari satu periode ke periode berikutnya adalah {fall}; {full} atau kurang memberi poin penuh.",
    account_age: "Aktivitas pertama terjadi {months} bulan lalu; {full} bulan memberi poin penuh.",
    seller_hybrid: "Sebuah toko dan sebuah akun kreator terhubung.",
    seller_business: "Platform telah memverifikasi toko ini sebagai badan usaha.",
    seller_individual:
      "Platform mencatat toko ini sebagai milik perorangan; badan usaha terverifikasi memberi poin penuh.",
    seller_creator: "Ini akun kreator; toko terverifikasi di sampingnya memberi poin penuh.",
    few_orders:
      "Dengan {orders, plural, other {# pesanan}} ini dihitung {counts}; mulai {full, number} pesanan dihitung penuh.",
    few_days:
      "Dengan riwayat {days, plural, other {# hari}} ini dihitung {counts}; mulai {full, number} hari dihitung penuh.",
    nothing_to_compare: "Belum ada pesanan yang dihitung dalam periode ini, jadi belum ada yang dapat dibandingkan.",
    history_too_short: "Riwayat sejauh ini: {days, plural, other {# hari}}; ini diukur mulai {least, number} hari.",
    refunds_of_sales: "{rate} dari nilai penjualan dikembalikan dananya; {full} atau kurang memberi poin penuh.",
    refunds_of_commission:
      "{rate} dari komisi yang sudah diselesaikan ditarik kembali; {full} atau kurang memberi poin penuh.",
    late_dispatch:
      "{late, number} dari {orders, number} pesanan yang dikirim ({rate}) berangkat setelah batas waktunya; {full} atau kurang memberi poin penuh.",
    seller_cancellations:
      "{cancelled, number} dari {orders, number} pesanan ({rate}) dibatalkan oleh toko; {full} atau kurang memberi poin penuh.",
    rate_read_as: "Dengan memperhitungkan jumlah pesanan, ini dibaca sebagai {rate}.",
    no_refund_rate: "Belum ada pesanan yang dihitung dalam periode ini, jadi belum ada tingkat pengembalian dana.",
    no_dispatch_rate: "Belum ada pesanan yang dihitung dalam periode ini, jadi belum ada tingkat keterlambatan kirim.",
    no_cancellation_rate: "Belum ada pesanan yang dihitung dalam periode ini, jadi belum ada tingkat pembatalan.",
    no_satisfaction_rate: "Belum ada pesanan yang dihitung dalam periode ini, jadi belum ada tingkat kepuasan.",
    shop_score: "Skor toko dari platform adalah {value} dari 5; {full} memberi poin penuh.",
    chat_satisfaction: "{value} obrolan memuaskan pelanggan; {full} memberi poin penuh.",
    standing_good: "Izin masih berlaku, akun aktif, dan tidak ada pembayaran yang gagal atau ditahan.",
    standing_authorization_expiring: "Izin berakhir dalam 7 hari; memperbaruinya memberi poin penuh.",
    standing_payment_problem:
      "Ada pembayaran yang gagal atau ditahan dalam periode ini; bila tidak ada lagi, poinnya penuh.",
    standing_ended:
      "Izin sudah berakhir atau toko tidak aktif; menghubungkan kembali toko yang aktif memberi poin penuh.",
    sales_growth: "Penjualan periode terbaru {change} terhadap dua periode sebelumnya; {full} memberi poin penuh.",
    order_growth: "Jumlah pesanan periode terbaru {change} terhadap dua periode sebelumnya; {full} memberi poin penuh.",
    product_launches:
      "{products, plural, other {# produk baru}} terjual untuk pertama kali di periode terbaru; {full} memberi poin penuh.",
    market_expansion:
      "Penjualan berasal dari {markets, plural, other {# pasar}}; pasar baru membawa {share} dari periode terbaru, {full} memberi poin penuh.",
    creator_network:
      "{latest, plural, other {# kreator}} berjualan dengan Anda di periode terbaru, {first, plural, other {# kreator}} di periode pertama; {full} memberi poin penuh.",
    shop_network:
      "{latest, plural, other {# toko}} berjualan dengan Anda di periode terbaru, {first, plural, other {# toko}} di periode pertama; {full} memberi poin penuh.",
    no_creator_partners: "Tidak ada kreator dengan pesanan berkomisi di periode pertama atau terbaru.",
    no_shop_partners: "Tidak ada toko dengan pesanan berkomisi di periode pertama atau terbaru.",
    not_offered: "{explanation}",
    weight_spread: "Bobot {item} dialihkan ke butir lain dalam faktor ini.",
    permission_missing: "{itemFirst} tidak dapat dibaca tanpa izin. Memberikan {permissionsTogether} memulihkannya.",
    shops_say: "Toko:",
    creators_say: "Akun kreator:",
    nothing_imported: "Belum ada yang diimpor.",
    cap_no_orders: "Belum ada pesanan yang dihitung dalam periode ini.",
    cap_refunds: "Pengembalian dana setinggi penjualan dalam periode ini.",
    cap_few_orders:
      "Pesanan yang dihitung sejauh ini: {orders, number}; skor terbuka lebih jauh mulai {least, number} pesanan.",
    cap_short_history:
      "Riwayat sejauh ini: {days, plural, other {# hari}}; skor terbuka lebih jauh mulai {least, number} hari.",
    cap_stops_at: "Sampai saat itu skor berhenti di {limit}.",
    alert_decline: "Pendapatan periode terbaru {decline} di bawah periode sebelumnya.",
    alert_provisional: "Sebagian impor belum selesai ({parts}). Impor berikutnya melengkapi angka-angka ini.",
    alert_set_aside:
      "Ada baris impor yang tidak dapat dipahami dan tidak dihitung ({parts}), sehingga angka bisa terlalu tinggi atau terlalu rendah.",
    alert_withheld:
      "Tidak diizinkan: {permissions}. Memberikan {permissionsCount, plural, other {izin itu}} memulihkan poin yang disebutkan.",
    alert_missing_rate:
      "Penjualan dalam {currencies} tidak dihitung: tidak ada kurs yang cukup dekat dengan tanggalnya.",
    alert_unknown_status: "{rows, plural, other {# baris}} berstatus yang tidak dikenal di sini dan tidak dihitung.",
    alert_not_reported:
      "Platform tidak mencantumkan {amounts, plural, other {# jumlah}}, atau menuliskannya secara ambigu. Tidak ada yang dikira-kira.",
  },
  plain: {
    monthly_revenue: "Yang dihitung adalah pendapatan bersih terverifikasi per bulan; bila cukup besar, poinnya penuh.",
    monthly_revenue_faded: "Periode terbaru di bawah rata-rata, jadi yang dihitung lebih sedikit.",
    order_frequency:
      "Yang dihitung adalah berapa minggu terakhir yang memiliki penjualan; bila hampir semuanya, poinnya penuh.",
    order_regularity:
      "Yang dihitung adalah seberapa besar pesanan mingguan berubah di sekitar rata-ratanya; bila sedikit, poinnya penuh.",
    revenue_stability:
      "Yang dihitung adalah penurunan penjualan terbesar antarperiode; bila tidak ada atau kecil, poinnya penuh.",
    account_age: "Yang dihitung adalah berapa lama sejak aktivitas pertama; bila cukup lama, poinnya penuh.",
    few_orders: "Dengan pesanan sesedikit ini belum dihitung penuh.",
    few_days: "Dengan riwayat sesingkat ini belum dihitung penuh.",
    history_too_short: "Riwayatnya masih terlalu singkat untuk mengukur ini.",
    refunds_of_sales:
      "Yang dihitung adalah bagian nilai penjualan yang dananya dikembalikan; bila kecil, poinnya penuh.",
    refunds_of_commission:
      "Yang dihitung adalah bagian komisi terselesaikan yang ditarik kembali; bila kecil, poinnya penuh.",
    late_dispatch:
      "Yang dihitung adalah bagian pesanan yang berangkat setelah batas waktunya; bila kecil, poinnya penuh.",
    seller_cancellations: "Yang dihitung adalah bagian pesanan yang dibatalkan toko; bila kecil, poinnya penuh.",
    rate_read_as: "Jumlah pesanan ikut diperhitungkan.",
    shop_score: "Yang dihitung adalah skor toko dari platform; bila tinggi, poinnya penuh.",
    chat_satisfaction: "Yang dihitung adalah bagian obrolan yang memuaskan pelanggan; bila tinggi, poinnya penuh.",
    sales_growth:
      "Yang dihitung adalah penjualan periode terbaru terhadap dua periode sebelumnya; bila naik jelas, poinnya penuh.",
    order_growth:
      "Yang dihitung adalah jumlah pesanan periode terbaru terhadap dua periode sebelumnya; bila naik jelas, poinnya penuh.",
    product_launches:
      "Yang dihitung adalah berapa produk baru yang pertama kali terjual di periode terbaru; bila beberapa, poinnya penuh.",
    market_expansion:
      "Yang dihitung adalah bagian periode terbaru yang dibawa pasar baru; bila cukup berarti, poinnya penuh.",
    creator_network:
      "Yang dihitung adalah jumlah kreator yang berjualan dengan Anda di periode terbaru dibanding periode pertama; bila naik jelas, poinnya penuh.",
    shop_network:
      "Yang dihitung adalah jumlah toko yang berjualan dengan Anda di periode terbaru dibanding periode pertama; bila naik jelas, poinnya penuh.",
    not_offered: "Platform tidak menyediakan angka ini untuk akun ini.",
    weight_spread: "Bobotnya dialihkan ke butir lain dalam faktor ini.",
    permission_missing: "Ini tidak dapat dibaca tanpa izin. Memberikannya memulihkan poin.",
    cap_few_orders: "Baru ada sedikit pesanan yang dihitung; skor terbuka lebih jauh bila bertambah.",
    cap_short_history: "Riwayatnya masih singkat; skor terbuka lebih jauh bila bertambah.",
    cap_stops_at: "Sampai saat itu skor berhenti di batas atas ini.",
    alert_decline: "Pendapatan periode terbaru jauh di bawah periode sebelumnya.",
    alert_provisional: "Sebagian impor belum selesai. Impor berikutnya melengkapi angka-angka ini.",
    alert_set_aside:
      "Beberapa baris impor tidak dapat dipahami dan tidak dihitung, sehingga angka bisa terlalu tinggi atau terlalu rendah.",
    alert_withheld: "Ada izin yang tidak diberikan. Memberikannya memulihkan poin yang disebutkan.",
    alert_missing_rate:
      "Penjualan dalam beberapa mata uang tidak dihitung: tidak ada kurs yang cukup dekat dengan tanggalnya.",
    alert_unknown_status: "Beberapa baris berstatus yang tidak dikenal di sini dan tidak dihitung.",
    alert_not_reported:
      "Platform tidak mencantumkan beberapa jumlah, atau menuliskannya secara ambigu. Tidak ada yang dikira-kira.",
  },
  subject: {
    refund_rate: "tingkat pengembalian dana",
    on_time_dispatch: "pengiriman tepat waktu",
    seller_cancellations: "pembatalan oleh penjual",
    customer_satisfaction: "kepuasan pelanggan",
    platform_standing: "kedudukan di platform",
    product_launches: "peluncuran produk",
    market_expansion: "perluasan pasar",
    affiliate_network: "jaringan afiliasi",
  },
  doubt: {
    ofShop: "{list} dari toko {shop}: {why}",
    ofAccount: "{list}: {why}",
    setAside: "{rows, plural, other {# baris tidak dapat dipahami}}",
    shopInactive: "toko tidak aktif",
    counts: "{read, number} dari {total, number} baris diterima",
    notWhole: "tidak terbaca sampai akhir",
  },
  both: "{these} dan {one}",
  explanation: {
    no_returns: "TikTok Shop tidak mencantumkan retur untuk akun ini.",
    no_payments: "TikTok Shop tidak mencantumkan pembayaran untuk akun ini.",
    no_products: "TikTok Shop tidak mencantumkan produk untuk akun ini.",
    no_affiliate_programme: "TikTok Shop tidak memiliki program afiliasi di pasar ini.",
    no_satisfaction: "TikTok Shop tidak memberi akun ini skor toko resmi maupun angka kepuasan obrolan.",
    dispatch_of_shops: "TikTok Shop melaporkan pengiriman hanya untuk toko.",
    cancellations_of_shops: "TikTok Shop melaporkan pembatalan hanya untuk toko.",
    satisfaction_of_shops: "TikTok Shop melaporkan kepuasan pelanggan hanya untuk toko.",
    launches_of_shops: "TikTok Shop melaporkan peluncuran produk hanya untuk toko.",
  },
};
