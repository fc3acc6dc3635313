import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import type { Locale } from "#lib/format.ts";
import { sampleFlag } from "#server/testing/sample-flag.ts";
import type { TieOutPage } from "#server/tie-out-page.ts";
import { catalogue } from "#words/catalogue.ts";
import { MoneyTrail } from "./MoneyTrail.tsx";
import { trailCsv, trailRows } from "./trail-csv.ts";
import { trailQuery } from "./trail-query.ts";

const { problem: problems } = catalogue.en.moneyTrail;

const tieOut: TieOutPage = {
  status: "available",
  untied: [],
  counts: [
    { subject: "order", state: "MATCHED", currency: "USD", count: 5, value: "500" },
    { subject: "order", state: "MISSING", currency: "USD", count: 120, value: "71.25" },
  ],
  oldDelivered: [{ currency: "USD", count: 6, value: "571.25", missingCount: 1, missingValue: "71.25" }],
  asOf: "2026-11-20T00:00:00Z",
  snapshotHash: "hash",
  page: 2,
  pageSize: 50,
  flagCount: 120,
  flags: [sampleFlag],
};

function render(
  given: TieOutPage | null,
  audience: "borrower" | "lender" = "borrower",
  locale: Locale = "en-US",
): string {
  return renderToStaticMarkup(
    <MoneyTrail
      tieOut={given}
      query={{ kind: "MISSING", page: 2, pageSize: 50 }}
      audience={audience}
      path="/trail"
      back="/dashboard"
      csv={{ href: "/trail/export.csv", name: "trail.csv" }}
      locale={locale}
    />,
  );
}

describe("the money trail", () => {
  it("shows every flagged id with what it means, what to do, what was expected and what was found", () => {
    const html = render(tieOut);

    for (const text of [sampleFlag.id, problems.not_settled.means, problems.not_settled.todo.borrower, "$71.25"]) {
      expect(html).toContain(text.replaceAll("'", "&#x27;"));
    }
  });

  it("tells a lender what to ask, not what to do at TikTok Shop", () => {
    const html = render(tieOut, "lender");

    expect(html).toContain(problems.not_settled.todo.lender);
    expect(html).not.toContain("Seller Center");
  });

  it("says as of when", () => {
    expect(render(tieOut)).toContain("As of Nov 20, 2026, 12:00 AM UTC");
  });

  it("leads from page to page and from kind to kind", () => {
    const html = render(tieOut);

    expect(html).toContain("Page 2 of 3");
    expect(html).toContain('href="/trail?kind=MISSING#flags"');
    expect(html).toContain('href="/trail?kind=MISSING&amp;page=3#flags"');
    expect(html).toContain('href="/trail?kind=ORPHAN#flags"');
  });

  it("says plainly when settlements were not granted, and what restores them", () => {
    const untied = [{ account: "seller", reason: "withheld", permission: "seller.finance.info" }] as const;
    const html = render({ ...tieOut, status: "unavailable", untied, counts: [], oldDelivered: [], flags: [] });

    expect(html).toContain("The money cannot be followed");
    expect(html).toContain("seller.finance.info");
    expect(html).not.toContain("What does not add up");
  });

  it("is read in the reader’s language, by whose rules numbers and dates are written", () => {
    const untied = [{ account: "creator", reason: "no_settlements_for_creators", permission: null }] as const;
    const html = render({ ...tieOut, flagCount: 120_000, untied }, "lender", "de-DE");
    const words = catalogue.de.moneyTrail;

    expect(html).toContain("Stand 20.11.2026, 00:00 UTC");
    expect(html).toContain("Seite 2 von 2.400");
    expect(html).toContain("71,25\u00a0$");
    for (const text of [
      words.state.MISSING.label,
      words.subject.order.many,
      words.problem.not_settled.todo.lender,
      words.untied.no_settlements_for_creators.why,
    ]) {
      expect(html).toContain(text);
    }
    expect(html).not.toMatch(/Missing|Orders|Statement|Page/);
  });

  it("says so before the first import, and when everything adds up", () => {
    expect(render(null)).toContain("Not followed yet");
    expect(render({ ...tieOut, flags: [], flagCount: 0 })).toContain("Nothing of this kind");
  });
});

describe("the address of a page", () => {
  it.each([
    [{}, { kind: null, page: 1 }],
    [
      { kind: "ORPHAN", page: "3" },
      { kind: "ORPHAN", page: 3 },
    ],
    [
      { kind: "LOST", page: "3" },
      { kind: null, page: 1 },
    ],
    [{ kind: ["MISSING", "ORPHAN"] }, { kind: null, page: 1 }],
    [{ page: "-1" }, { kind: null, page: 1 }],
  ])("%j asks for %j", (search, expected) => {
    expect(trailQuery(search)).toMatchObject(expected);
  });
});

describe("the export", () => {
  it("holds every flag, however many pages there are", async () => {
    const ids = Array.from({ length: 1_001 }, (_, at) => `O${at}`);
    const lines: string[] = [];

    for await (const line of trailCsv(async ({ page, pageSize }) => ({
      ...tieOut,
      flags: ids.slice((page - 1) * pageSize, page * pageSize).map((id) => ({ ...sampleFlag, id })),
    }))) {
      lines.push(line);
    }

    expect(lines.slice(1).map((line) => line.split(",")[2])).toEqual(ids);
    expect(lines[1]).toContain("MISSING,order,O0,not_settled,S1,576500000000000001,,,USD,71.25,0,USD,2026-10-01");
  });

  it.each([
    ["own", trailCsv],
    ["lender's", trailRows],
  ])("breaks off, in the %s form, where the trail is gone at a later page", async (_, linesOf) => {
    const lines: string[] = [];
    const read = async () => {
      for await (const line of linesOf(async ({ page, pageSize }) =>
        page === 1 ? { ...tieOut, flags: Array.from({ length: pageSize }, () => sampleFlag) } : null,
      )) {
        lines.push(line);
      }
    };

    await expect(read()).rejects.toThrow("is gone since the file was begun");
    expect(lines.length).toBeGreaterThan(1_000);
  });
});
