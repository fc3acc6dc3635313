import type { claims as source } from "../en/claims.ts";
import type { Translated } from "../translated.ts";

export const claims: Translated<typeof source> = {
  net_usd_90d: "Doanh số ròng 90 ngày, bằng đô la Mỹ",
  net_90d: "Doanh số ròng 90 ngày",
  gross_90d: "Doanh số trước hoàn tiền trong 90 ngày",
  refunds_90d: "Hoàn tiền trong 90 ngày",
  net_per_30d: "Doanh số ròng mỗi 30 ngày",
  average_order_value: "Giá trị đơn trung bình",
  affiliate_commission_90d: "Hoa hồng liên kết trong 90 ngày",
  order_count: "Số đơn trong 90 ngày",
  items_sold: "Số sản phẩm bán trong 90 ngày",
  observed_days: "Số ngày lịch sử",
  refund_share: "Hoàn tiền so với doanh số",
  median_days_to_cash: "Số ngày trung vị từ đơn hàng đến khi nhận tiền",
  reconciled_share: "Doanh số tìm thấy trong các khoản thanh toán",
  factor_points: {
    revenue: "Điểm doanh thu",
    consistency: "Điểm đều đặn",
    reliability: "Điểm uy tín",
    growth: "Điểm tăng trưởng",
  },
  tier: { Established: "Vững vàng", Growing: "Phát triển", Building: "Gây dựng", New: "Mới" },
  integrity: { PASS: "Đạt", REVIEW: "Cần xem lại", FAIL: "Không đạt", UNAVAILABLE: "Không có" },
  says: {
    at_least: "ít nhất {amount}",
    at_most: "nhiều nhất {amount}",
    not_at_least: "không đến {amount}",
    not_at_most: "hơn {amount}",
  },
  unit: {
    days: "{count, plural, other {{amount} ngày}}",
    items: "{count, plural, other {{amount} sản phẩm}}",
    orders: "{count, plural, other {{amount} đơn}}",
    points: "{count, plural, other {{amount} điểm}}",
  },
};
