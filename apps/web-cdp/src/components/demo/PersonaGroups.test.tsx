import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { PageOf } from "#components/testing/page-of.tsx";
import { type Locale, supportedLocales } from "#lib/format.ts";
import { catalogue } from "#words/catalogue.ts";
import { PersonaGroups } from "./PersonaGroups.tsx";

describe("PersonaGroups", () => {
  it.each(supportedLocales)(
    "names in %s who is played, for people who cannot see which card a button is on",
    (locale) => {
      expect(names(locale).size).toBe(Object.keys(catalogue.en.demo.persona).length);
    },
  );

  it("writes the figures of a lesson as its reader's language writes them", () => {
    expect(render("de-DE")).toContain("15.000 brutto, 750 erstattet, 14.250 netto");
    expect(render("en-US")).toContain("15,000 gross, 750 refunded, 14,250 net");
  });
});

/** What each button of the page says. */
function names(locale: Locale): Set<string> {
  const buttons = render(locale).match(/<button[^>]*>.*?<\/button>/gs) ?? [];
  return new Set(buttons.map((button) => button.replaceAll(/<[^>]*>/g, "").trim()));
}

function render(locale: Locale): string {
  return renderToStaticMarkup(
    <PageOf locale={locale}>
      <PersonaGroups />
    </PageOf>,
  );
}
