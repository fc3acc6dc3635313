import { readFileSync } from "node:fs";
import { expect, type Locator, type Page, test } from "@playwright/test";
import { card } from "./card.ts";
import { logs } from "./logs.ts";
import { connectShop, deleteEverything, signInWithExtension } from "./person.ts";
import { expectSound, keepPicture, watchErrors } from "./sound.ts";

const people: Page[] = [];

test.beforeEach(({ page }) => {
  people.push(page);
});

test.afterEach(async () => {
  for (const page of people.splice(0)) if (!page.isClosed()) await deleteEverything(page);
});

interface SignedFile {
  readonly statement: Record<string, unknown>;
  readonly disclosures: readonly { readonly claim: Record<string, unknown> }[];
}

/** Signs the score of a shop and previews a file that proves net sales of at least $10,000; answers the card that shows it. */
async function previewFile(page: Page): Promise<Locator> {
  await signInWithExtension(page);
  await connectShop(page, "worked-seller");
  await expect(card(page, "Your score")).toContainText(/of 100/, { timeout: 40_000 });
  await page.reload();
  const section = card(page, "Signed score");
  await section.getByRole("button", { name: "Sign my score" }).click();
  await section.getByRole("button", { name: "Prepare a file" }).click();
  await section.getByLabel("Net sales in 90 days, in US dollars").first().selectOption({ label: "at least $10,000" });
  await section.getByRole("button", { name: "Preview the file" }).click();
  return section;
}

async function openVerifier(page: Page): Promise<void> {
  await page.goto("/verify");
  await expect(page.getByText("also works without a connection")).toBeVisible();
}

async function check(page: Page, document: unknown): Promise<void> {
  await page.getByLabel("The signed score").fill(JSON.stringify(document));
  await page.getByRole("button", { name: "Check it" }).click();
}

test("a signed score proves a threshold with the network cut, and says revoked once it is taken back", async ({
  page,
  browser,
}) => {
  test.setTimeout(120_000);
  const section = await previewFile(page);
  await expect(section.getByRole("listitem").filter({ hasText: "at least $10,000" }).last()).toBeVisible();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    section.getByRole("button", { name: "Download" }).click(),
  ]);
  const file: SignedFile = JSON.parse(readFileSync(await download.path(), "utf8"));
  expect(file.disclosures.map(({ claim }) => claim)).toEqual([
    { kind: "at_least", path: "net_usd_90d", bound: "10000", unit: "USD", holds: true },
  ]);

  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, colorScheme: "dark" });
  const lender = await context.newPage();
  const problems: string[] = [];
  lender.on("console", (message) => {
    if (message.type() === "error" && !message.text().includes("ERR_INTERNET_DISCONNECTED"))
      problems.push(message.text());
  });
  await openVerifier(lender);
  await context.setOffline(true);
  await lender
    .locator("input[type=file]")
    .first()
    .setInputFiles(await download.path());
  await expect(lender.getByText("Valid: genuine and in force")).toBeVisible();
  await expect(lender.getByText("No list of revoked scores at hand").first()).toBeVisible();
  await expect(card(lender, "Disclosed figures")).toContainText("at least $10,000");

  await context.setOffline(false);
  await check(lender, file);
  await expect(card(lender, "The checks")).toContainText("Not on the list of revoked scores");
  await expectSound(lender);
  await lender.screenshot({ path: "test-results/verify-phone-dark.png", fullPage: true });

  await check(lender, { ...file, statement: { ...file.statement, tier: "Established", scoreMillipoints: 99_000 } });
  await expect(lender.getByText("Tampered: the signed statement")).toBeVisible();
  const [disclosure] = file.disclosures;
  const raised = { ...disclosure, claim: { ...disclosure?.claim, bound: "50000" } };
  await check(lender, { ...file, disclosures: [raised] });
  await expect(lender.getByText("Tampered: a disclosed figure was changed")).toBeVisible();
  await expect(card(lender, "Disclosed figures")).toContainText("Not part of what was signed");

  const saved = await (await lender.request.get("/api/signed-scores/revoked")).json();
  await section.getByRole("button", { name: "Revoke", exact: true }).click();
  await section.getByRole("button", { name: "Revoke now" }).click();
  await expect(section).toContainText("Revoked");
  await lender.reload();
  await openVerifier(lender);
  await check(lender, file);
  await expect(lender.getByText("Revoked: genuine, and taken back")).toBeVisible();
  expect(saved.list.revoked.map(({ id }: { id: string }) => id)).not.toContain(file.statement.id);
  expect(problems).toEqual([]);

  await page.screenshot({ path: "test-results/signed-score-dashboard.png", fullPage: true });
  await context.close();
});

