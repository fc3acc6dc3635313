import type { adverseAction as source } from "../en/adverse-action.ts";
import type { Translated } from "../translated.ts";

export const adverseAction: Translated<typeof source> = {
  title: "Bản nháp thông báo từ chối",
  titleOf: "Bản nháp thông báo từ chối: {wallet}",
  open: "Từ chối…",
  lead: "Ghi lại quyết định của bạn và soạn các lý do mà điểm được chia sẻ đưa ra.",
  otherDrafts: "Ghi quyết định khác hoặc xem các bản trước",
  decision: {
    declined: { name: "Từ chối", hint: "Không cấp tín dụng.", tells: "Đơn vay đã bị từ chối." },
    counter_offer: {
      name: "Đề nghị khác",
      hint: "Điều kiện hoặc số tiền khác với đề nghị vay.",
      tells: "Khoản vay được đề nghị với điều kiện hoặc số tiền khác với yêu cầu.",
    },
    incomplete_application: {
      name: "Đơn chưa đầy đủ",
      hint: "Còn thiếu điều cần cho quyết định.",
      tells: "Đơn vay chưa đầy đủ nên chưa thể được chấp thuận.",
    },
  },
  form: {
    title: "Bạn đã quyết định thế nào?",
    decision: "Quyết định của bạn",
    reference: "Số hồ sơ vay (không bắt buộc)",
    referenceHint: "Số của riêng bạn cho đơn này. Người vay thấy số này; đừng ghi tên hay số tài khoản.",
    consequences:
      "Khi ghi lại, 30 ngày bắt đầu, người vay thấy bản nháp, và không thể hoàn tác. Cùng một quyết định về cùng một điểm chỉ được ghi một lần.",
    submit: "Ghi lại và soạn thông báo",
    failed: "Quyết định chưa được ghi lại. Hãy thử lại.",
  },
  preview: {
    title: "Các lý do bản nháp sẽ nêu",
    lead: "Những mục mất nhiều điểm nhất, nhiều nhất bốn mục, đúng như chia sẻ cho bạn thấy.",
    score: "Điểm {score}, {tier}, tính đến {when}.",
    own: "Điểm quá thấp không phải là lý do; các mục này mới là lý do. Nếu bạn quyết định vì lý do khác, hãy nêu lý do đó trong thông báo.",
  },
  tierOnly: {
    title: "Chia sẻ này không cho thấy lý do",
    text: "Nó chỉ cho thấy hạng, còn thông báo phải nêu lý do cụ thể. Hãy đề nghị người vay chia sẻ điểm và các yếu tố với bạn.",
  },
  ended: {
    title: "Không còn gì được chia sẻ với bạn",
    text: "Chia sẻ đã kết thúc hoặc điểm đã bị xóa. Các bản nháp trước vẫn ở bên dưới; bản mới cần một chia sẻ mới.",
  },
  list: {
    title: "Các bản nháp thông báo của bạn",
    lead: "Những quyết định bạn đã ghi, cùng thời gian còn lại cho mỗi thông báo.",
    earlier: "Các bản nháp trước về người vay này",
    caption: "Các bản nháp thông báo, mới nhất trước",
    borrower: "Người vay",
    decision: "Quyết định",
    decided: "Đã ghi",
    due: "Hạn gửi thông báo",
    timer: "Còn lại",
  },
  timer: {
    left: "{days, plural, =1 {Hết hạn trong vòng một ngày} other {Còn # ngày}}",
    overdue: "{days, plural, =0 {Quá hạn} other {Quá hạn # ngày}}",
    sentInTime: "Đã gửi đúng hạn",
    sentLate: "Đã gửi trễ hạn",
  },
  reason: {
    none: "Điểm này không mất điểm nào, nên không đưa ra lý do cho quyết định nào. Hãy nêu lý do của bạn.",
    pointsLost: "Mất {points} điểm",
    hidden: "Số liệu không được chia sẻ với bên cho vay nên hiện là “…”.",
  },
  english: {
    lines: "Bản thân thông báo được viết bằng tiếng Anh và nêu các lý do này bằng câu tiếng Anh.",
    title: "Thông báo được viết bằng tiếng Anh",
    text: "Quy định về thông báo này (12 CFR 1002) là luật của Hoa Kỳ. Tóm tắt:",
    due: "Hạn gửi thông báo: {when}.",
    reasons: "Những điều làm mất nhiều điểm nhất:",
    dispute:
      "Để phản đối quyết định, hãy liên hệ bên cho vay nêu trong thông báo; số liệu được sửa tại Seller Center của TikTok Shop.",
  },
  complete: {
    title: "Trước khi gửi",
    text: "Thông báo theo Regulation B còn phải nêu tên và địa chỉ của bạn, cơ quan liên bang giám sát bạn và địa chỉ của họ, cùng nội dung mục 701(a) của Equal Credit Opportunity Act (12 CFR 1002.9(b)(1)). Nước khác có quy định riêng. Hãy nhờ luật sư kiểm tra.",
  },
  sent: {
    button: "Tôi đã gửi thông báo",
    text: "Dừng thời hạn vào ngày hôm nay. Người vay thấy điều này, và không thể hoàn tác.",
    failed: "Chưa ghi lại được. Hãy thử lại.",
  },
  about: {
    title: "Quyết định của bên cho vay",
    lead: "Điều các bên cho vay đã ghi về bạn, lý do họ lấy từ điểm của bạn, và cách phản đối.",
    signIn: "Đăng nhập để xem",
    card: "{count, plural, other {# quyết định}} đã được ghi về bạn, kèm lý do và cách phản đối.",
    open: "Xem các quyết định",
    none: "Chưa bên cho vay nào ghi quyết định",
    noneText: "Khi một bên cho vay ghi quyết định về điểm bạn đã chia sẻ, nó hiện ở đây ngay, kèm lý do.",
    kept: "Không ai có thể sửa hay xóa bản ghi, và nó vẫn còn khi bạn kết thúc chia sẻ hoặc xóa dữ liệu: đó là bằng chứng về điều đã được quyết định và vì sao.",
  },
};
