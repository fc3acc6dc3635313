import type { model as source } from "../en/model.ts";
import type { Translated } from "../translated.ts";

export const model: Translated<typeof source> = {
  title: "Cách tính điểm",
  lead: "Mô hình {model}. Trang này được tạo từ chính những con số dùng để tính điểm.",
  notCalibrated: "Không được hiệu chỉnh theo rủi ro vỡ nợ",
  notCalibratedText:
    "Các ngưỡng được suy ra từ số liệu đã công bố và chưa được khớp với dữ liệu trả nợ. Điểm mô tả doanh số; nó không dự đoán việc trả nợ, và không ai nên cho vay chỉ dựa vào điểm.",
  inputs: {
    title: "Điểm dùng gì, và không bao giờ thấy gì",
    used: "90 ngày đơn hàng, trả hàng, quyết toán, thanh toán và hoa hồng đúng như nền tảng báo cáo, tuổi của tài khoản, và số liệu chính thức về cửa hàng nếu có. Cùng số liệu và cùng mô hình luôn cho cùng một kết quả đến phần nghìn điểm.",
    unseen:
      "Không có tên, tuổi, giới tính, nguồn gốc, tôn giáo, gia đình, sức khỏe, địa chỉ hay ảnh của bất kỳ ai; không có gì về người mua; không có gì từ mạng xã hội; không có hồ sơ của bên cho vay khác. Những thứ này không được đưa vào nên không thể thay đổi điểm nào.",
    missing:
      "Khi nền tảng không cung cấp một con số cho loại tài khoản này, điểm của mục đó được chia cho phần còn lại của yếu tố. Khi lịch sử quá ngắn hoặc người vay không cấp quyền, mục đó không có điểm, và trang điểm nói rõ là trường hợp nào.",
  },
  factor: "{name}: {points} điểm",
  item: {
    points: "{points} điểm",
    curveTable: "{name}: đường thẳng giữa các mốc này",
    stateTable: "{name}: điểm cho từng trạng thái",
    figure: "Con số",
    state: "Trạng thái",
    share: "Tỷ lệ",
    earned: "Điểm",
    curve: "Đường biểu diễn của {name}; các mốc nằm trong bảng bên cạnh.",
  },
  ceilings: {
    title: "Mức trần",
    lead: "Khi có quá ít căn cứ. Áp dụng mức thấp nhất trong số các mức đúng.",
    table: "Các mức trần của điểm",
    when: "Khi",
    most: "Tối đa",
  },
  tiers: { title: "Hạng", table: "Các hạng của điểm", tier: "Hạng", from: "Từ" },
  beside: {
    title: "Bên cạnh điểm, không bao giờ nằm trong điểm",
    confidence:
      "<b>Độ tin cậy</b>, từ 0 đến 100: {orders} cho {fullOrders} đơn trở lên, {history} cho {days} ngày quan sát, {reconciled} cho phần giá trị đã giao từ trước mà các khoản thanh toán xác nhận, {freshness} khi số liệu chưa quá {freshHours} giờ, giảm dần về không ở {staleHours} giờ.",
    integrity:
      "<b>Tính toàn vẹn</b>: trong giá trị đã giao hơn 15 ngày trước, các khoản thanh toán xác nhận {pass} trở lên (đạt), {review} trở lên (cần xem lại), hoặc ít hơn (không đạt).",
    decline:
      "<b>Cảnh báo suy giảm</b>: khi doanh số giảm hơn {share} từ một phần ba của khoảng thời gian sang phần kế tiếp.",
  },
  hash: {
    title: "Tự kiểm tra",
    text: "SHA-256 của cấu hình này, có trong mọi điểm. Điểm nêu mã khác đã được tính bằng những con số khác.",
  },
  note: {
    fewOrders: "Nhân với √(số đơn ÷ {orders}), tối đa 1: ít đơn thì nói lên ít.",
    history: "Nhân với số ngày quan sát ÷ {days}.",
    short: "Không có điểm khi dưới {days} ngày quan sát hoặc không có đơn.",
    drawn: "Được kéo về {prior} như thể có thêm {strength} trường hợp, để một trường hợp trong số ít không quyết định.",
    drawnRefunds:
      "Được kéo về {prior} như thể có thêm doanh số với tỷ lệ đó: {orders} đơn trung bình, hoặc {usd} nếu nhiều hơn.",
    damped:
      "Mỗi phần được cộng thêm {least} hoặc {share} tổng của khoảng thời gian, lấy mức lớn hơn, để khởi đầu nhỏ không trông như bùng nổ.",
    leastOrders: "{orders} đơn",
    faded:
      "Từ {days} ngày quan sát trở đi, một tháng được tính nhiều nhất {headroom} lần phần ba mới nhất, và ít nhất {floor} mức trung bình: đợt tăng vọt đã qua được tính ít hơn.",
    chat: "Mức hài lòng khi chat: {steps} số điểm.",
    noAffiliates: "Không áp dụng khi cả hai phần đều không có.",
  },
  measures: {
    monthly_revenue:
      "Doanh số trừ hoàn tiền, kể cả hoa hồng liên kết, bằng đô la Mỹ cho mỗi 30 ngày của khoảng thời gian.",
    order_frequency: "Tỷ lệ các tuần trọn vẹn (nhiều nhất 12) có ít nhất một đơn được tính.",
    order_regularity: "Số đơn mỗi tuần dao động bao nhiêu: độ lệch chuẩn so với mức trung bình.",
    revenue_stability:
      "Mức giảm lớn hơn của doanh số, trước hoàn tiền, từ một phần ba của khoảng thời gian sang phần kế tiếp.",
    account_age: "Số tháng từ đơn hàng đầu tiên, hoặc từ sản phẩm đầu tiên nếu cũ hơn.",
    seller_type: "Điều nền tảng đã xác minh về tài khoản.",
    refund_rate: "Hoàn tiền so với doanh số theo giá trị, mỗi khoản tính vào ngày của đơn.",
    on_time_dispatch: "Đơn bàn giao sau hạn của nền tảng, so với những đơn có cả hai mốc thời gian.",
    seller_cancellations: "Đơn bị người bán hủy, so với các đơn đó và các đơn được tính.",
    customer_satisfaction:
      "Điểm cửa hàng hoặc số sao trung bình của chính nền tảng; nếu không có thì mức hài lòng khi chat.",
    platform_standing: "Nền tảng còn cấp quyền cho chúng tôi không, và có thanh toán cho tài khoản suôn sẻ không.",
    revenue_growth:
      "Phần ba mới nhất so với phần ba cũ nhất và phần ở giữa, mỗi bên một nửa. Doanh số từng loại tiền tính riêng rồi gộp theo tỷ trọng, để tỷ giá không bị xem là tăng trưởng.",
    order_growth: "Phần ba mới nhất so với phần ba cũ nhất và phần ở giữa, mỗi bên một nửa. Đếm số đơn được tính.",
    product_launches: "Sản phẩm tạo trong khoảng thời gian có lần bán đầu tiên ở phần ba mới nhất.",
    market_expansion: "Các thị trường mà tài khoản bán hàng.",
    affiliate_network:
      "Nhà sáng tạo có đơn hưởng hoa hồng cho cửa hàng (với nhà sáng tạo: số cửa hàng), phần ba mới nhất so với cũ nhất.",
  },
  state: {
    business: "Cửa hàng của doanh nghiệp",
    individual: "Cửa hàng của cá nhân",
    creator: "Nhà sáng tạo",
    hybrid: "Cửa hàng và nhà sáng tạo",
    good: "Ổn định",
    authorization_expiring: "Quyền truy cập hết hạn trong vòng 7 ngày",
    payment_problem: "Có khoản thanh toán thất bại hoặc bị giữ",
    ended: "Quyền truy cập đã hết, hoặc cửa hàng ngừng hoạt động",
    oneMarket: "Một thị trường",
    severalMarkets: "Hai thị trường trở lên",
    newMarket: "Có thị trường mới ở phần ba mới nhất, chiếm {share} thu nhập của phần đó trở lên",
  },
};
