import type { shell as source } from "../en/shell.ts";
import type { Translated } from "../translated.ts";

export const shell: Translated<typeof source> = {
  title: "LendFriend: điểm tín dụng từ doanh số thật",
  description:
    "Kết nối tài khoản TikTok Shop, xem 90 ngày bán hàng thành điểm với mọi điểm được giải thích, và chia sẻ với bên cho vay bạn chọn.",
  skip: "Đến nội dung",
  main: "Chính",
  dashboard: "Trang người vay",
  dashboardShort: "Người vay",
  lender: "Bên cho vay",
  signIn: "Đăng nhập",
  signedInAs: "Đăng nhập với",
  language: "Ngôn ngữ",
  sandboxPlay: "Đóng thử một vai",
  sandbox: "Môi trường thử",
  sandboxMark: "Môi trường thử.",
  sandboxText: "Cửa hàng, đơn hàng và ví ở đây là giả. Không có gì đến TikTok và không có tiền thật.",
  notCalibrated: "Điểm này không được hiệu chỉnh theo rủi ro vỡ nợ.",
  notCalibratedText:
    "Các ngưỡng được suy ra từ số liệu đã công bố và chưa được khớp với dữ liệu trả nợ. Điểm mô tả doanh số; nó không dự đoán việc trả nợ.",
  howComputed: "Cách tính điểm",
  trademark:
    "LendFriend đọc số liệu bán hàng với sự đồng ý của người bán hoặc nhà sáng tạo. Nó không thể đăng bài, thay đổi cửa hàng hay chuyển tiền. TikTok Shop là nhãn hiệu của chủ sở hữu, bên không bảo trợ sản phẩm này.",
  verify: "Kiểm tra điểm đã ký",
  signInFirst: "Đăng nhập để xem",
  signInFirstLead: "Ví của bạn là tài khoản ở đây. Không có mật khẩu.",
  notFound: "Không tìm thấy",
  notFoundTitle: "Ở đây không có gì dành cho bạn",
  notFoundText: "Địa chỉ có thể sai, hoặc người vay chưa chia sẻ với ví này, hoặc chia sẻ đã kết thúc hay bị thu hồi.",
  toLender: "Điểm được chia sẻ với tôi",
  backToDashboard: "Về trang người vay",
  backToBreakdown: "Về trang chi tiết",
  home: "Trang chủ",
  island: {
    signOut: "Đăng xuất",
    signOutFailed: "Đăng xuất không thành công. Hãy kiểm tra kết nối và thử lại.",
    copied: "Đã sao chép",
    copyRefused: "Trình duyệt từ chối; hãy chọn văn bản và sao chép",
    print: "In hoặc lưu thành PDF",
    close: "Đóng",
    reference: "Mã hỗ trợ:",
    tryAgain: "Thử lại",
    errorTitle: "Trang này không tải được",
    errorOurs: "Có lỗi ở phía chúng tôi.",
    errorText: "Không có gì bị mất: kết nối, điểm và chia sẻ của bạn vẫn như cũ. Hãy thử lại sau giây lát.",
  },
};
