import type { failures as source } from "../en/failures.ts";
import type { Translated } from "../translated.ts";

export const failures: Translated<typeof source> = {
  bad_request: "Có mục không dùng được. Hãy kiểm tra và thử lại.",
  conflict: "Nội dung này vừa thay đổi. Hãy tải lại trang và thử lại.",
  daily_limit_reached: "Việc này đã được làm đủ số lần cho phép trong một ngày. Hãy thử lại vào ngày mai.",
  forbidden: "Ví này không được phép làm điều đó.",
  limit_reached: "Đã đạt số lượng tối đa được phép cùng lúc. Hãy thu hồi một mục không còn cần nữa rồi thử lại.",
  method_not_allowed: "Trang này đã cũ. Hãy tải lại và thử lại.",
  not_found: "Mục này không còn nữa. Hãy tải lại trang.",
  rate_limited: "Thử quá nhiều lần trong thời gian ngắn. Hãy chờ một phút rồi thử lại.",
  score_too_old: "Điểm đã quá cũ để ký. Hãy nhập lại trước.",
  too_large: "Dung lượng quá lớn.",
  unauthorized: "Bạn đã đăng xuất. Hãy đăng nhập và thử lại.",
  unavailable: "Hiện chưa làm được. Không có gì bị mất; hãy thử lại sau giây lát.",
  unexpected: "Có lỗi ở phía chúng tôi. Không có gì bị mất; hãy thử lại sau giây lát.",
  unsupported_media_type: "Trang này đã cũ. Hãy tải lại và thử lại.",
  offline: "Không kết nối được tới máy chủ. Hãy kiểm tra kết nối và thử lại.",
  unreadable: "Máy chủ trả lời không đọc được. Hãy thử lại sau giây lát.",
};
