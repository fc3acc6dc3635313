import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it, vi } from "vitest";
import { figureOfItem, isFigure, madeFigures } from "#server/figure-catalogue.ts";
import type { FigureRowsReport } from "#server/figure-rows.ts";
import { wordsOf } from "#words/catalogue.ts";
import { figureName } from "./figure-name.ts";
import { sourceWords, wordsOfFigure } from "./figure-words.ts";
import { RowsView } from "./RowsView.tsx";
import { reasonName } from "./reason-name.ts";
import { rowsCsv } from "./rows-csv.ts";
import { rowsHref } from "./rows-href.ts";
import { rowsSearch } from "./rows-search.ts";
import { rowsWords } from "./rows-words.ts";

vi.mock("next/navigation", () => ({ useRouter: () => ({ refresh: () => undefined }) }));

const row = {
  number: 1,
  kind: "order",
  shopId: "7495",
  id: "576500000000000001",
  orderId: null,
  label: null,
  at: "2026-11-01T10:00:00Z",
  currency: "GBP",
  amount: "80",
  amountUsd: "100",
  counted: "60",
  countedUsd: "75",
  unitsPerUsd: "0.8",
  quantity: 1,
  reason: null,
} as const;

const report: FigureRowsReport = {
  figure: "net",
  label: null,
  span: null,
  stated: { unit: "money", amount: "60", currency: "GBP" },
  total: { unit: "money", amount: "60", currency: "GBP" },
  rowCount: 1,
  agrees: true,
  side: "counted",
  asOf: "2026-11-20T00:00:00Z",
  provisional: false,
  snapshotHash: "hash",
  status: "gathered",
  gatheredAt: "2026-11-20T00:00:05Z",
  parts: [],
  leftOut: [{ kind: "order", reason: "CANCELLED", count: 2 }],
  rows: [row],
  position: 0,
  pageSize: 50,
  nextPage: null,
};

function render(given: Partial<FigureRowsReport>): string {
  return renderToStaticMarkup(<RowsView report={{ ...report, ...given }} path="/dashboard/rows" locale="en-US" />);
}

describe("the page of rows", () => {
  it("shows formula, source, the exact sum, and each row with amount, rate and what counts", () => {
    const html = render({});

    for (const text of [
      "/order/202309/orders/search",
      "1 rows come to £60: exactly the figure.",
      row.id,
      "£80",
      "0.8 GBP for 1 USD",
    ]) {
      expect(html).toContain(text);
    }
    expect(html).toContain('href="/model#monthly_revenue"');
    expect(html).toContain("side=left_out");
    expect(html).toContain("/dashboard/rows/export.csv?figure=net");
  });

  it("says so instead of pretending when the rows have changed", () => {
    const html = render({ agrees: false, total: { unit: "money", amount: "55", currency: "GBP" } });

    expect(html).toContain(rowsWords.changedTitle);
    expect(html).toContain("The score says £60; today’s rows come to £55.");
    expect(html).not.toContain("exactly the figure");
  });

  it("says why a row does not count", () => {
    const html = render({ side: "left_out", rows: [{ ...row, counted: null, reason: "CANCELLED" }] });

    expect(html).toContain("Cancelled: 2");
    expect(html).toContain("<td");
    expect(html).toContain("Cancelled</td>");
  });

  it("leads to the next page and back to the first", () => {
    const html = render({ position: 50, nextPage: "120.100", rowCount: 130 });

    expect(html).toContain("Rows 51 to 51 of 130");
    expect(html).toContain("page=120.100");
    expect(html).toContain('href="/dashboard/rows?figure=net"');
  });

  it("waits for rows that are being gathered, and shows none", () => {
    const html = render({ status: "gathering", rows: [], total: null, rowCount: null, agrees: null });

    expect(html).toContain(rowsWords.gatheringTitle);
    expect(html).not.toContain(rowsWords.rowsTitle);
  });

  it("shows the parts of a ratio, each leading to its rows", () => {
    const parts = [
      {
        figure: "gross",
        label: null,
        span: null,
        stated: report.stated,
        total: report.total,
        rowCount: 1,
        agrees: true,
      },
    ];
    const html = render({ figure: "average_order", parts, total: null, rowCount: null, rows: [] });

    expect(html).toContain('href="/dashboard/rows?figure=gross"');
  });

  it("says which days a week is", () => {
    const html = render({ figure: "week:all:2", span: { from: 1_790_000_000, to: 1_790_604_800 } });

    expect(html).toContain("Week 2, Sep 21 to Sep 28");
  });

  it("is empty in words", () => {
    expect(render({ rows: [], rowCount: 0 })).toContain(rowsWords.nothing);
  });
});

