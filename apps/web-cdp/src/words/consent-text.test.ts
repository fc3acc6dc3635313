import { describe, expect, it } from "vitest";
import { supportedLocales } from "#lib/format.ts";
import { consentTextIn, findConsentText } from "./consent-text.ts";

describe("consent text", () => {
  it("of a version never changes: another wording needs another version and its own hashes here", () => {
    const texts = new Set(supportedLocales.map(consentTextIn));

    expect([...new Set([...texts].map(({ version }) => version))]).toEqual(["2026-11-29"]);
    expect(Object.fromEntries([...texts].map(({ language, hash }) => [language, hash]))).toEqual({
      en: "5f2a68be36553c6563a9e75985b474d2d52a40b31f88cfd9e061b6435ca7eea4",
      id: "b8ff2e68f15938598c111c8777a9580e04872f7051137768b13bab6473bfbcb5",
      vi: "8f2085e293c9d54b006f11cc6e01d647937e2d970b9d4d1d035de6750425110c",
      th: "808f7d697c412a1a4fa3c917c15b13d62f05caf596d991ad45d4a0af9252c3a7",
      de: "1c259131f1774cbb62a88c7fd5324ce15faa8f0c7c9a0c9fef061597ad97ae07",
    });
  });

  it("is found again by its hash, and by no other", () => {
    for (const locale of supportedLocales) {
      const text = consentTextIn(locale);
      expect(findConsentText(text.hash)).toBe(text);
    }
    expect(findConsentText("0".repeat(64))).toBeNull();
  });
});
