import type { demo as source } from "../en/demo.ts";
import type { Translated } from "../translated.ts";

export const demo: Translated<typeof source> = {
  title: "Đóng thử một vai",
  lead: "Một lần nhấn sẽ đăng nhập bằng ví của trình duyệt này, kết nối tài khoản của vai tại môi trường thử, nhập 90 ngày và chấm điểm. Tất cả là giả; không có gì đến TikTok.",
  play: "Đóng vai <name></name>",
  seller: "Cửa hàng",
  creator: "Nhà sáng tạo",
  signing: "Đang đăng nhập bằng ví thử…",
  leaving: "Đang chấp thuận tại môi trường thử…",
  failed: "Không thành công. Hãy thử lại, hoặc chọn vai khác.",
  group: {
    worked: "Tính bằng tay: con số bạn có thể kiểm tra",
    shops: "Cửa hàng như thực tế",
    creators: "Nhà sáng tạo",
    off: "Khi có gì đó không ổn",
  },
  seeAt: {
    score: "Xem điểm",
    why: "Xem vì sao có điểm này",
    accounts: "Xem tài khoản kinh doanh",
    figures: "Xem số liệu",
    factors: "Xem từng điểm",
    charts: "Xem theo thời gian và từng phần",
    nextTier: "Xem hạng tiếp theo",
    leftOut: "Xem những gì không được tính",
    moneyTrail: "Xem đường đi của tiền",
  },
  persona: {
    "worked-seller": {
      name: "Cửa hàng với số tròn",
      teaches: "150 đơn giá 100 $ với 5% trả lại: 15.000 gộp, 750 hoàn, 14.250 ròng.",
    },
    "worked-creator": {
      name: "Nhà sáng tạo với số tròn",
      teaches: "200 dòng hoa hồng đã quyết toán, tổng 30.000 $ với 15%: nhận 4.500.",
    },
    "worked-hybrid-seller": {
      name: "Cả hai cùng lúc: cửa hàng",
      teaches: "Nửa cửa hàng: doanh số 10.000 $, không trả lại gì. Sau đó hãy đóng nửa nhà sáng tạo.",
    },
    "worked-hybrid-creator": {
      name: "Cả hai cùng lúc: nhà sáng tạo",
      teaches: "Nửa nhà sáng tạo: 3.000 $ hoa hồng, chấm điểm cùng cửa hàng trên một ví.",
    },
    "steady-seller": {
      name: "Cửa hàng khỏe mạnh",
      teaches: "Khoảng 1.500 đơn trong 90 ngày, với mọi trạng thái của việc buôn bán bình thường.",
    },
    "growing-seller": {
      name: "Cửa hàng đang lớn",
      teaches: "Mỗi tháng bán nhiều hơn tháng trước, với sản phẩm mới và nhà sáng tạo mới.",
    },
    "declining-seller": {
      name: "Cửa hàng đang giảm",
      teaches: "Tháng mới nhất bán chưa bằng nửa tháng cũ nhất: cảnh báo suy giảm, bằng bảng Anh.",
    },
    "viral-seller": {
      name: "Một tuần viral",
      teaches: "Tăng vọt sáu tuần trước rồi ít dần không được điểm như thu nhập đều đặn.",
    },
    "heavy-refunds": {
      name: "Nhiều hoàn tiền",
      teaches: "Một phần ba giá trị bị trả lại, gửi hàng trễ, một khoản thanh toán thất bại.",
    },
    "new-shop": {
      name: "Mới mười hai ngày",
      teaches: "Bán tốt nhưng quá ít lịch sử: một mức trần mà thời gian sẽ nâng lên.",
    },
    "cross-border": {
      name: "Bốn thị trường",
      teaches: "Bốn loại tiền không bao giờ cộng mà chưa quy đổi, có cả trả tiền khi nhận hàng.",
    },
    "hybrid-seller": {
      name: "Chợ của Mina",
      teaches: "Cửa hàng của một người cũng là nhà sáng tạo. Sau đó hãy đóng tài khoản nhà sáng tạo của cô ấy.",
    },
    "us-creator": {
      name: "Nhà sáng tạo ở Hoa Kỳ",
      teaches: "Các dòng hoa hồng đã quyết toán, đang chờ, đã hoàn và bị đóng băng, được tách riêng.",
    },
    "id-creator": {
      name: "Nhà sáng tạo ở Indonesia",
      teaches: "Số tiền mà nền tảng in cho người đọc (Rp9.900) được đọc chính xác.",
    },
    "hybrid-creator": {
      name: "Mina nhà sáng tạo",
      teaches: "Hoa hồng từ cửa hàng của chính mình chỉ là chuyển từ túi này sang túi kia và không được tính.",
    },
    "planted-defects": {
      name: "Sổ sách không khớp",
      teaches: "Đơn hàng, sao kê và thanh toán bị thiếu, hụt hoặc không của ai: từng mục được liệt kê theo mã.",
    },
    "odd-rows": {
      name: "Những dòng không ai ngờ",
      teaches: "Một trạng thái mới, một mã bị thiếu, số tiền “N/A”: để riêng, đếm và hiển thị.",
    },
    "no-orders": {
      name: "Không có đơn nào",
      teaches: "Cửa hàng hai năm tuổi không có đơn nào vẫn nhận được câu trả lời và lý do.",
    },
    "no-finance-scope": {
      name: "Không cấp quyền tài chính",
      teaches: "Vẫn kết nối, mất những gì không chứng minh được, và nêu tên quyền.",
    },
    "expiring-consent": {
      name: "Ủy quyền hết hạn sau năm ngày",
      teaches: "Trang nhắc kết nối lại kịp thời.",
    },
    "no-order-scope": {
      name: "Không cấp quyền đơn hàng",
      teaches: "Không có đơn hàng thì không có gì để chấm: lời từ chối nêu quyền còn thiếu.",
    },
    "partial-creator": {
      name: "Nhà sáng tạo bỏ chọn hoa hồng",
      teaches: "Tương tự cho nhà sáng tạo: lời từ chối nêu tên quyền.",
    },
    "no-shop": {
      name: "Tài khoản không có cửa hàng",
      teaches: "“Không tìm thấy TikTok Shop đang hoạt động”, và cần làm gì.",
    },
    "inactive-shop": {
      name: "Cửa hàng không hoạt động",
      teaches: "Đã ủy quyền nhưng không bán: phân biệt với không có cửa hàng.",
    },
    "restricted-market": {
      name: "Ngoài các thị trường",
      teaches: "TikTok Shop không có ở mọi nơi: lời từ chối liệt kê những nơi có.",
    },
    "uk-creator": {
      name: "Nhà sáng tạo ở Vương quốc Anh",
      teaches: "TikTok không có số liệu liên kết ở đó: cách đi là một cửa hàng, không bao giờ là điểm 0.",
    },
  },
};
