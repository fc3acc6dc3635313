import type { live as source } from "../en/live.ts";
import type { Translated } from "../translated.ts";

export const live: Translated<typeof source> = {
  title: "Hari ini",
  lead: "Pesanan hari ini (UTC) yang dihitung sebagai penjualan, begitu masuk. Pesanan ini masuk ke skor dengan impor berikutnya.",
  none: "Belum ada penjualan hari ini.",
  orders: "{count, plural, other {# pesanan}}",
  items: "{count, plural, other {# barang}}",
  latest: "Pesanan terbaru",
  live: "Langsung",
  paused: "Terhenti",
};
