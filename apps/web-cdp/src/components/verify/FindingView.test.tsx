import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { PageOf } from "#components/testing/page-of.tsx";
import { supportedLocales } from "#lib/format.ts";
import { catalogue } from "#words/catalogue.ts";
import { languageOf } from "#words/languages.ts";
import { FindingView } from "./FindingView.tsx";

describe("what was found of a link", () => {
  it.each(supportedLocales)("says in %s that it is broken and what to do, and judges nothing", (locale) => {
    const { brokenLink, checks } = catalogue[languageOf(locale)].verify;

    const html = renderToStaticMarkup(
      <PageOf locale={locale}>
        <FindingView finding="broken_link" />
      </PageOf>,
    );

    expect(html).toContain(brokenLink.title);
    expect(html).toContain(brokenLink.text);
    expect(html).not.toContain(checks);
  });
});
