import { describe, expect, it } from "vitest";
import { isPhone } from "./is-phone.ts";

const iphone =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile/15E148 Safari/604.1";
const tablet = "Mozilla/5.0 (Linux; Android 15; Pixel Tablet) AppleWebKit/537.36 Chrome/140.0 Safari/537.36";

describe("isPhone", () => {
  it.each([
    ["an iPhone, which sends no hint", { "user-agent": iphone }, true],
    ["Firefox on Android", { "user-agent": "Mozilla/5.0 (Android 15; Mobile; rv:140.0) Firefox/140.0" }, true],
    ["a tablet", { "user-agent": tablet }, false],
    ["the hint of a phone", { "sec-ch-ua-mobile": "?1", "user-agent": tablet }, true],
    ["a phone that asks for the desktop's page", { "sec-ch-ua-mobile": "?0", "user-agent": iphone }, false],
    ["nothing at all", {}, false],
  ])("knows %s", (_name, headers, expected) => {
    expect(isPhone(new Headers(headers as Record<string, string>))).toBe(expected);
  });
});
