import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import type { SharedScore } from "#server/contract.ts";
import { ShareTerms } from "./ShareTerms.tsx";

const share: SharedScore["share"] = {
  id: "s",
  scope: "metrics",
  purpose: "Winter stock",
  createdAt: "2026-11-01T00:00:00Z",
  expiresAt: "2026-12-01T00:00:00Z",
};
const connections: SharedScore["connections"] = [
  {
    platform: "tiktokshop",
    account: "seller",
    status: "needs_reconnect",
    lastSyncedAt: "2026-11-22T09:00:00Z",
    displayName: "Last Leaf",
  },
  { platform: "tiktokshop", account: "creator", status: "importing", lastSyncedAt: null, displayName: null },
];

it.each([
  ["en-US", ["Dec 1, 2026, or earlier", "shop seller", "synced 3 hours ago", "never synced", "Refreshing"]],
  ["de-DE", ["01.12.2026, oder früher", "Verkäufer mit Shop", "abgeglichen vor 3 Stunden", "nie abgeglichen"]],
  ["vi-VN", ["1 thg 12, 2026, hoặc sớm hơn", "đồng bộ 3 giờ trước", "Người vay cần kết nối lại"]],
  ["th-TH", ["1 ธ.ค. 2026 หรือเร็วกว่านั้น", "ซิงก์ 3 ชั่วโมงที่ผ่านมา", "ยังไม่เคยซิงก์"]],
  ["id-ID", ["1 Des 2026, atau lebih awal", "disinkronkan 3 jam yang lalu", "kreator"]],
] as const)("says in %s until when a share lasts and how old each account's figures are", (locale, texts) => {
  const markup = renderToStaticMarkup(
    <ShareTerms share={share} connections={connections} locale={locale} now="2026-11-22T12:00:00Z" />,
  );

  for (const text of texts) expect(markup).toContain(text);
});
