import { expect, type Page, test } from "@playwright/test";
import { card } from "./card.ts";
import { connectShop, deleteEverything, finishSignIn, signInWithExtension } from "./person.ts";
import { expectSound, watchErrors } from "./sound.ts";
import { installWallet } from "./wallet.ts";

const people: Page[] = [];

test.beforeEach(({ page }) => {
  people.push(page);
});

test.afterEach(async () => {
  for (const page of people.splice(0)) if (!page.isClosed()) await deleteEverything(page);
});

test("a seller signs in, connects a shop, watches the import and reads a score with its reasons", async ({ page }) => {
  const errors = watchErrors(page);
  await signInWithExtension(page);
  await expect(page.getByRole("heading", { name: "Business accounts" })).toBeVisible();

  await connectShop(page, "growing-seller");

  await expect(page.getByRole("article")).toBeVisible();
  await expect(card(page, "Your score")).toContainText(/Established|Growing|Building|New/, { timeout: 40_000 });
  await expect(page).toHaveURL(/\/dashboard$/);
  await expect(card(page, "Every point")).toContainText("Account age");
  await page.reload();
  await expect(card(page, "Why this score")).toBeVisible();
  expect(errors).toEqual([]);
});

test("a creator connects a creator account and is scored on commissions", async ({ page }) => {
  await signInWithExtension(page);

  await connectShop(page, "us-creator", { kind: "A creator account" });

  await expect(card(page, "Your score")).toContainText(/Established|Growing|Building|New/, { timeout: 40_000 });
  await expect(card(page, "Figures")).toContainText(/commission/i);
});

test("amounts that the platform prints for people end up in the creator's own currency", async ({ page }) => {
  await signInWithExtension(page);

  await connectShop(page, "id-creator", { kind: "A creator account" });

  await expect(card(page, "Figures")).toContainText(/IDR|Rp/, { timeout: 40_000 });
});

for (const { persona, kind, answer, text } of [
  { persona: "steady-seller", kind: "A shop", answer: "Deny", text: "You did not approve at TikTok." },
  {
    persona: "no-shop",
    kind: "A shop",
    answer: "Allow",
    text: "No active TikTok Shop found. Please set up your shop first.",
  },
  {
    persona: "inactive-shop",
    kind: "A shop",
    answer: "Allow",
    text: "No active TikTok Shop found. Please set up your shop first.",
  },
  {
    persona: "restricted-market",
    kind: "A shop",
    answer: "Allow",
    text: "TikTok Shop is not available in your region yet.",
  },
  {
    persona: "no-order-scope",
    kind: "A shop",
    answer: "Allow",
    text: "TikTok did not give us the permission we need.",
  },
  {
    persona: "uk-creator",
    kind: "A creator account",
    answer: "Allow",
    text: "TikTok Shop is not available in your region yet.",
  },
] as const) {
  test(`${persona} who says ${answer} is told "${text}" and can try again`, async ({ page }) => {
    await signInWithExtension(page);

    await connectShop(page, persona, { kind, answer });

    const notice = page.getByRole("alert").filter({ hasText: text });
    await expect(notice).toBeVisible();
    await expect(notice).toContainText("Support reference");
    await notice.getByRole("button").first().click();
    await expect(page.getByRole("dialog")).toBeVisible();
    await expect(page).toHaveURL(/\/dashboard$/);
  });
}

test("a withheld permission connects, and the card says what it would restore", async ({ page }) => {
  await signInWithExtension(page);

  await connectShop(page, "no-finance-scope");

  await expect(page.getByRole("article")).toContainText("Some permissions were not given.", { timeout: 40_000 });
  await expect(page.getByRole("article")).toContainText("seller.finance.info");
});

test("four shops in four currencies stand side by side under one account", async ({ page }) => {
  await signInWithExtension(page);

  await connectShop(page, "cross-border");

  await expect(page.getByRole("list", { name: "Shops" }).getByRole("listitem")).toHaveCount(4);
  await expect(card(page, "Your score")).toContainText(/Established|Growing|Building|New/, { timeout: 50_000 });
});

test("a lender sees exactly what was shared, the borrower sees the look, and taking it back hides it", async ({
  page,
  browser,
}) => {
  test.setTimeout(120_000);
  const lenderPage = await (await browser.newContext()).newPage();
  const errors = [page, lenderPage].map((one) => watchErrors(one));
  const lender = await signInWithExtension(lenderPage);
  const borrower = await signInWithExtension(page);
  await connectShop(page, "worked-seller");
  await expect(card(page, "Your score")).toContainText(/Growing|Building/, { timeout: 40_000 });
  await page.reload();

  const form = card(page, "Share with a lender");
  await form.getByLabel("Lender’s wallet").fill(lender.address);
  await form.getByRole("radio", { name: "Everything" }).check();
  await form.getByLabel("Purpose").fill("Loan for winter stock");
  await form.getByRole("button", { name: "Share the score" }).click();
  await expect(form.getByRole("status").filter({ hasText: "Shared with" })).toBeVisible();

  await lenderPage.goto("/lender");
  await expect(lenderPage.getByRole("table")).toContainText("Loan for winter stock");
  await lenderPage.goto(`/lender/${borrower.address}`);
  await expect(lenderPage.getByRole("heading", { name: "Every point" })).toBeVisible();
  await expect(lenderPage.locator("body")).toContainText("Not calibrated to default risk");
  await expect(card(lenderPage, "Figures")).toContainText("$14,250");
  await page.reload();
  await expect(card(page, "Who looked")).toContainText(lender.address.slice(0, 6));

  await page.getByRole("button", { name: /Revoke the share/ }).click();
  await card(page, "Your shares")
    .getByRole("button", { name: /Revoke|Take it back|Yes/ })
    .first()
    .click();
  await expect(card(page, "Your shares")).toContainText(/revoked/i);
  expect(errors).toEqual([[], []]);
  await lenderPage.goto(`/lender/${borrower.address}`);
  await expect(lenderPage.getByRole("heading", { name: "Every point" })).toHaveCount(0);
  await lenderPage.context().close();
});

