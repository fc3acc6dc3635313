import { type MessageFormatElement, parse, TYPE } from "@formatjs/icu-messageformat-parser";
import { describe, expect, it } from "vitest";
import { ApiError } from "#lib/call-api.ts";
import { supportedLocales } from "#lib/format.ts";
import { catalogue, messagesFor, wordsOf } from "./catalogue.ts";
import { failureText } from "./failure-text.ts";
import { type Language, languageOf } from "./languages.ts";

const others = (Object.keys(catalogue) as Language[]).filter((language) => language !== "en");
const english = new Map(messagesOf(catalogue.en));

describe("catalogue", () => {
  it.each(others)("says in %s everything that English says, with the same values and elements", (language) => {
    const messages = new Map(messagesOf(catalogue[language]));

    expect([...messages.keys()].sort()).toEqual([...english.keys()].sort());
    for (const [key, message] of english) {
      expect({ key, needs: needsOf(messages.get(key) ?? "") }).toEqual({ key, needs: needsOf(message) });
    }
  });

  it.each(others)("leaves no message of %s empty", (language) => {
    expect(messagesOf(catalogue[language]).filter(([, message]) => message.trim() === "")).toEqual([]);
  });

  it("has words for every locale that pages can be read in", () => {
    for (const locale of supportedLocales) expect(catalogue[languageOf(locale)]).toBeDefined();
  });
});

describe("wordsOf", () => {
  it("puts values into the words of the locale's language", () => {
    expect(wordsOf("de-DE", "signIn")("email.sentTo", { address: "a@b.c" })).toBe("Gesendet an a@b.c");
    expect(wordsOf("en-GB", "signIn")("email.sentTo", { address: "a@b.c" })).toBe("Sent to a@b.c");
  });

  it("makes one translator for each locale and namespace, however often a page asks", () => {
    expect(wordsOf("de-DE", "units")).toBe(wordsOf("de-DE", "units"));
    expect(wordsOf("en-GB", "units")).not.toBe(wordsOf("en-US", "units"));
    expect(wordsOf("de-DE", "score")).not.toBe(wordsOf("de-DE", "units"));
  });
});

describe("messagesFor", () => {
  it("hands out the asked namespaces only", () => {
    expect(Object.keys(messagesFor("id-ID", ["signIn"]))).toEqual(["signIn"]);
  });
});

describe("compiled messages", () => {
  it.each(["en-US", "de-DE"] as const)("of %s are plain, so that React hands them to islands", (locale) => {
    const namespaces = Object.keys(catalogue.en) as (keyof typeof catalogue.en)[];

    expect(unplain(messagesFor(locale, namespaces))).toEqual([]);
  });
});

describe("failureText", () => {
  it("reads a code that the page does not know as an unexpected failure", () => {
    const t = wordsOf("en-US", "failures");

    expect(failureText(t, new Error("x"))).toBe(catalogue.en.failures.unexpected);
  });

  it.each(["limit_reached", "daily_limit_reached", "score_too_old"])(
    "tells nobody to reload whom it does not help (%s)",
    (code) => {
      const said = supportedLocales.map((locale) => {
        const t = wordsOf(locale, "failures");
        return [failureText(t, new ApiError(code, "")), t("conflict"), t("unexpected")];
      });

      for (const [text, ...others] of said) expect(others).not.toContain(text);
    },
  );
});

function messagesOf(part: object, path = ""): [key: string, message: string][] {
  return Object.entries(part).flatMap(([key, value]) =>
    typeof value === "string"
      ? [[`${path}${key}`, value] as [string, string]]
      : messagesOf(value as object, `${path}${key}.`),
  );
}

/** Names of the values and elements that a message is filled with. */
function needsOf(message: string): string[] {
  return [...new Set(namesIn(parse(message)))].sort();
}

function namesIn(elements: readonly MessageFormatElement[]): string[] {
  return elements.flatMap((element) => {
    switch (element.type) {
      case TYPE.literal:
      case TYPE.pound:
        return [];
      case TYPE.tag:
        return [`<${element.value}>`, ...namesIn(element.children)];
      case TYPE.select:
      case TYPE.plural:
        return [element.value, ...Object.values(element.options).flatMap(({ value }) => namesIn(value))];
      default:
        return [element.value];
    }
  });
}

/** Objects within that are neither arrays nor made by a literal. */
function unplain(value: unknown): unknown[] {
  if (typeof value !== "object" || value === null) return [];
  const isPlain = Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype;
  return [...(isPlain ? [] : [value]), ...Object.values(value).flatMap(unplain)];
}