describe("words", () => {
  const figures = [
    ...madeFigures,
    ...Object.values(figureOfItem),
    "excluded:CANCELLED",
    "week:all:3",
    "market:USD:US",
    "campaign_rest:USD",
  ];

  it.each(figures)("tell of %s its formula and its source", (figure) => {
    const { formula, sources } = wordsOfFigure(figure);

    expect(isFigure(figure)).toBe(true);
    expect(formula).not.toBe("");
    expect(sources.length).toBeGreaterThan(0);
    expect(figureName("en-US", { figure, label: null })).not.toMatch(/[_]/);
  });

  it("name endpoints that the client really calls", () => {
    const source = join(import.meta.dirname, "../../../../../packages/tiktokshop-client/src");
    const files = readdirSync(source, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"));
    const code = files.map((name) => readFileSync(join(source, name), "utf8")).join("\n");

    for (const { path } of Object.values(sourceWords)) expect(code).toContain(`"${path}"`);
  });
});

describe("why a row does not count", () => {
  it("is said in the reader’s words, and a reason of a newer score as it stands", () => {
    expect(reasonName(wordsOf("de-DE", "figures"), "CANCELLED")).toBe("Storniert");
    expect(reasonName(wordsOf("de-DE", "figures"), "SOMETHING_NEW")).toBe("Something new");
    expect(reasonName(wordsOf("de-DE", "figures"), "constructor")).toBe("Constructor");
  });
});

describe("the address of rows", () => {
  it("keeps a figure with whatever the platform put into its name", () => {
    const figure = "partner_shop:USD:A & B: the shop?";
    const search = Object.fromEntries(
      new URL(rowsHref(figure, { side: "left_out", page: "5.50" }), "http://x").searchParams,
    );

    expect(rowsSearch(search)).toEqual({ figure, side: "left_out", cursor: { after: 5, position: 50 }, pageSize: 50 });
  });

  it.each([{}, { figure: "magic" }, { figure: ["net", "gross"] }])("%j names none", (search) => {
    expect(rowsSearch(search)).toBeNull();
  });

  it("starts at the first page where the page cannot be read", () => {
    expect(rowsSearch({ figure: "net", page: "x" })).toMatchObject({
      side: "counted",
      cursor: { after: 0, position: 0 },
    });
  });
});

describe("the export", () => {
  it("holds every row, however many pages there are, those that count first", async () => {
    const lines: string[] = [];
    for await (const line of rowsCsv("net", async ({ side, cursor: { after } }) => {
      const rows =
        side === "counted" ? [{ ...row, number: after + 1 }] : [{ ...row, counted: null, reason: "CANCELLED" }];
      return { ...report, side, rows, nextPage: side === "counted" && after < 2 ? `${after + 1}.${after + 1}` : null };
    })) {
      lines.push(line);
    }

    expect(lines).toHaveLength(1 + 3 + 1);
    expect(lines[1]).toBe("net,yes,order,576500000000000001,,7495,,2026-11-01T10:00:00Z,GBP,80,60,0.8,100,75,1,\r\n");
    expect(lines.at(-1)).toContain("net,no,order");
    expect(lines.at(-1)).toContain("CANCELLED");
  });
});
