import type { whatIf as source } from "../en/what-if.ts";
import type { Translated } from "../translated.ts";

export const whatIf: Translated<typeof source> = {
  wouldBe: "Skornya akan menjadi",
  against: "{points} poin dibanding hari ini",
  same: "sama seperti hari ini",
  reset: "Kembali ke angka hari ini",
  today: "hari ini {value} →",
  failed: "Itu tidak dapat dihitung. Coba lagi.",
  lever: {
    monthlyNetUsd: "Pendapatan bersih per bulan",
    orderCount: "Pesanan dalam periode ini",
    weeksWithSales: "Minggu dengan penjualan",
    accountAgeMonths: "Bulan sejak aktivitas pertama",
    refundRate: "Tingkat pengembalian dana menurut nilai",
    lateDispatchRate: "Tingkat keterlambatan kirim",
    sellerCancellationRate: "Pesanan yang dibatalkan toko",
    shopScore: "Skor toko dari platform",
    chatSatisfaction: "Kepuasan obrolan",
    standingRestored: "Izin diperbarui, toko aktif, pencairan lancar",
    productLaunches: "Produk baru yang terjual di periode terbaru",
    newMarketShare: "Bagian periode terbaru dari pasar baru",
    activeAffiliates: "Mitra afiliasi di periode terbaru",
  },
};
