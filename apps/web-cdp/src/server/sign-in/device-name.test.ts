import { describe, expect, it } from "vitest";
import { deviceName } from "./device-name.ts";

describe("the name of a device", () => {
  it.each([
    ["Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox on Windows"],
    ["Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) FxiOS/140.0 Mobile Safari/605.1.15", "Firefox on iOS"],
    [
      "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/18.0 Safari/605.1.15",
      "Safari on macOS",
    ],
    ["Mozilla/5.0 (Mac OS X) Safari/605.1.15", "Safari on macOS"],
    ["Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) CriOS/140.0 Mobile Safari/604.1", "Chrome on iOS"],
    ["Mozilla/5.0 (iPad; CPU OS 18_0 like Mac OS X) Version/18.0 Mobile Safari/604.1", "Safari on iOS"],
    ["Mozilla/5.0 (iPod touch; CPU iPhone OS 15_0 like Mac OS X) Safari/604.1", "Safari on iOS"],
    ["Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0", "Edge on Windows"],
    ["Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 HeadlessChrome/140.0 Safari/537.36", "Chrome on Linux"],
    ["Mozilla/5.0 (Windows NT 10.0) Chrome/18.0 Safari/537.36 Edge/18.0", "Edge on Windows"],
    ["Mozilla/5.0 (Linux; Android 15) Chrome/140.0 Mobile Safari/537.36 EdgA/140.0", "Edge on Android"],
    ["Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) EdgiOS/140.0 Safari/604.1", "Edge on iOS"],
    ["Mozilla/5.0 (X11; Linux x86_64) Chrome/140.0 Safari/537.36 OPR/120.0", "Opera on Linux"],
    ["Opera/9.80 (X11; Linux) Presto/2.12", "Opera on Linux"],
    [
      "Mozilla/5.0 (Linux; Android 15; SM-S911B) SamsungBrowser/28.0 Chrome/130.0 Mobile Safari/537.36",
      "Samsung Internet on Android",
    ],
    ["Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) Chrome/140.0 Safari/537.36", "Chrome on ChromeOS"],
    ["Mozilla/5.0 (X11; Linux x86_64) Chromium/140.0", "Chrome on Linux"],
    ["Firefox/140.0", "Firefox"],
    ["Dalvik/2.1.0 (Linux; U; Android 15)", "Android"],
    ["curl/8.5.0", null],
    ["NotFirefox/1 NotWindows", null],
    ["", null],
    [null, null],
  ])("of %j is %j", (userAgent, name) => {
    expect(deviceName(userAgent)).toBe(name);
  });

  it("carries no text that the client wrote", () => {
    expect(deviceName("<img onerror=x>\r\n0x1234 Firefox/1 10.0.0.1 Linux secret")).toBe("Firefox on Linux");
  });

  it("is looked for in the first 512 characters", () => {
    expect(deviceName(`${"x".repeat(503)} Firefox/`)).toBe("Firefox");
    expect(deviceName(`${"x".repeat(504)} Firefox/`)).toBeNull();
  });
});
