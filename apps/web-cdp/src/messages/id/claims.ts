import type { claims as source } from "../en/claims.ts";
import type { Translated } from "../translated.ts";

export const claims: Translated<typeof source> = {
  net_usd_90d: "Penjualan bersih 90 hari, dalam dolar AS",
  net_90d: "Penjualan bersih 90 hari",
  gross_90d: "Penjualan sebelum pengembalian dana, 90 hari",
  refunds_90d: "Pengembalian dana 90 hari",
  net_per_30d: "Penjualan bersih per 30 hari",
  average_order_value: "Nilai pesanan rata-rata",
  affiliate_commission_90d: "Komisi afiliasi 90 hari",
  order_count: "Pesanan dalam 90 hari",
  items_sold: "Barang terjual dalam 90 hari",
  observed_days: "Hari riwayat",
  refund_share: "Pengembalian dana sebagai bagian penjualan",
  median_days_to_cash: "Median hari dari pesanan sampai pencairan",
  reconciled_share: "Penjualan yang ditemukan dalam pencairan",
  factor_points: {
    revenue: "Poin untuk pendapatan",
    consistency: "Poin untuk konsistensi",
    reliability: "Poin untuk keandalan",
    growth: "Poin untuk pertumbuhan",
  },
  tier: { Established: "Mapan", Growing: "Berkembang", Building: "Membangun", New: "Baru" },
  integrity: { PASS: "Lolos", REVIEW: "Perlu ditinjau", FAIL: "Gagal", UNAVAILABLE: "Tidak tersedia" },
  says: {
    at_least: "setidaknya {amount}",
    at_most: "paling banyak {amount}",
    not_at_least: "tidak sampai {amount}",
    not_at_most: "lebih dari {amount}",
  },
  unit: {
    days: "{count, plural, other {{amount} hari}}",
    items: "{count, plural, other {{amount} barang}}",
    orders: "{count, plural, other {{amount} pesanan}}",
    points: "{count, plural, other {{amount} poin}}",
  },
};
