import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { ComingPlatforms } from "./connections/ComingPlatforms.tsx";
import { TikTokShopConnectButton } from "./TikTokShopConnectButton.tsx";
import { PageOf } from "./testing/page-of.tsx";

function renderFor(wallet: string | null, children: ReactNode): string {
  return renderToStaticMarkup(<PageOf wallet={wallet}>{children}</PageOf>);
}

describe("TikTokShopConnectButton", () => {
  it("stays reachable without a wallet, and says what is missing", () => {
    const html = renderFor(null, <TikTokShopConnectButton />);

    expect(html).toContain('aria-disabled="true"');
    expect(html).not.toMatch(/<button[^>]* disabled/);
    expect(html).toMatch(/aria-describedby="([^"]+)"[\s\S]*id="\1"/);
    expect(html).toContain("sign in with a wallet first");
  });

  it("is ready once somebody is signed in", () => {
    const html = renderFor("0x1111111111111111111111111111111111111111", <TikTokShopConnectButton size="lg" />);

    expect(html).not.toContain('aria-disabled="true"');
    expect(html).toContain("Connect TikTok Shop");
  });

  it("asks for a dialog and opens no window of its own", () => {
    const html = renderFor("0x1111111111111111111111111111111111111111", <TikTokShopConnectButton />);

    expect(html).toContain('aria-haspopup="dialog"');
    expect(html).not.toContain("target=");
  });
});

describe("ComingPlatforms", () => {
  it("lists what is planned without anything to click", () => {
    const html = renderFor(null, <ComingPlatforms />);

    for (const name of ["Shopify", "Stripe", "YouTube", "Twitch"]) expect(html).toContain(name);
    expect(html).not.toMatch(/<(a|button)[\s>]/);
  });
});
