import { devices, expect, test } from "@playwright/test";
import { card } from "./card.ts";
import { connectShop, deleteEverything, signInWithExtension } from "./person.ts";
import { expectSound } from "./sound.ts";

const { userAgent, viewport, isMobile, hasTouch } = devices["Pixel 7"];

test.use({ userAgent, viewport, isMobile, hasTouch });

test("a phone's dashboard begins folded, opens where a link or the address leads, and prints whole", async ({
  page,
}) => {
  test.setTimeout(90_000);
  await signInWithExtension(page);
  await connectShop(page, "worked-seller");
  await expect(card(page, "Your score")).toContainText(/of 100/, { timeout: 40_000 });
  await page.goto("/dashboard");
  const points = card(page, "Every point");
  const data = card(page, "Your data");

  await expect(card(page, "Business accounts")).toBeVisible();
  await expect(points).toBeHidden();
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThan(5_000);
  await expectSound(page);

  await page.getByRole("navigation", { name: "On this page" }).getByRole("link", { name: "Every point" }).click();
  await expect(points).toBeInViewport();
  await expect(data).toBeHidden();

  const fold = page.locator("summary", { hasText: "Safety and your data" });
  await fold.focus();
  await page.keyboard.press("Enter");
  await expect(data).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(data).toBeHidden();
  await page.emulateMedia({ media: "print" });
  expect(await data.evaluate((section) => section.getBoundingClientRect().height)).toBeGreaterThan(0);
  await page.emulateMedia({ media: "screen" });

  await page.goto("/lender");
  await page.goto("/dashboard#figures");
  await expect(card(page, "Figures")).toBeInViewport();
  await deleteEverything(page);
});
