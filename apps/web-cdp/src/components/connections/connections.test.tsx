import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { BusinessConnectionManager } from "#components/BusinessConnectionManager.tsx";
import { LiveProvider } from "#components/live/LiveProvider.tsx";
import { SalesTicker } from "#components/live/SalesTicker.tsx";
import { PageOf } from "#components/testing/page-of.tsx";
import type { Locale } from "#lib/format.ts";
import type { Connection, LiveState } from "#server/contract.ts";
import { catalogue, wordsOf } from "#words/catalogue.ts";
import { connectionErrorCodes, connectionErrorText } from "./connection-errors.ts";
import { ReconnectBanner } from "./ReconnectBanner.tsx";
import { askedScopes, describeScope } from "./scopes.ts";

const now = "2026-11-23T00:00:00Z";
const others = ["id-ID", "vi-VN", "th-TH", "de-DE"] as const;

const connection: Connection = {
  id: "c1",
  platform: "tiktokshop",
  account: "seller",
  platformUserId: "u1",
  displayName: "Steady Goods",
  shops: [{ id: "s1", name: "Steady", region: "TH", sellerType: "CROSS_BORDER" }],
  status: "active",
  progress: null,
  lastSyncedAt: "2026-11-22T21:00:00Z",
  authorizationExpiresAt: "2026-11-24T00:00:00Z",
  missingScopes: ["seller.finance.info"],
  error: { code: "rate_limited", message: "TikTok Shop asked us to slow down for too long. Try again later." },
  revenueData: {
    totalRevenue: "15000",
    netRevenue: "14250.5",
    orderCount: 1_500,
    itemsSold: 150,
    averageOrderValue: "100",
    affiliateCommission: "0",
    returnRate: 0.05,
    periodDays: 90,
    currency: "USD",
    shopRating: null,
  },
};

describe("a connection's card", () => {
  it("says days, dates, sums and permissions in German", () => {
    const html = render("de-DE", connection);

    for (const text of [
      "endet in 1 Tag.",
      "vor dem 24.11.2026 neu",
      "vor 3 Stunden",
      "14.250,50\u00a0$",
      "1.500",
      "Letzte 90 Tage",
      "Thailand · Grenzüberschreitend",
      '<strong class="font-medium text-ink">Aufstellungen und Auszahlungen</strong> (seller.finance.info)',
      catalogue.de.connections.importFailure.rate_limited,
    ]) {
      expect(html).toContain(text);
    }
  });

  it("calls what was refunded, and what is left after it, not available where returns were not read", () => {
    const { revenueData } = connection;
    const html = render("en-US", { ...connection, revenueData: revenueData && { ...revenueData, returnRate: null } });

    expect(html.match(/not available/g)).toHaveLength(2);
    expect(html).not.toContain("14,250");
    expect(render("en-US", connection)).not.toContain("not available");
  });

  it.each([
    ["id-ID", "berakhir dalam 7 hari."],
    ["vi-VN", "kết thúc sau 7 ngày."],
    ["th-TH", "จะสิ้นสุดใน 7 วัน"],
    ["de-DE", "endet in 7 Tagen."],
  ] as const)("counts the days that are left in %s", (locale, text) => {
    expect(render(locale, { ...connection, authorizationExpiresAt: "2026-11-30T00:00:00Z" })).toContain(text);
  });

  it("shows how far an import is in Thai, and a stage that no table knows by its own name", () => {
    const importing = (stage: string) =>
      render("th-TH", {
        ...connection,
        progress: { stage, done: 1_200, total: 3_000, waiting: null },
        lastSyncedAt: null,
      });

    expect(importing("orders")).toContain("1,200 จาก 3,000");
    expect(importing("orders")).toContain("นำเข้าครั้งแรก");
    expect(importing("ad_revenue")).toContain("Ad revenue");
  });

  it("leaves no English sentence of the card in another language", () => {
    const english = Object.values(catalogue.en.connections.card).filter((text) => typeof text === "string");

    for (const locale of others) {
      const html = render(locale, { ...connection, status: "needs_reconnect" });
      expect(english.filter((text) => text.includes(" ") && html.includes(text))).toEqual([]);
    }
  });
});

describe("ReconnectBanner", () => {
  it("counts days and accounts in the reader's language", () => {
    const second = { ...connection, id: "c2", authorizationExpiresAt: "2026-11-28T00:00:00Z" };
    const html = renderToStaticMarkup(
      <PageOf locale="de-DE">
        <LiveProvider initial={live([connection, second])}>
          <ReconnectBanner now={now} />
        </LiveProvider>
      </PageOf>,
    );

    expect(html).toContain("Der Zugang zu Steady Goods endet in 1 Tag");
    expect(html).toContain("1 weiteres Konto braucht das bald");
  });
});

describe("SalesTicker", () => {
  it("counts orders and items in the reader's language", () => {
    const state = live([connection]);
    const html = renderToStaticMarkup(
      <PageOf locale="de-DE">
        <LiveProvider initial={state}>
          <SalesTicker />
        </LiveProvider>
      </PageOf>,
    );

    expect(html).toContain("1.204 Bestellungen");
    expect(html).toContain("1 Artikel");
    expect(html).toContain("99,50\u00a0$");
    expect(html).toContain("13:05");
  });
});

describe("failures to connect", () => {
  it.each(others)("name in %s all markets and each missing permission", (locale) => {
    const t = wordsOf(locale, "connections");
    const of = (code: string, scopes: readonly string[] = []) =>
      connectionErrorText(t, { code, scopes, holder: "Steady Goods" }, locale);

    for (const code of connectionErrorCodes) expect(of(code).body.at(-1)).toBe(t("failure.nothingLost"));
    expect(of("region_not_supported").body[1]?.split(",")).toHaveLength(16);
    expect(of("missing_permissions", ["seller.order.info"]).body[1]).toContain("seller.order.info");
    expect(of("shop_in_other_account").body[1]).toContain("Steady Goods");
  });
});

describe("permissions", () => {
  it.each(["en-US", ...others] as const)("that are asked for are explained in %s", (locale) => {
    const t = wordsOf(locale, "connections");

    for (const account of ["seller", "creator"] as const) {
      for (const { scope, text } of askedScopes(t, account)) expect(text.label).not.toBe(scope);
    }
  });

  it("that nothing can be read without bring back the import, and one that nobody knows keeps its name", () => {
    const t = wordsOf("en-US", "connections");

    expect(describeScope(t, "seller.order.info").restores).toBe("the import itself");
    expect(describeScope(t, "seller.shop.info").restores).toBe("platform standing");
    expect(describeScope(t, "seller.new.scope").label).toBe("seller.new.scope");
  });
});

function live(connections: readonly Connection[]): LiveState {
  return {
    at: now,
    connections,
    snapshotHash: null,
    today: {
      day: "2026-11-23",
      byCurrency: [{ currency: "USD", orderCount: 1_204, gross: "99.5" }],
      latest: [
        {
          id: "o1",
          shopName: "Steady",
          placedAt: "2026-11-23T13:05:00Z",
          currency: "USD",
          value: "99.5",
          itemCount: 1,
        },
      ],
    },
  };
}

function render(locale: Locale, shown: Connection): string {
  const page: ReactNode = <BusinessConnectionManager now={now} connectReturn={null} />;
  return renderToStaticMarkup(
    <PageOf locale={locale} wallet="0x1111111111111111111111111111111111111111">
      <LiveProvider initial={live([shown])}>{page}</LiveProvider>
    </PageOf>,
  );
}
