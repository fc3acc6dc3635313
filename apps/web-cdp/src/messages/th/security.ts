import type { security as source } from "../en/security.ts";
import type { Translated } from "../translated.ts";

export const security: Translated<typeof source> = {
  title: "ที่ที่คุณเข้าสู่ระบบอยู่",
  lead: "เซสชันสิ้นสุดเมื่อไม่ใช้งาน 30 นาที และไม่เกิน 12 ชั่วโมง หากไม่รู้จักเซสชันใด ให้ยุติเซสชันนั้น",
  unknownDevice: "เบราว์เซอร์ที่ไม่รู้จัก",
  here: "เบราว์เซอร์นี้",
  lastUsed: "ใช้ล่าสุด {when}",
  end: "ยุติ",
  endOf: "ยุติเซสชันของ {device} ใช้ล่าสุด {when}",
  ended: "เซสชันสิ้นสุดแล้ว",
  endAll: "ออกจากระบบทุกที่",
  endAllAsk: "ทุกเบราว์เซอร์ต้องเข้าสู่ระบบใหม่ รวมถึงเบราว์เซอร์นี้",
  endAllNow: "ออกจากระบบทุกที่ตอนนี้",
  keep: "คงไว้",
};
