import type { importWaits as source } from "../en/import-waits.ts";
import type { Translated } from "../translated.ts";

export const importWaits: Translated<typeof source> = {
  rate_limited: { title: "TikTok Shop yêu cầu chúng tôi đọc chậm lại.", text: "Việc nhập đang chờ và sẽ tự tiếp tục." },
  quota_exhausted: {
    title: "Giới hạn của TikTok Shop trong giờ này đã hết.",
    text: "Việc nhập sẽ tự tiếp tục trong giờ tới.",
  },
  unanswered: { title: "TikTok Shop hiện không trả lời.", text: "Chúng tôi vẫn đang thử; việc nhập sẽ tự tiếp tục." },
  ours: { title: "Đã có lỗi ở phía chúng tôi.", text: "Chúng tôi vẫn đang thử; việc nhập sẽ tự tiếp tục." },
  kept: "Không mất gì cả: những gì đã đọc vẫn được giữ, và bạn không cần làm gì.",
  gap: "Không mất gì cả: những gì đã đọc vẫn được giữ, và phần hiểu được thì được tính. Phần thiếu sẽ được thêm ngay khi lần nhập đọc được. Bạn không cần làm gì, trừ khi có quyền được nêu ở trên.",
};
