import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it, vi } from "vitest";
import { type Locale, supportedLocales } from "#lib/format.ts";
import { figureFamilies, figureFamily, figureOfItem, isFigure } from "#server/figure-catalogue.ts";
import type { FigureRowsReport } from "#server/figure-rows.ts";
import { catalogue, wordsOf } from "#words/catalogue.ts";
import { languageOf } from "#words/languages.ts";
import { makingOfFigure, sourcePaths } from "./figure-making.ts";
import { figureText } from "./figure-text.ts";
import { figureTitle } from "./figure-title.ts";
import { RowsView } from "./RowsView.tsx";
import { reasonName } from "./reason-name.ts";
import { rowsCsv } from "./rows-csv.ts";
import { rowsHref } from "./rows-href.ts";
import { rowsSearch } from "./rows-search.ts";

vi.mock("next/navigation", () => ({ useRouter: () => ({ refresh: () => undefined }) }));

const rowsWords = catalogue.en.rows;

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

function render(given: Partial<FigureRowsReport>, locale: Locale = "en-US"): string {
  return renderToStaticMarkup(<RowsView report={{ ...report, ...given }} locale={locale} />);
}

describe("the page of rows", () => {
  it("shows formula, source, the exact sum, and each row with amount, rate and what counts", () => {
    const html = render({});

    for (const text of [
      "/order/202309/orders/search",
      "1 row comes to £60: exactly the figure.",
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
    expect(html).toMatch(/<td[^>]*><span[^>]*>Cancelled<\/span><\/td>/);
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

  it("says that rows could not be gathered and when to look again, and waits for none", () => {
    const html = render({ status: "failed", rows: [], total: null, rowCount: null, agrees: null });

    expect(html).toContain(rowsWords.failed);
    expect(html).not.toContain(rowsWords.gatheringTitle);
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

  it("is read in the reader’s language, by whose rules numbers and dates are written", () => {
    const total = { unit: "money", amount: "1234.5", currency: "EUR" } as const;
    const html = render({ rowCount: 1_300, total, stated: total, nextPage: "50.50" }, "de-DE");

    for (const text of [
      "1.300 Zeilen ergeben 1.234,5",
      "0,8 GBP für 1 USD",
      "01.11.2026",
      "Zeilen 1 bis 1 von 1.300",
      "Liste der Bestellungen bei TikTok Shop",
      `${catalogue.de.rows.side.left_out} (2)`,
    ]) {
      expect(html).toContain(text);
    }
  });

  it("counts days with their own words, however few", () => {
    const days = (value: number, locale: Locale) => figureText(locale, { unit: "days", value });

    expect([days(1, "en-US"), days(17.46, "en-US"), days(1, "de-DE"), days(17.46, "de-DE")]).toEqual([
      "1 day",
      "17.5 days",
      "1 Tag",
      "17,5 Tage",
    ]);
  });

  it("is empty in words", () => {
    expect(render({ rows: [], rowCount: 0 })).toContain(rowsWords.nothing);
  });
});

describe("the words of figures", () => {
  it.each(supportedLocales)("name each figure in %s, and tell its formula and its source", (locale) => {
    const { name, formula, source } = catalogue[languageOf(locale)].figures;
    const t = wordsOf(locale, "figures");
    for (const family of figureFamilies) {
      const making = makingOfFigure(family);

      expect(t(`name.${family}`)).toBe(name[family]);
      expect(making.formula.length * making.sources.length).toBeGreaterThan(0);
      for (const sentence of making.formula) expect(t(`formula.${sentence}`)).toBe(formula[sentence]);
      for (const list of making.sources) expect(t(`source.${list}.name`)).toBe(source[list].name);
    }
  });

  it.each(Object.values(figureOfItem))("are there for what the score’s items lead to: %s", (figure) => {
    expect(isFigure(figure)).toBe(true);
    expect(figureFamilies).toContain(figureFamily(figure));
  });

  it("refuse a name that no figure has", () => {
    expect(() => figureTitle("en-US", { figure: "magic", label: null })).toThrow("No figure is called magic.");
  });

  it("name endpoints that the client really calls", () => {
    const source = join(import.meta.dirname, "../../../../../packages/tiktokshop-client/src");
    const files = readdirSync(source, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"));
    const code = files.map((name) => readFileSync(join(source, name), "utf8")).join("\n");

    for (const path of Object.values(sourcePaths)) expect(code).toContain(`"${path}"`);
  });
});

describe("the title of a figure", () => {
  it.each([
    ["en-US", "excluded:CANCELLED", "Left out: Cancelled"],
    ["en-US", "not_reported:refund_amount", "Not reported: Amount of a refund"],
    ["en-US", "week:seller:3", "Week 3 of the shops"],
    ["en-US", "partners:creator:last", "Partners in the last third of the creator accounts"],
    ["en-US", "trail:order:MISSING:USD", "Money trail: Orders, missing, USD"],
    ["en-US", "hour:USD:7", "07:00 UTC, USD"],
    ["en-US", "market:USD:US", "Net of one market: United States, USD"],
    ["en-US", "campaign_rest:USD", "By campaign: All others, USD"],
    ["en-US", "campaign:USD", "By campaign: No campaign reported, USD"],
    ["en-US", "cost_collaboration:USD:OPEN:738", "Cost by collaboration: Open collaboration 738, USD"],
    ["en-US", "partner_shop:USD:A: the shop", "Commission from one shop: A: the shop, USD"],
    ["en-US", "week:nobody:3", "Orders of one week: nobody:3"],
    ["en-US", "weekday:USD:8", "8, USD"],
    ["de-DE", "weekday:EUR:1", "Montag, EUR"],
    ["de-DE", "trail:order:MISSING:EUR", "Spur des Geldes: Bestellungen, fehlend, EUR"],
    ["de-DE", "trail:payment:ORPHAN:EUR", "Spur des Geldes: Zahlungen, ohne Ursache, EUR"],
    ["id-ID", "hour:IDR:7", "07.00 UTC, IDR"],
    ["vi-VN", "market:VND:VN", "Doanh số ròng của một thị trường: Việt Nam, VND"],
    ["th-TH", "content:THB:LIVE", "ตามคอนเทนต์: ไลฟ์ THB"],
  ] as const)("in %s of %s is “%s”", (locale, figure, title) => {
    expect(figureTitle(locale, { figure, label: null })).toBe(title);
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

  it.each(["counted", "left_out"] as const)(
    "breaks off where all is gone at a later page of the %s rows",
    async (gone) => {
      const read = async () => {
        for await (const _ of rowsCsv("net", async ({ side, cursor: { after } }) =>
          side === gone && (after > 0 || side === "left_out")
            ? null
            : { ...report, side, rows: [row], nextPage: after < 1 && side === "counted" ? "1.1" : null },
        )) {
        }
      };

      await expect(read()).rejects.toThrow("is gone since the file was begun");
    },
  );

  it("is a head alone where there is no score", async () => {
    const lines: string[] = [];

    for await (const line of rowsCsv("net", async () => null)) lines.push(line);

    expect(lines).toHaveLength(1);
  });
});
