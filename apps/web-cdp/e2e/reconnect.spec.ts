import { expect, test } from "@playwright/test";
import type { Caller } from "./api.ts";
import { ask } from "./database.ts";
import { people } from "./places.ts";
import { expectSound } from "./sound.ts";
import { visitAs } from "./visitor.ts";

const { somebody, disconnectAll } = people();
let borrower: Caller;

test.beforeAll(async () => {
  borrower = await somebody();
  await borrower.connect("expiring-consent");
  await borrower.settled();
});

test.afterAll(disconnectAll);

test.beforeEach(({ page }) => visitAs(page, borrower));

test("a consent that ends in five days is announced on top, with the way to renew it", async ({ page }) => {
  await page.goto("/dashboard");
  const banner = page.getByRole("complementary", { name: "Reconnect" });

  await expect(banner).toContainText("Access to Last Leaf Botanicals ends in 5 days");
  await banner.getByRole("button", { name: "Reconnect Last Leaf Botanicals" }).click();

  await expect(page.getByRole("dialog", { name: "Reconnect Last Leaf Botanicals" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expectSound(page);
});

for (const { hoursLeft, says } of [
  { hoursLeft: 30 * 24 + 1, says: null },
  { hoursLeft: 30 * 24 - 1, says: "ends in 30 days" },
  { hoursLeft: 14 * 24 - 1, says: "ends in 14 days" },
  { hoursLeft: 7 * 24 - 1, says: "ends in 7 days" },
  { hoursLeft: 3 * 24 - 1, says: "ends in 3 days" },
  { hoursLeft: 23, says: "ends in 1 day" },
  { hoursLeft: -1, says: "has ended" },
] as const) {
  test(`with ${hoursLeft} hours of consent left the dashboard says ${says ?? "nothing of it"}`, async ({ page }) => {
    await ask(
      `update public.business_connections set authorization_expires_at = now() + $1 * interval '1 hour'
       where wallet_address = $2`,
      [hoursLeft, borrower.wallet],
    );

    await page.goto("/dashboard");

    const banner = page.getByRole("complementary", { name: "Reconnect" });
    if (says === null) return expect(banner).toHaveCount(0);
    await expect(banner).toContainText(`Access to Last Leaf Botanicals ${says}`);
    await expect(banner).toContainText("your history and shares stay as they are");
    return expect(banner.getByRole("button", { name: "Reconnect Last Leaf Botanicals" })).toBeVisible();
  });
}
