import type { live as source } from "../en/live.ts";
import type { Translated } from "../translated.ts";

export const live: Translated<typeof source> = {
  title: "Hôm nay",
  lead: "Đơn hàng hôm nay (UTC) được tính là bán hàng, ngay khi có. Chúng vào điểm ở lần nhập tiếp theo.",
  none: "Hôm nay chưa có đơn nào.",
  orders: "{count, plural, other {# đơn hàng}}",
  items: "{count, plural, other {# sản phẩm}}",
  latest: "Đơn mới nhất",
  live: "Trực tiếp",
  paused: "Tạm dừng",
};