test("a cancelled signature is a choice, not a failure: the same button works again", async ({ page }) => {
  const wallet = await installWallet(page);
  await page.goto("/dashboard");
  wallet.cancelNext();

  await page.getByRole("button", { name: "Test Wallet" }).click();

  await expect(page.getByRole("alert").filter({ hasText: /cancel/i })).toBeVisible();
  await page
    .getByRole("button", { name: /^Sign in$|Test Wallet/ })
    .first()
    .click();
  await finishSignIn(page);
});

test("moving the wallet to another account ends the session of the one before, here and for its cookie (B21)", async ({
  page,
}) => {
  const wallet = await signInWithExtension(page);
  const kept = await page.context().cookies();

  await wallet.switchAccount();

  await expect(page.getByRole("button", { name: "Test Wallet" })).toBeVisible();
  expect(await (await page.request.get("/api/auth/session")).json()).toEqual({ wallet: null });
  await page.context().addCookies(kept);
  const write = await page.request.post("/api/signed-scores", { data: { days: 7 } });
  expect(write.status()).toBe(401);
});

test("the demo wallet signs in with one click, and signing out ends the session", async ({ page }) => {
  await page.goto("/dashboard");
  await page.getByRole("button", { name: "Use the demo wallet" }).click();
  await finishSignIn(page);

  await page.getByRole("button", { name: "Sign out" }).click();

  await expect(page.getByRole("button", { name: "Use the demo wallet" })).toBeVisible();
  expect(await (await page.request.get("/api/auth/session")).json()).toEqual({ wallet: null });
});

test("deleting asks the wallet again: a cancelled signature deletes nothing, a given one everything", async ({
  page,
}) => {
  const wallet = await signInWithExtension(page);
  await connectShop(page, "new-shop");
  const card = page.getByRole("article");
  await expect(card.getByRole("button", { name: "Sync now" })).toBeVisible({ timeout: 40_000 });
  await card.getByRole("button", { name: "Disconnect" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("radio", { name: "Delete imported data" }).check();
  wallet.cancelNext();

  await dialog.getByRole("button", { name: "Delete imported data" }).click();

  await expect(dialog.getByRole("alert")).toContainText("You cancelled");
  expect(await (await page.request.get("/api/connections")).json()).toMatchObject({ connections: [{}] });
  await dialog.getByRole("button", { name: "Delete imported data" }).click();
  await expect(page.getByRole("status").filter({ hasText: "is deleted" })).toBeVisible();
  await expect(page.getByRole("article")).toHaveCount(0);
});

test("on a phone the wallet opens from a tap of its own: one asks for the message, the next one signs it", async ({
  browser,
}) => {
  const phone = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true, colorScheme: "dark" } as const;
  const page = await (await browser.newContext(phone)).newPage();
  await signInWithExtension(page);
  await connectShop(page, "new-shop");
  const card = page.getByRole("article");
  await expect(card.getByRole("button", { name: "Sync now" })).toBeVisible({ timeout: 40_000 });
  await card.getByRole("button", { name: "Disconnect" }).tap();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("radio", { name: "Delete imported data" }).check();

  await dialog.getByRole("button", { name: "Delete imported data" }).tap();

  const sign = dialog.getByRole("button", { name: "Sign with Test Wallet" });
  await expect(sign).toBeVisible();
  expect(await (await page.request.get("/api/connections")).json()).toMatchObject({ connections: [{}] });
  await expectSound(page);
  await page.screenshot({ path: "test-results/confirm-phone-dark.png" });
  await sign.tap();
  await expect(page.getByRole("status").filter({ hasText: "is deleted" })).toBeVisible();
  await page.context().close();
});

test("the demo wallet confirms by itself, and an account deleted with it is gone", async ({ page }) => {
  await page.goto("/dashboard");
  await page.getByRole("button", { name: "Use the demo wallet" }).click();
  await finishSignIn(page);
  await connectShop(page, "new-shop");
  await page.getByRole("article").getByRole("button", { name: "Disconnect" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("radio", { name: "Delete imported data" }).check();

  await dialog.getByRole("button", { name: "Delete imported data" }).click();

  await expect(page.getByRole("status").filter({ hasText: "is deleted" })).toBeVisible();
  expect(await (await page.request.get("/api/connections")).json()).toEqual({ connections: [] });
});

test("disconnecting stops syncing, and reconnecting the same account carries on in place", async ({ page }) => {
  await signInWithExtension(page);
  await connectShop(page, "new-shop");
  const card = page.getByRole("article");
  await expect(card.getByRole("button", { name: "Sync now" })).toBeVisible({ timeout: 40_000 });

  await card.getByRole("button", { name: "Disconnect" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Stop syncing" }).click();
  await expect(card).toContainText(/Disconnected/);
  await connectShop(page, "new-shop");

  await expect(page.getByRole("article")).toHaveCount(1);
  await expect(card.getByRole("button", { name: "Sync now" })).toBeVisible({ timeout: 40_000 });
});
