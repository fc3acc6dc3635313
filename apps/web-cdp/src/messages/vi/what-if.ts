import type { whatIf as source } from "../en/what-if.ts";
import type { Translated } from "../translated.ts";

export const whatIf: Translated<typeof source> = {
  wouldBe: "Điểm sẽ là",
  against: "{points} điểm so với hôm nay",
  same: "bằng hôm nay",
  reset: "Trở lại số liệu hôm nay",
  today: "hôm nay {value} →",
  failed: "Không tính được. Hãy thử lại.",
  lever: {
    monthlyNetUsd: "Doanh thu ròng mỗi tháng",
    orderCount: "Số đơn trong khoảng thời gian",
    weeksWithSales: "Số tuần có bán hàng",
    accountAgeMonths: "Số tháng từ hoạt động đầu tiên",
    refundRate: "Tỷ lệ hoàn tiền theo giá trị",
    lateDispatchRate: "Tỷ lệ gửi trễ",
    sellerCancellationRate: "Đơn bị cửa hàng hủy",
    shopScore: "Điểm cửa hàng của nền tảng",
    chatSatisfaction: "Mức hài lòng khi chat",
    standingRestored: "Gia hạn quyền, cửa hàng hoạt động, thanh toán thông suốt",
    productLaunches: "Sản phẩm mới bán được trong kỳ mới nhất",
    newMarketShare: "Phần của kỳ mới nhất từ thị trường mới",
    activeAffiliates: "Đối tác liên kết trong kỳ mới nhất",
  },
};
