import type { moneyTrail as source } from "../en/money-trail.ts";
import type { Translated } from "../translated.ts";

export const moneyTrail: Translated<typeof source> = {
  title: "Đường đi của tiền",
  titleOf: "Đường đi của tiền của {wallet}",
  lead: "Mỗi đơn được tính, được theo dõi bằng mã của nó: đơn hàng, quyết toán, sao kê, khoản thanh toán. Những gì không khớp được liệt kê bên dưới, ngoài ra không có gì khác.",
  cardLead:
    "Mỗi đơn được tính, được theo dõi bằng mã của nó: đơn hàng, quyết toán, sao kê, khoản thanh toán. Mỗi mã không khớp được liệt kê cùng ý nghĩa.",
  summary: "Tiền đã đi đâu",
  summaryLead: "Số lượng và số tiền theo loại tiền. Đơn hàng được tính theo giá trị hàng.",
  summaryTable: "Số lượng và số tiền theo trạng thái",
  column: { subject: "Loại", state: "Trạng thái", count: "Số lượng", value: "Số tiền" },
  old: "Huy hiệu toàn vẹn dựa trên điều gì",
  oldLead:
    "Đơn đã giao hơn 15 ngày trước phải có trong quyết toán của TikTok Shop hoặc trong danh sách tiền chưa quyết toán. Phần có ở đó, theo giá trị, cho kết quả Đạt (từ 95%), Cần xem lại (từ 85%) hoặc Không đạt.",
  oldTable: "Các đơn giao đã lâu theo loại tiền",
  oldNone: "Không có đơn nào giao hơn 15 ngày trước.",
  oldColumn: { currency: "Loại tiền", count: "Đã giao", value: "Giá trị", missing: "Thiếu" },
  filter: "Các loại cờ",
  list: "Những gì không khớp",
  listLead:
    "Một cờ là câu hỏi, không phải phán quyết: nó cho biết cần xem mã nào và vì sao. Chỉ đơn bị thiếu làm giảm điểm; mỗi đơn được tính một nửa.",
  nothing: "Mọi thứ đều khớp",
  nothingText: "Không có đơn hàng, sao kê hay khoản thanh toán nào thiếu, hụt, thừa hoặc không rõ lý do.",
  nothingOfKind: "Không có loại này",
  nothingOfKindText: "Không có cờ nào thuộc loại này.",
  notYet: "Chưa được theo dõi",
  notYetText: "Tiền được theo dõi ở mỗi lần nhập. Kết quả sẽ có ở đây sau lần nhập tiếp theo.",
  unavailable: "Không thể theo dõi tiền",
  partly: "Không thể theo dõi tiền của một tài khoản",
  howTitle: "Mỗi trạng thái nghĩa là gì",
  all: "Tất cả",
  expected: "Dự kiến",
  found: "Tìm thấy",
  date: "Ngày",
  shop: "Cửa hàng",
  order: "Đơn hàng",
  statement: "Sao kê",
  payment: "Khoản thanh toán",
  nobody: "Không có",
  previous: "Trang trước",
  next: "Trang sau",
  back: "Về trang của bạn",
  asOf: "Tính đến {when}, cùng điểm của lần nhập đó.",
  pageOf: "Trang {page, number} trên {pages, number}",
  open: "Theo dõi dòng tiền",
  export: "Xuất CSV",
  subject: {
    order: { one: "Đơn hàng", many: "Đơn hàng" },
    settlement: { one: "Quyết toán", many: "Quyết toán" },
    unsettled: { one: "Dòng chưa quyết toán", many: "Dòng chưa quyết toán" },
    statement: { one: "Sao kê", many: "Sao kê" },
    payment: { one: "Khoản thanh toán", many: "Khoản thanh toán" },
  },
  state: {
    MATCHED: {
      label: "Khớp",
      means:
        "Đơn đã quyết toán, sao kê của nó đã được thanh toán và các số tiền khớp nhau. Sao kê bằng các giao dịch của nó và đã được thanh toán; khoản thanh toán bằng các sao kê của nó.",
    },
    PENDING: {
      label: "Đang chờ",
      means:
        "Tiền đang trên đường: chưa giao, giao trong vòng 15 ngày, có trong danh sách tiền chưa quyết toán của TikTok Shop, hoặc đã quyết toán nhưng chưa chi trả.",
    },
    MISSING: {
      label: "Thiếu",
      means:
        "Đơn đã giao hơn 15 ngày trước nhưng chưa quyết toán và cũng không được ghi là chưa quyết toán. Sao kê ghi đã trả nhưng không có khoản thanh toán. Khoản thanh toán thất bại.",
    },
    MISMATCH: {
      label: "Lệch",
      means:
        "Đơn được quyết toán cao hơn giá bán trên 1%, hoặc bằng loại tiền khác. Sao kê không bằng tổng các giao dịch; khoản thanh toán không bằng tổng các sao kê.",
    },
    PARTIAL: {
      label: "Một phần",
      means:
        "Đơn được quyết toán thấp hơn giá bán trên 1%, không có trả hàng nào giải thích và không còn phần nào chờ quyết toán.",
    },
    ORPHAN: {
      label: "Không rõ nguồn",
      means:
        "Tiền không có nguồn gốc: quyết toán hoặc dòng chưa quyết toán cho một đơn trong 90 ngày này mà TikTok Shop không liệt kê, hoặc khoản thanh toán không sao kê nào nhắc đến.",
    },
  },
  problem: {
    not_settled: {
      title: "Đã giao, chưa từng quyết toán",
      means: "Đơn đã giao hơn 15 ngày trước, và TikTok Shop không ghi quyết toán hay số tiền chờ nào cho nó.",
      todo: {
        borrower:
          "Tìm đơn này trong Seller Center, mục Tài chính. Nếu ở đó đã quyết toán, hãy nhập lại; nếu chưa, hãy hỏi TikTok Shop vì sao.",
        lender: "Hãy xin quyết toán của đơn này. Một nửa giá trị của nó đã không được tính trong điểm.",
      },
    },
    settled_short: {
      title: "Quyết toán thiếu",
      means: "Doanh thu trong quyết toán thấp hơn giá bán, không có trả hàng nào giải thích, và không còn gì đang chờ.",
      todo: {
        borrower: "Mở đơn trong Seller Center, mục Tài chính, và so doanh thu với giá của đơn.",
        lender: "Hãy hỏi đơn này bị trừ gì: một khoản phí ngoài sao kê, hay một khoản hoàn tiền không được liệt kê.",
      },
    },
    settled_over: {
      title: "Quyết toán thừa",
      means: "Doanh thu trong quyết toán cao hơn giá bán.",
      todo: {
        borrower: "Mở đơn trong Seller Center: một sao kê sau có thể thu lại phần chênh lệch.",
        lender: "Đừng dựa vào phần chênh lệch: một sao kê sau có thể thu lại.",
      },
    },
    other_currency: {
      title: "Quyết toán bằng loại tiền khác",
      means: "Đơn bán bằng một loại tiền và quyết toán bằng loại tiền khác, nên không so được các số tiền.",
      todo: {
        borrower: "Kiểm tra loại tiền quyết toán của cửa hàng trong Seller Center.",
        lender: "Hãy hỏi cửa hàng này được quyết toán bằng loại tiền nào, theo tỷ giá nào.",
      },
    },
    unknown_order: {
      title: "Tiền cho một đơn không được liệt kê",
      means: "Nó nêu một đơn trong 90 ngày này mà danh sách đơn của TikTok Shop không có.",
      todo: {
        borrower: "Tìm đơn trong Seller Center. Nếu có ở đó, hãy nhập lại.",
        lender: "Hãy hỏi về đơn này: tiền là thật, nhưng lần bán không thấy đâu.",
      },
    },
    unknown_statement: {
      title: "Quyết toán không có sao kê",
      means: "Sao kê của nó không có trong danh sách sao kê của TikTok Shop.",
      todo: {
        borrower: "Tìm sao kê trong Seller Center, mục Tài chính, rồi nhập lại.",
        lender: "Hãy xin sao kê này.",
      },
    },
    payment_not_found: {
      title: "Đã trả, nhưng không có khoản thanh toán",
      means: "Sao kê được ghi là đã trả, bằng một khoản thanh toán mà TikTok Shop không liệt kê.",
      todo: {
        borrower: "Kiểm tra số tiền trong tài khoản ngân hàng và khoản thanh toán trong Seller Center.",
        lender: "Hãy xin chứng từ ngân hàng cho số tiền này.",
      },
    },
    payment_failed: {
      title: "Thanh toán thất bại",
      means: "TikTok Shop đã thử trả tiền và ngân hàng từ chối.",
      todo: {
        borrower:
          "Kiểm tra tài khoản ngân hàng nhận tiền trong Seller Center. Thanh toán thất bại thường được thử lại khi tài khoản đã đúng.",
        lender: "Hãy hỏi khoản này đã được trả lại chưa.",
      },
    },
    no_statement: {
      title: "Khoản thanh toán không có căn cứ",
      means: "Không có sao kê nào trong danh sách nhắc đến khoản thanh toán này.",
      todo: {
        borrower: "Mở khoản thanh toán trong Seller Center để xem nó gồm những sao kê nào.",
        lender: "Hãy hỏi khoản thanh toán này dành cho việc gì.",
      },
    },
    sum_differs: {
      title: "Tổng không bằng",
      means: "Số tiền không bằng tổng các phần tạo nên nó.",
      todo: {
        borrower: "So với chi tiết trong Seller Center. Nếu ở đó khớp, hãy nhập lại.",
        lender: "Hãy xin chi tiết từ Seller Center.",
      },
    },
  },
  untied: {
    withheld: {
      why: {
        seller: "Chưa cấp quyền xem sao kê và khoản thanh toán cho tài khoản người bán.",
        creator: "Chưa cấp quyền xem sao kê và khoản thanh toán cho tài khoản nhà sáng tạo.",
      },
      restores: "Kết nối lại tài khoản và cho phép “Sao kê và khoản thanh toán” ({permission}).",
    },
    unsupported: {
      why: {
        seller: "TikTok Shop không liệt kê quyết toán cho tài khoản người bán này.",
        creator: "TikTok Shop không liệt kê quyết toán cho tài khoản nhà sáng tạo này.",
      },
    },
    nothing_settled: {
      why: {
        seller: "TikTok Shop chưa quyết toán đơn nào của tài khoản người bán này trong 90 ngày này.",
        creator: "TikTok Shop chưa quyết toán đơn nào của tài khoản nhà sáng tạo này trong 90 ngày này.",
      },
      restores: "Tiền sẽ được theo dõi khi có đơn đầu tiên được quyết toán.",
    },
    no_settlements_for_creators: {
      why: "TikTok Shop không liệt kê quyết toán cho nhà sáng tạo: hoa hồng có trạng thái riêng.",
    },
  },
};
