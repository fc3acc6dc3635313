import type { home as source } from "../en/home.ts";
import type { Translated } from "../translated.ts";

export const home: Translated<typeof source> = {
  title: "Điểm tín dụng từ doanh số thật của bạn",
  lead: "LendFriend biến 90 ngày bán hàng hoặc hoa hồng trên TikTok Shop thành điểm trên thang 100, cho thấy từng điểm đến từ đâu, và để bạn chia sẻ với bên cho vay do bạn chọn.",
  steps: {
    wallet: {
      title: "Đăng nhập bằng ví",
      text: "Một chữ ký chứng minh ví là của bạn. Miễn phí và không chuyển gì cả.",
    },
    connect: {
      title: "Kết nối TikTok Shop",
      text: "Chấp thuận tại TikTok. Chúng tôi đọc 90 ngày gần nhất: đơn hàng, hoàn tiền, khoản thanh toán, hoa hồng.",
    },
    score: {
      title: "Xem điểm, chia sẻ nếu muốn",
      text: "Mỗi điểm đều được giải thích. Bạn chọn bên cho vay, mức độ họ được xem và đến khi nào.",
    },
  },
  signIn: "Đăng nhập",
  signInLead: "Người vay và bên cho vay đăng nhập như nhau: bằng ví, không cần nhớ gì.",
  signedIn: "Bạn đã đăng nhập",
  signedInAs: "với <wallet></wallet>. Bạn muốn đi đâu?",
  toDashboard: "Trang người vay của tôi",
  toLender: "Điểm được chia sẻ với tôi",
  borrowers: {
    title: "Dành cho người vay",
    action: "Mở trang người vay",
    points: "Bốn yếu tố, mười sáu mục, mỗi mục có điểm, con số của bạn và lý do.",
    readOnly: "Chỉ đọc. Thông tin người mua bị loại bỏ trước khi lưu bất cứ thứ gì.",
    looks: "Bạn thấy ai đã xem và khi nào. Thu hồi chia sẻ thì quyền xem chấm dứt ngay.",
  },
  lenders: {
    title: "Dành cho bên cho vay",
    action: "Mở trang bên cho vay",
    payouts: "Doanh số được đối chiếu với các khoản thanh toán của chính nền tảng, không phải với bảng tính.",
    beside: "Độ tin cậy, tính toàn vẹn, độ mới và cảnh báo suy giảm bên cạnh mỗi điểm.",
    model:
      "Một mô hình có phiên bản với mã băm công khai. Nó mô tả doanh số và không được hiệu chỉnh theo rủi ro vỡ nợ.",
  },
};
