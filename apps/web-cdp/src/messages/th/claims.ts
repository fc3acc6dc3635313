import type { claims as source } from "../en/claims.ts";
import type { Translated } from "../translated.ts";

export const claims: Translated<typeof source> = {
  net_usd_90d: "ยอดขายสุทธิ 90 วัน เป็นดอลลาร์สหรัฐ",
  net_90d: "ยอดขายสุทธิ 90 วัน",
  gross_90d: "ยอดขายก่อนคืนเงินใน 90 วัน",
  refunds_90d: "การคืนเงินใน 90 วัน",
  net_per_30d: "ยอดขายสุทธิต่อ 30 วัน",
  average_order_value: "มูลค่าคำสั่งซื้อเฉลี่ย",
  affiliate_commission_90d: "ค่าคอมมิชชันแอฟฟิลิเอตใน 90 วัน",
  order_count: "คำสั่งซื้อใน 90 วัน",
  items_sold: "สินค้าที่ขายใน 90 วัน",
  observed_days: "จำนวนวันของประวัติ",
  refund_share: "การคืนเงินเทียบกับยอดขาย",
  median_days_to_cash: "ค่ามัธยฐานของวันจากคำสั่งซื้อถึงการจ่ายเงิน",
  reconciled_share: "ยอดขายที่พบในการจ่ายเงิน",
  factor_points: {
    revenue: "คะแนนรายได้",
    consistency: "คะแนนความสม่ำเสมอ",
    reliability: "คะแนนความน่าเชื่อถือ",
    growth: "คะแนนการเติบโต",
  },
  tier: { Established: "มั่นคง", Growing: "เติบโต", Building: "สร้างฐาน", New: "เริ่มต้น" },
  integrity: { PASS: "ผ่าน", REVIEW: "ต้องตรวจเพิ่ม", FAIL: "ไม่ผ่าน", UNAVAILABLE: "ไม่มีข้อมูล" },
  says: {
    at_least: "อย่างน้อย {amount}",
    at_most: "ไม่เกิน {amount}",
    not_at_least: "ไม่ถึง {amount}",
    not_at_most: "มากกว่า {amount}",
  },
  unit: {
    days: "{count, plural, other {{amount} วัน}}",
    items: "{count, plural, other {{amount} ชิ้น}}",
    orders: "{count, plural, other {{amount} คำสั่งซื้อ}}",
    points: "{count, plural, other {{amount} คะแนน}}",
  },
};
