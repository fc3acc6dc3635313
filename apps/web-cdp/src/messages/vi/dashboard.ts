import type { dashboard as source } from "../en/dashboard.ts";
import type { Translated } from "../translated.ts";

export const dashboard: Translated<typeof source> = {
  name: "Trang người vay",
  signIn: "Kết nối cửa hàng, xem điểm với mọi lý do, và chia sẻ.",
  signInTitle: "Đăng nhập để bắt đầu",
  title: "Trang của bạn",
  lead: "Đăng nhập với <wallet></wallet>. Chỉ bạn thấy trang này.",
  score: "Điểm của bạn",
  accounts: "Tài khoản kinh doanh",
  accountsLead: "Nguồn bán hàng của bạn. Chỉ đọc; bạn có thể dừng bất cứ lúc nào.",
  onThisPage: "Trên trang này",
  place: {
    score: "Điểm",
    accounts: "Tài khoản",
    why: "Vì sao",
    history: "Lịch sử",
    changes: "Thay đổi",
    factors: "Từng điểm",
    nextTier: "Hạng tiếp theo",
    whatIf: "Nếu như",
    figures: "Số liệu",
    charts: "Biểu đồ",
    share: "Chia sẻ",
    signed: "Điểm đã ký",
    data: "Dữ liệu của bạn",
  },
  fold: {
    behind: { title: "Đằng sau điểm", lead: "Vì sao, lịch sử, thay đổi, từng điểm" },
    further: { title: "Bước tiếp theo", lead: "Hạng tiếp theo, và điều gì sẽ thay đổi" },
    figures: { title: "Số liệu và biểu đồ", lead: "Doanh số, phân tích, khoản thanh toán, phần không tính" },
    sharing: { title: "Chia sẻ và bên cho vay", lead: "Ai được xem, ai đã xem, họ quyết định gì" },
    safety: { title: "An toàn và dữ liệu của bạn", lead: "Phiên, điểm đã ký, tải xuống, xóa" },
  },
};
