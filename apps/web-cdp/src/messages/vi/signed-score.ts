import type { signedScore as source } from "../en/signed-score.ts";
import type { Translated } from "../translated.ts";

export const signedScore: Translated<typeof source> = {
  title: "Điểm đã ký",
  lead: "Một tệp mà bất kỳ bên cho vay nào cũng kiểm tra được, không cần tài khoản ở đây và không cần tin trang này. Bạn chọn nội dung của nó.",
  always:
    "Luôn có bên trong: địa chỉ ví, điểm, hạng, độ tin cậy, tính toàn vẹn, mô hình, 90 ngày được tính và cả hai ngày.",
  days: "Có hiệu lực",
  life: "{days, plural, other {# ngày}}",
  issue: "Ký điểm của tôi",
  issued: "Đã ký. Bây giờ hãy chọn tệp hiển thị gì.",
  empty: "Chưa ký gì.",
  noScore: "Khi có điểm đầy đủ, bạn có thể ký tại đây. Điểm tạm thời không được ký.",
  entry: "{tier}, {score} trên 100",
  period: "Từ {from} đến {until}",
  state: { live: "Có hiệu lực", expired: "Hết hạn", revoked: "Đã thu hồi" },
  prepare: "Chuẩn bị tệp",
  close: "Đóng",
  revoke: "Thu hồi",
  revokeNow: "Thu hồi ngay",
  keep: "Giữ nguyên",
  revokeAsk: "Mọi tệp và liên kết tạo từ điểm này không còn giá trị.",
  revokedDone: "Đã thu hồi. Điểm này hiện có trong danh sách công khai.",
  thresholds: "Chứng minh một ngưỡng mà giấu con số",
  nothing: "Không",
  exact: "Hiện con số chính xác",
  preview: "Xem trước tệp",
  inside: "Hiện trong tệp này",
  insideNone: "Không có con số. Chỉ những gì luôn có.",
  hidden: "{count, plural, other {# điều khác đã được ký và vẫn được giấu.}}",
  download: "Tải xuống",
  copy: "Sao chép",
  whole: "Toàn bộ tệp, như bên cho vay nhận được",
  passOn:
    "Tệp có thể được chuyển tiếp. Ai có tệp đều thấy nội dung cho đến khi bạn thu hồi, và cả sau đó. Bên cho vay kiểm tra tại <address></address>.",
  link: {
    title: "Hoặc dưới dạng liên kết, để gửi qua tin nhắn",
    text: "Các con số nằm ngay trong liên kết. Ai có liên kết đều thấy chúng và có thể chuyển tiếp. Khi kiểm tra, liên kết hợp lệ đến {until}, và được báo là đã thu hồi sau khi bạn thu hồi. Điều ai đó đã xem thì đã xem, và ứng dụng nhắn tin và trình duyệt giữ lại liên kết.",
    copy: "Sao chép liên kết",
    send: "Gửi liên kết",
  },
  shared: {
    badge: "Đã ký, có hiệu lực đến {until}",
    lead: "Người vay có thể đưa bạn một tệp đã ký để bạn tự kiểm tra, không cần mạng. Hãy hỏi họ.",
    leadSigned: "Người vay này có điểm đã ký đang có hiệu lực. Hãy xin tệp và tự kiểm tra, không cần mạng.",
    verify: "Kiểm tra điểm đã ký",
  },
};
