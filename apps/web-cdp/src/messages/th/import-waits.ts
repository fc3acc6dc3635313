import type { importWaits as source } from "../en/import-waits.ts";
import type { Translated } from "../translated.ts";

export const importWaits: Translated<typeof source> = {
  rate_limited: { title: "TikTok Shop ขอให้เราอ่านช้าลง", text: "การนำเข้ากำลังรอและจะทำต่อเอง" },
  quota_exhausted: { title: "โควตาของ TikTok Shop สำหรับชั่วโมงนี้หมดแล้ว", text: "การนำเข้าจะทำต่อเองในชั่วโมงถัดไป" },
  unanswered: { title: "ขณะนี้ TikTok Shop ไม่ตอบกลับ", text: "เรายังลองต่อไป การนำเข้าจะทำต่อเอง" },
  ours: { title: "เกิดข้อผิดพลาดทางฝั่งเรา", text: "เรายังลองต่อไป การนำเข้าจะทำต่อเอง" },
  kept: "ไม่มีอะไรหายไป สิ่งที่อ่านแล้วยังเก็บไว้ และคุณไม่ต้องทำอะไร",
  gap: "ไม่มีอะไรหายไป สิ่งที่อ่านแล้วยังเก็บไว้ และส่วนที่เข้าใจได้จะนับรวม ส่วนที่ขาดจะเพิ่มเข้ามาทันทีที่การนำเข้าอ่านได้ คุณไม่ต้องทำอะไร เว้นแต่มีสิทธิ์ที่ระบุไว้ด้านบน",
};
