import { describe, expect, it } from "vitest";
import { type Locale, supportedLocales } from "#lib/format.ts";
import { deleteAccountInput } from "#server/http-inputs.ts";
import { wordsOf } from "#words/catalogue.ts";
import { deleteConfirmation, isConfirmed } from "./is-confirmed.ts";

const phraseIn = (locale: Locale) => wordsOf(locale, "account")("confirmPhrase");

describe("isConfirmed", () => {
  it.each(supportedLocales)("takes the phrase that %s shows, in any letters' case, and no part of it", (locale) => {
    const phrase = phraseIn(locale);

    expect(isConfirmed(` ${phrase.toUpperCase()} `, phrase)).toBe(true);
    expect(isConfirmed(phrase.slice(0, -1), phrase)).toBe(false);
    expect(isConfirmed("", phrase)).toBe(false);
  });

  it("takes a Vietnamese mark on either vowel, composed or not", () => {
    const phrase = phraseIn("vi-VN");

    for (const typed of ["xoá tài khoản của tôi", "xóa tài khoản của tôi".normalize("NFD"), "xoa tai khoan cua toi"]) {
      expect(isConfirmed(typed, phrase)).toBe(true);
    }
  });

  it("asks in English for what the API asks for, and sends what it takes", () => {
    const { confirm } = deleteAccountInput.shape;

    expect(confirm.safeParse(phraseIn("en-US")).success).toBe(true);
    expect(confirm.safeParse(deleteConfirmation).success).toBe(true);
    expect(confirm.safeParse(phraseIn("de-DE")).success).toBe(false);
  });
});
