import { expect, test } from "vitest";
import { webhookAddress } from "./webhook-address.ts";

const tikTok = "https://open-api.tiktokglobalshop.com";

function addressFor(appUrl: string, apiUrl: string) {
  const tikTokShop = { apiUrl } as Parameters<typeof webhookAddress>[0]["tikTokShop"];
  return webhookAddress({ appUrl, tikTokShop });
}

test("TikTok Shop is given an https address with a domain name", () => {
  expect(addressFor("https://app.example.com", tikTok)).toBe("https://app.example.com/api/tiktokshop/webhook");
});

test.each([
  ["plain http", "http://app.example.com"],
  ["this machine", "http://localhost:3000"],
  ["a port", "https://app.example.com:8443"],
  ["an IPv4 address", "https://203.0.113.7"],
  ["an IPv6 address", "https://[2001:db8::1]"],
  ["a name without a domain", "https://intranet"],
  ["more than 255 characters", `https://${"a.".repeat(130)}example.com`],
])("TikTok Shop is never given %s", (_, appUrl) => {
  expect(addressFor(appUrl, tikTok)).toBeNull();
});

test("a sandbox on this machine is given this machine's address", () => {
  expect(addressFor("http://localhost:3000", "http://127.0.0.1:4010")).toBe(
    "http://localhost:3000/api/tiktokshop/webhook",
  );
});
