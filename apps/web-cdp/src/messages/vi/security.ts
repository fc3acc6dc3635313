import type { security as source } from "../en/security.ts";
import type { Translated } from "../translated.ts";

export const security: Translated<typeof source> = {
  title: "Nơi bạn đang đăng nhập",
  lead: "Phiên kết thúc sau 30 phút không dùng, và tối đa sau 12 giờ. Nếu không nhận ra phiên nào, hãy kết thúc nó.",
  unknownDevice: "Trình duyệt không rõ",
  device: "{browser} trên {system}",
  here: "Trình duyệt này",
  lastUsed: "Dùng lần cuối {when}",
  end: "Kết thúc",
  endOf: "Kết thúc phiên của {device}, dùng lần cuối {when}",
  ended: "Phiên đã kết thúc.",
  endAll: "Đăng xuất ở mọi nơi",
  endAllAsk: "Mọi trình duyệt phải đăng nhập lại, kể cả trình duyệt này.",
  endAllNow: "Đăng xuất mọi nơi ngay",
  keep: "Giữ nguyên",
  confirm: {
    lead: "Ví của bạn xác nhận việc này bằng một chữ ký. Miễn phí và không chuyển gì cả.",
    ready: "Thông điệp đã sẵn sàng. Hãy ký bằng {wallet} để tiếp tục.",
    sign: "Ký bằng {wallet}",
    cancel: "Hủy",
    injected: "ví trình duyệt của bạn",
    embedded: "ví email của bạn",
    problem: {
      not_found:
        "Trình duyệt này không còn biết ví mà bạn đã dùng để đăng nhập. Hãy đăng xuất, đăng nhập lại bằng ví đó, rồi làm lại.",
      other_account: "Ví của bạn đang ở tài khoản khác với tài khoản đã đăng nhập. Hãy chuyển lại, rồi thử lại.",
      cancelled: "Bạn đã hủy. Chưa ký gì cả; hãy thử lại khi sẵn sàng.",
      pending: "Ví của bạn đang mở một yêu cầu. Hãy mở ví, trả lời, rồi thử lại.",
      silent: "Ví của bạn không trả lời. Hãy mở khóa, rồi thử lại.",
    },
  },
};
