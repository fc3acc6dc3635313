import type { live as source } from "../en/live.ts";
import type { Translated } from "../translated.ts";

export const live: Translated<typeof source> = {
  title: "วันนี้",
  lead: "คำสั่งซื้อของวันนี้ (UTC) ที่นับเป็นยอดขาย แสดงทันทีที่เข้ามา จะรวมในคะแนนเมื่อนำเข้าครั้งถัดไป",
  none: "วันนี้ยังไม่มียอดขาย",
  orders: "{count, plural, other {# คำสั่งซื้อ}}",
  items: "{count, plural, other {# ชิ้น}}",
  latest: "คำสั่งซื้อล่าสุด",
  live: "สด",
  paused: "หยุดชั่วคราว",
};
