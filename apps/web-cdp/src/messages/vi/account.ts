import type { account as source } from "../en/account.ts";
import type { Translated } from "../translated.ts";

export const account: Translated<typeof source> = {
  title: "Dữ liệu của bạn",
  lead: "Mọi thứ chúng tôi giữ về ví của bạn, bạn đều có thể lấy đi hoặc yêu cầu xóa.",
  exportTitle: "Tải một bản sao",
  exportText:
    "Một tệp gồm tài khoản, đơn hàng, khoản thanh toán, điểm, chia sẻ, ai đã xem và mọi mục trong nhật ký của bạn. Khóa truy cập TikTok Shop không có trong đó.",
  exportWhole: "Mỗi dòng một đối tượng JSON. Dòng cuối ghi “end”; nếu thiếu, tệp tải về bị cắt.",
  exportLabel: "Tải dữ liệu của tôi",
  deleteTitle: "Xóa tài khoản của bạn",
  deleteText:
    "Ngắt kết nối, ở mục Tài khoản kinh doanh, chỉ dừng một cửa hàng hoặc tài khoản nhà sáng tạo và giữ nguyên phần còn lại. Xóa sẽ kết thúc tất cả cùng lúc và xóa hết vĩnh viễn.",
  deleteLabel: "Xóa tài khoản của tôi",
  dialogTitle: "Xóa tài khoản và toàn bộ dữ liệu",
  atOnce: {
    title: "Ngay lập tức",
    accounts: "Mọi tài khoản đã kết nối bị ngắt và chúng tôi quên quyền truy cập.",
    shares: "Mọi chia sẻ kết thúc: bên cho vay không còn thấy gì. Các điểm đã ký bị thu hồi.",
    sessions: "Bạn bị đăng xuất ở mọi nơi.",
  },
  soon: {
    title: "Trong vòng một phút",
    rows: "Đơn hàng, hoàn tiền, khoản thanh toán, sản phẩm, điểm, chia sẻ và nhật ký bị xóa.",
    later: "Nếu sau này đăng nhập lại, bạn bắt đầu từ đầu.",
  },
  stays: {
    title: "Những gì còn lại",
    mark: "Việc một tài khoản đã bị xóa, khi nào, và dấu vân tay của địa chỉ ví, để bản sao lưu được khôi phục cũng quên bạn.",
    notices: "Thông báo mà bên cho vay soạn về quyết định với hồ sơ vay của bạn: luật yêu cầu bên cho vay lưu giữ.",
    wallet: "Chính ví của bạn, và những tệp bạn đã đưa ra.",
  },
  confirmPhrase: "xóa tài khoản của tôi",
  confirmLabel: "Nhập “{phrase}” để xác nhận",
  confirmWrong: "Hãy nhập đúng: {phrase}",
  confirmNow: "Xóa tất cả ngay",
  ended: "Quyền truy cập của bạn đã kết thúc ở mọi nơi.",
  erasing: "Dữ liệu của bạn đang được xóa. Chưa đến một phút; bạn có thể đóng trang này.",
  erased: "Đã xóa tất cả.",
  late: "Việc xóa lâu hơn bình thường. Nó tự tiếp tục; hãy hỏi bằng số bên dưới.",
  receipt: "Số của lần xóa này: {id}",
  leave: "Rời đi",
};
