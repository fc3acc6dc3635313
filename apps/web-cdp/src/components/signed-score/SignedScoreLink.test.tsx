import { renderToStaticMarkup } from "react-dom/server";
import { afterEach, describe, expect, it, vi } from "vitest";
import { PageOf } from "#components/testing/page-of.tsx";
import { type Locale, supportedLocales } from "#lib/format.ts";
import { catalogue } from "#words/catalogue.ts";
import { languageOf } from "#words/languages.ts";
import { SignedScoreLink } from "./SignedScoreLink.tsx";

function render(locale: Locale, payload = "eJyrrgUAAXUA-Q"): string {
  return renderToStaticMarkup(
    <PageOf locale={locale}>
      <SignedScoreLink link={`https://lendfriend.example/verify#file=${payload}`} expiresAt={1_766_232_000} />
    </PageOf>,
  );
}

describe("the link of a signed score", () => {
  afterEach(() => vi.unstubAllGlobals());

  it.each([
    ["en-US", "Dec 20, 2025"],
    ["en-GB", "20 Dec 2025"],
    ["id-ID", "20 Des 2025"],
    ["vi-VN", "20 thg 12, 2025"],
    ["th-TH", "20 ธ.ค. 2025"],
    ["de-DE", "20.12.2025"],
  ] as const)("says in %s until when it counts, and what it gives away, before it can be copied", (locale, until) => {
    const { copy, title } = catalogue[languageOf(locale)].signedScore.link;
    const html = render(locale);

    expect(html.indexOf(title)).toBeGreaterThan(-1);
    expect(html.indexOf(until)).toBeGreaterThan(html.indexOf(title));
    expect(html.indexOf(copy)).toBeGreaterThan(html.indexOf(until));
  });

  it.each(supportedLocales)("is sent by the device's own choice of apps, in %s, only where there is one", (locale) => {
    const { send } = catalogue[languageOf(locale)].signedScore.link;
    const without = render(locale);
    vi.stubGlobal("navigator", { share: async () => undefined });

    expect(without).not.toContain(`>${send}<`);
    expect(render(locale)).toContain(`>${send}<`);
  });

  it.each(supportedLocales)("says in %s that chats may cut it, only when it is long", (locale) => {
    const { long } = catalogue[languageOf(locale)].signedScore.link;

    expect(render(locale)).not.toContain(long);
    expect(render(locale, "e".repeat(4_096))).toContain(long);
  });
});
