import type { whatIf as source } from "../en/what-if.ts";
import type { Translated } from "../translated.ts";

export const whatIf: Translated<typeof source> = {
  wouldBe: "คะแนนจะเป็น",
  against: "{points} คะแนนเทียบกับวันนี้",
  same: "เท่ากับวันนี้",
  reset: "กลับไปใช้ตัวเลขวันนี้",
  today: "วันนี้ {value} →",
  failed: "คำนวณไม่ได้ โปรดลองอีกครั้ง",
  lever: {
    monthlyNetUsd: "รายได้สุทธิต่อเดือน",
    orderCount: "คำสั่งซื้อในช่วงเวลานี้",
    weeksWithSales: "สัปดาห์ที่มียอดขาย",
    accountAgeMonths: "จำนวนเดือนตั้งแต่กิจกรรมแรก",
    refundRate: "อัตราการคืนเงินตามมูลค่า",
    lateDispatchRate: "อัตราการส่งล่าช้า",
    sellerCancellationRate: "คำสั่งซื้อที่ร้านค้ายกเลิก",
    shopScore: "คะแนนร้านค้าจากแพลตฟอร์ม",
    chatSatisfaction: "ความพึงพอใจในแชท",
    standingRestored: "ต่ออายุสิทธิ์แล้ว ร้านค้าเปิดใช้งาน การจ่ายเงินเรียบร้อย",
    productLaunches: "สินค้าใหม่ที่ขายได้ในช่วงล่าสุด",
    newMarketShare: "สัดส่วนของช่วงล่าสุดจากตลาดใหม่",
    activeAffiliates: "พาร์ตเนอร์แอฟฟิลิเอตในช่วงล่าสุด",
  },
};
