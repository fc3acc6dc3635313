import type { dashboard as source } from "../en/dashboard.ts";
import type { Translated } from "../translated.ts";

export const dashboard: Translated<typeof source> = {
  name: "แดชบอร์ดผู้กู้",
  signIn: "เชื่อมต่อร้านค้า ดูคะแนนพร้อมเหตุผลทุกข้อ แล้วแชร์",
  signInTitle: "เข้าสู่ระบบเพื่อเริ่ม",
  title: "แดชบอร์ดของคุณ",
  lead: "เข้าสู่ระบบในชื่อ <wallet></wallet> มีเพียงคุณที่เห็นหน้านี้",
  score: "คะแนนของคุณ",
  accounts: "บัญชีธุรกิจ",
  accountsLead: "ที่มาของยอดขาย อ่านอย่างเดียว คุณหยุดได้ทุกเมื่อ",
  onThisPage: "ในหน้านี้",
  place: {
    score: "คะแนน",
    accounts: "บัญชี",
    why: "เหตุผล",
    history: "ประวัติ",
    changes: "สิ่งที่เปลี่ยนไป",
    factors: "ทุกคะแนน",
    nextTier: "ระดับถัดไป",
    whatIf: "ถ้าหาก",
    figures: "ตัวเลข",
    charts: "กราฟ",
    share: "แชร์",
    signed: "คะแนนที่ลงนาม",
    data: "ข้อมูลของคุณ",
  },
  fold: {
    behind: { title: "เบื้องหลังคะแนน", lead: "เหตุผล ประวัติ สิ่งที่เปลี่ยนไป ทุกคะแนน" },
    further: { title: "ก้าวต่อไป", lead: "ระดับถัดไป และสิ่งที่จะเปลี่ยน" },
    figures: { title: "ตัวเลขและกราฟ", lead: "ยอดขาย ข้อมูลเชิงลึก การจ่ายเงิน สิ่งที่ไม่ได้นับ" },
    sharing: { title: "การแชร์และผู้ให้กู้", lead: "ใครดูได้ ใครเข้ามาดู และตัดสินใจอย่างไร" },
    safety: { title: "ความปลอดภัยและข้อมูลของคุณ", lead: "เซสชัน คะแนนที่ลงนาม ดาวน์โหลด การลบ" },
  },
};
