import { readFileSync } from "node:fs";
import { expect, type Page, test } from "@playwright/test";
import { card } from "./card.ts";
import { connectShop, finishSignIn, signInWithExtension } from "./person.ts";
import { expectSound } from "./sound.ts";

interface Line {
  readonly part: string;
  readonly rows?: number;
  readonly row?: Record<string, unknown>;
}

async function exportOf(page: Page): Promise<readonly Line[]> {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    card(page, "Your data").getByRole("link", { name: "Download my data" }).click(),
  ]);
  const text = readFileSync(await download.path(), "utf8");
  return text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
}

test("a person takes everything away, deletes the account by typing it, and starts empty afterwards (I02, I04, I05)", async ({
  page,
  browser,
}) => {
  test.setTimeout(150_000);
  await page.setViewportSize({ width: 360, height: 740 });
  await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
  const lenderPage = await (await browser.newContext()).newPage();
  const lender = await signInWithExtension(lenderPage);
  const borrower = await signInWithExtension(page);
  await connectShop(page, "growing-seller");
  await expect(card(page, "Your score")).toContainText(/of 100/, { timeout: 40_000 });
  const share = { lender: lender.address.toLowerCase(), scope: "metrics", purpose: "Stock", expiresAt: "2999-01-01" };
  expect((await page.request.post("/api/shares", { data: share })).status()).toBe(400);
  const until = new Date(Date.now() + 86_400_000).toISOString();
  expect((await page.request.post("/api/shares", { data: { ...share, expiresAt: until } })).status()).toBe(201);
  await page.reload();

  const lines = await exportOf(page);
  const parts = new Set(lines.map(({ part }) => part));
  for (const part of [
    "export",
    "business_connections",
    "orders",
    "score_snapshots",
    "shares",
    "audit_log",
    "sessions",
  ]) {
    expect(parts).toContain(part);
  }
  expect(lines.at(-1)).toEqual({ part: "end", rows: lines.length - 2 });
  expect(JSON.stringify(lines)).not.toMatch(/access_token"|cipher"|session_hash/);

  await card(page, "Your data").getByRole("button", { name: "Delete my account" }).click();
  const dialog = page.getByRole("dialog");
  await expectSound(page);
  await page.screenshot({ path: "test-results/delete-account-phone-dark.png" });
  await dialog.getByLabel("Type “delete my account” to confirm").fill("delete");
  await dialog.getByRole("button", { name: "Delete everything now" }).click();
  await expect(dialog).toContainText("Type exactly: delete my account");
  await dialog.getByLabel("Type “delete my account” to confirm").fill("Delete my account");
  await dialog.getByRole("button", { name: "Delete everything now" }).click();

  await expect(dialog).toContainText("Your access has ended everywhere.");
  expect((await page.request.get("/api/connections")).status()).toBe(401);
  expect((await lenderPage.request.get(`/api/borrowers/${borrower.address}/score`)).status()).toBe(404);
  await expect(dialog).toContainText("Everything is erased.", { timeout: 60_000 });
  await expectSound(page);
  await dialog.getByRole("button", { name: "Leave" }).click();
  await page.waitForURL((url) => url.pathname === "/");

  await page.goto("/dashboard");
  await page.getByRole("button", { name: "Test Wallet" }).click();
  await finishSignIn(page);
  await expect(card(page, "Share with a lender")).toContainText("Nothing to share yet");
  const again = await exportOf(page);
  expect(again.some(({ part }) => part === "orders" || part === "business_connections")).toBe(false);
  const { checks } = await (await page.request.get("/api/health")).json();
  expect(checks.auditHeads).toBe("ok");
  await lenderPage.context().close();
});
