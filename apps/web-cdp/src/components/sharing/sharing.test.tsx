import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { PageOf } from "#components/testing/page-of.tsx";
import type { Locale } from "#lib/format.ts";
import type { AccessEntry, Share } from "#server/contract.ts";
import { AccessLog } from "./AccessLog.tsx";
import { lookDays } from "./look-days.ts";
import { ShareList } from "./ShareList.tsx";
import { SharePreview } from "./SharePreview.tsx";

const lender = "0x2222222222222222222222222222222222222222";

const share: Share = {
  id: "s1",
  lender,
  scope: "metrics",
  purpose: "Stock",
  createdAt: "2026-11-01T00:00:00Z",
  expiresAt: "2026-12-23T23:59:59Z",
  revokedAt: null,
  status: "live",
};

describe("ShareList", () => {
  it.each([
    ["en-US", "From Nov 1, 2026 until Dec 23, 2026"],
    ["id-ID", "Dari 1 Nov 2026 sampai 23 Des 2026"],
    ["vi-VN", "Từ 1 thg 11, 2026 đến 23 thg 12, 2026"],
    ["th-TH", "ตั้งแต่ 1 พ.ย. 2026 ถึง 23 ธ.ค. 2026"],
    ["de-DE", "Von 01.11.2026 bis 23.12.2026"],
  ] as const)("says in %s from when until when", (locale, period) => {
    expect(render(locale, <ShareList shares={[share]} />)).toContain(period);
  });

  it("says only of a full list that there may be more shares, and where they are", () => {
    const many = (count: number) => Array.from({ length: count }, (_, nth) => ({ ...share, id: String(nth) }));

    expect(render("en-US", <ShareList shares={many(499)} />)).not.toContain("copy of your data");
    expect(render("en-US", <ShareList shares={many(500)} />)).toContain("copy of your data has them all");
  });

  it("quotes the purpose as its reader's language quotes", () => {
    expect(render("de-DE", <ShareList shares={[share]} />)).toContain("Alles · „Stock“");
    expect(render("vi-VN", <ShareList shares={[share]} />)).toContain("Tất cả · “Stock”");
  });
});

describe("AccessLog", () => {
  it("says in the reader's language what was seen and when", () => {
    const looked = { shareId: "s1", lender, scope: "tier", place: "score", readAt: "2026-11-23T13:05:00Z" } as const;
    const html = render("de-DE", <AccessLog entries={[looked]} locale="de-DE" />);

    expect(html).toContain("Nur die Stufe");
    expect(html).toContain("23.11.2026, 13:05 UTC");
  });

  it("tells the looks of a day in one line, with the last one's time and their number", () => {
    const at = (readAt: string, shareId = "s1", place: AccessEntry["place"] = "score") =>
      ({ shareId, lender, scope: "tier", place, readAt }) as const;
    const entries = [
      at("2026-11-23T13:05:00Z"),
      at("2026-11-23T09:00:00Z", "s2"),
      at("2026-11-23T00:00:00Z"),
      at("2026-11-22T23:59:59Z"),
      at("2026-11-22T12:00:00Z", "s1", "list"),
    ];

    expect(lookDays(entries)).toEqual([
      { ...entries[0], count: 2 },
      { ...entries[1], count: 1 },
      { ...entries[3], count: 1 },
      { ...entries[4], count: 1 },
    ]);
  });

  it("says that a line of the lender's list was seen, and not all that the share covers", () => {
    const looked = { shareId: "s1", lender, scope: "metrics", place: "list", readAt: "2026-11-23T13:05:00Z" } as const;
    const html = render("en-US", <AccessLog entries={[looked]} locale="en-US" />);

    expect(html).toContain("Only the line in their list");
    expect(html).not.toContain("Everything");
  });

  it("says that there may be more looks, and where the rest is, only when the log is full", () => {
    const looked = { shareId: "s1", lender, scope: "tier", place: "score", readAt: "2026-11-23T13:05:00Z" } as const;
    const shown = (times: number) => {
      const html = render("en-US", <AccessLog entries={Array(times).fill(looked)} locale="en-US" />);
      return [html.includes("copy of your data"), html.includes(`≥ ${times}`)];
    };

    expect([shown(499), shown(500)]).toEqual([
      [false, false],
      [true, true],
    ]);
  });
});

describe("SharePreview", () => {
  it("says in the reader's language what is not shared", () => {
    const figures = {
      tier: "Growing",
      score: "1",
      confidence: "2",
      integrity: "3",
      asOf: "4",
      net: "5",
      orderCount: "6",
    };
    const html = render("th-TH", <SharePreview scope="tier" figures={figures} />);

    expect(html.split("ไม่แชร์")).toHaveLength(5);
    expect(html).toContain("ชื่อร้านค้าของคุณ");
  });
});

function render(locale: Locale, children: ReactNode): string {
  return renderToStaticMarkup(<PageOf locale={locale}>{children}</PageOf>);
}
