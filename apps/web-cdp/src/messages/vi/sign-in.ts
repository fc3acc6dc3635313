import type { signIn as source } from "../en/sign-in.ts";
import type { Translated } from "../translated.ts";

export const signIn: Translated<typeof source> = {
  looking: "Đang tìm ví…",
  notLoaded: "Phần giao tiếp với ví của trang không tải được. Hãy kiểm tra kết nối và tải lại trang.",
  needsScript: "Đăng nhập cần JavaScript, vì ví của bạn giao tiếp với trang qua đó.",
  loadingEmail: "Đang tải ví email…",
  connectedAs:
    "Đã kết nối với <wallet></wallet>. Còn một bước: ký một thông điệp chứng minh ví là của bạn. Miễn phí và không chuyển gì cả.",
  sign: "Đăng nhập",
  other: "Dùng ví khác",
  inBrowser: "Ví trong trình duyệt này",
  browserWallet: "Ví trình duyệt",
  byEmail: "Tiếp tục bằng email",
  none: "Không tìm thấy ví trong trình duyệt này. Hãy cài ví như MetaMask hoặc Coinbase Wallet, hoặc mở trang này trong trình duyệt của ví, rồi tải lại.",
  free: "Đăng nhập miễn phí. Chúng tôi không bao giờ hỏi cụm từ khôi phục, và chữ ký không thể chuyển tiền.",
  demo: "Dùng ví thử",
  demoKept: "Chỉ lưu trong trình duyệt này.",
  demoNew: "Ví thử mới",
  step: {
    connecting: "Đang kết nối…",
    signing: "Hãy ký trong ví…",
    verifying: "Đang kiểm tra…",
  },
  status: {
    connecting: "Đang kết nối với {wallet}",
    ready: "Ví đã kết nối. Hãy ký thông điệp để đăng nhập.",
    signing: "Đang chờ chữ ký của bạn trong {wallet}",
    verifying: "Đang kiểm tra chữ ký",
    done: "Đã đăng nhập",
  },
  failure: {
    cancelled: "Bạn đã hủy. Chưa ký gì cả; hãy thử lại khi sẵn sàng.",
    pending: "Ví của bạn đang mở một yêu cầu. Hãy mở ví, trả lời, rồi thử lại.",
    silent: "Ví của bạn không trả lời. Hãy mở khóa, hoặc chọn ví khác, rồi thử lại.",
    mismatch: "Chữ ký không khớp với thông điệp. Hãy thử lại với tài khoản bạn đã kết nối.",
  },
  email: {
    address: "Địa chỉ email",
    hint: "Coinbase gửi mã và giữ một ví cho địa chỉ này.",
    send: "Gửi mã",
    notSent: "Không gửi được mã. Hãy kiểm tra địa chỉ và thử lại.",
    code: "Mã trong email",
    sentTo: "Đã gửi tới {address}",
    wrong: "Mã đó không đúng. Hãy kiểm tra, hoặc yêu cầu mã mới.",
    continue: "Tiếp tục",
    otherAddress: "Dùng địa chỉ khác",
    wallet: "ví email của bạn",
  },
};
