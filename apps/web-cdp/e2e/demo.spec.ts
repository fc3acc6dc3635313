import { expect, test } from "@playwright/test";
import type { Hex } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { card } from "./card.ts";
import { deleteEverything } from "./person.ts";
import { expectSound } from "./sound.ts";

test("one click plays a persona's whole journey, and a second one adds the other half to the same wallet", async ({
  page,
}) => {
  test.setTimeout(120_000);
  await page.goto("/");
  await page.getByRole("link", { name: "Play a persona" }).click();

  await page.getByRole("button", { name: "Play Both at once: the shop" }).click();

  await expect(card(page, "Your score")).toContainText(/of 100/, { timeout: 40_000 });
  await expect(card(page, "Business accounts").getByRole("article")).toHaveCount(1);
  const wallet = () => page.evaluate(async () => (await (await fetch("/api/auth/session")).json()).wallet);
  const before = await wallet();

  await page.goto("/demo");
  await expect(page.getByRole("complementary", { name: "Sandbox" })).toBeVisible();
  await page.getByRole("button", { name: "Play Both at once: the creator" }).click();

  await expect(card(page, "Business accounts").getByRole("article")).toHaveCount(2);
  expect(await wallet()).toBe(before);
  const key = await page.evaluate(() => localStorage.getItem("lf.demo-wallet"));
  const demo = privateKeyToAccount(String(key) as Hex);
  await deleteEverything(page, (message) => demo.signMessage({ message }));
});

test("a persona that cannot be connected ends at the page that says why", async ({ page }) => {
  await page.goto("/demo");

  await page.getByRole("button", { name: "Play An account without a shop" }).click();

  await expect(page.getByRole("alert").filter({ hasText: "No active TikTok Shop found" })).toBeVisible();
});

test("the list of personas passes axe and fits 360 px in dark", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 900 });
  await page.emulateMedia({ colorScheme: "dark" });
  await page.goto("/demo");

  await expectSound(page);
  await expect(page.getByRole("complementary", { name: "Sandbox" })).toBeVisible();
});
