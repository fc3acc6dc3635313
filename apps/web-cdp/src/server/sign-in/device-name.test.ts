import { describe, expect, it } from "vitest";
import { deviceName } from "./device-name.ts";

describe("the name of a device", () => {
  it.each([
    ["Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox on Windows"],
    [
      "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/18.0 Safari/605.1.15",
      "Safari on macOS",
    ],
    ["Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) CriOS/140.0 Mobile Safari/604.1", "Chrome on iOS"],
    ["Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0", "Edge on Windows"],
    ["Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 HeadlessChrome/140.0 Safari/537.36", "Chrome on Linux"],
    ["curl/8.5.0", null],
    [null, null],
  ])("of %j is %j", (userAgent, name) => {
    expect(deviceName(userAgent)).toBe(name);
  });

  it("carries no text that the client wrote", () => {
    expect(deviceName("<img onerror=x>\r\n0x1234 Firefox/1 10.0.0.1 Linux secret")).toBe("Firefox on Linux");
  });
});