test("a link of a signed score opens to its verdict, on no server's way, and says revoked once it is taken back", async ({
  page,
  browser,
}, info) => {
  test.setTimeout(120_000);
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  const section = await previewFile(page);
  await expect(section).toContainText("The figures are in the link itself.");
  await section.getByRole("button", { name: "Copy link" }).click();
  await expect(section).toContainText("Copied");
  const link = await page.evaluate(() => navigator.clipboard.readText());
  const { origin, pathname, hash } = new URL(link);
  expect(`${origin}${pathname}`).toBe(new URL("/verify", page.url()).href);

  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const lender = await context.newPage();
  const errors = watchErrors(lender);
  const sent: string[] = [];
  lender.on("request", (request) => sent.push(`${request.url()} ${request.headers().referer} ${request.postData()}`));
  await lender.goto(link);
  await expect(lender.getByText("Valid: genuine and in force")).toBeVisible();
  await expect(card(lender, "Disclosed figures")).toContainText("at least $10,000");
  await expectSound(lender);
  await keepPicture(lender, info, "link");
  await lender.reload();
  await expect(lender.getByText("Valid: genuine and in force")).toBeVisible();

  await lender.goto(link.slice(0, -1));
  await expect(lender.getByText("This link is broken")).toBeVisible();
  await expect(card(lender, "The checks")).toBeHidden();
  await expectSound(lender);
  const list = "**/api/signed-scores/revoked";
  const { promise: later, resolve: answerNow } = Promise.withResolvers<void>();
  await lender.route(list, (route) => later.then(() => route.continue()), { times: 1 });
  await lender.goto(link);
  await lender.goto(link.slice(0, -1));
  await Promise.all([lender.waitForResponse(list), answerNow()]);
  await lender.evaluate(() => new Promise(requestAnimationFrame));
  await expect(lender.getByText("This link is broken")).toBeVisible();
  await lender.goto(link);
  await expect(lender.getByText("Valid: genuine and in force")).toBeVisible();

  await section.getByRole("button", { name: "Revoke", exact: true }).click();
  await section.getByRole("button", { name: "Revoke now" }).click();
  await expect(section).toContainText("Revoked");
  await lender.reload();
  await expect(lender.getByText("Revoked: genuine, and taken back")).toBeVisible();

  await lender.getByRole("button", { name: "Clear" }).click();
  expect(new URL(lender.url()).hash).toBe("");
  await lender.getByLabel("The signed score").fill(`Here it is: ${link}`);
  await lender.getByRole("button", { name: "Check it" }).click();
  await expect(lender.getByText("Revoked: genuine, and taken back")).toBeVisible();
  const piece = hash.slice(-40);
  expect(sent.filter((request) => request.includes(piece) || request.includes("#"))).toEqual([]);
  expect(sent.some((request) => request.includes("/api/signed-scores/revoked"))).toBe(true);
  expect(errors).toEqual([]);
  expect(logs().filter(({ text }) => text.includes(piece))).toEqual([]);
  await context.close();
});

test("erasing the shop's figures revokes what was signed of them", async ({ page }) => {
  test.setTimeout(90_000);
  await signInWithExtension(page);
  await connectShop(page, "worked-seller");
  await expect(card(page, "Your score")).toContainText(/of 100/, { timeout: 40_000 });
  const made = await page.request.post("/api/signed-scores", { data: { days: 7 } });
  const { id } = await made.json();
  const answer = await page.request.post(`/api/signed-scores/${id}/disclosures`, { data: { positions: [] } });
  const file: SignedFile = await answer.json();

  await deleteEverything(page);

  await openVerifier(page);
  await check(page, file);
  await expect(page.getByText("Revoked: genuine, and taken back")).toBeVisible();
  expect((await page.request.post(`/api/signed-scores/${id}/disclosures`, { data: { positions: [] } })).status()).toBe(
    404,
  );
});
