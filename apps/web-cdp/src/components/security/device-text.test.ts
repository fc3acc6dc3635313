import { expect, test } from "vitest";
import { wordsOf } from "#words/catalogue.ts";
import { deviceText } from "./device-text.ts";

test("a device is named in the reader's language, and one of a single word by that word", () => {
  const t = wordsOf("vi-VN", "security");

  expect(deviceText(t, "Samsung Internet on Android")).toBe("Samsung Internet trên Android");
  expect(deviceText(t, "Firefox")).toBe("Firefox");
  expect(deviceText(wordsOf("en-US", "security"), "Chrome on Linux")).toBe("Chrome on Linux");
});
