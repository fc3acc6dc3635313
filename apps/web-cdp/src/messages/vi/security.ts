import type { security as source } from "../en/security.ts";
import type { Translated } from "../translated.ts";

export const security: Translated<typeof source> = {
  title: "Nơi bạn đang đăng nhập",
  lead: "Phiên kết thúc sau 30 phút không dùng, và tối đa sau 12 giờ. Nếu không nhận ra phiên nào, hãy kết thúc nó.",
  unknownDevice: "Trình duyệt không rõ",
  here: "Trình duyệt này",
  lastUsed: "Dùng lần cuối {when}",
  end: "Kết thúc",
  endOf: "Kết thúc phiên của {device}, dùng lần cuối {when}",
  ended: "Phiên đã kết thúc.",
  endAll: "Đăng xuất ở mọi nơi",
  endAllAsk: "Mọi trình duyệt phải đăng nhập lại, kể cả trình duyệt này.",
  endAllNow: "Đăng xuất mọi nơi ngay",
  keep: "Giữ nguyên",
};
