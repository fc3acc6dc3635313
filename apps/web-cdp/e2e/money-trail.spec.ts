import { expect, type Page, test } from "@playwright/test";
import { card } from "./card.ts";
import { connectShop, deleteEverything, shareWith, signInWithExtension } from "./person.ts";
import { expectSound } from "./sound.ts";

const persona = "planted-defects";

interface Planted {
  readonly kind: string;
  readonly id: string;
}

async function plantedDefects(): Promise<readonly Planted[]> {
  const answer = await fetch(`${process.env.E2E_SANDBOX_CONTROL_URL}/ctl/defects?persona=${persona}`);
  const { defects }: { defects: readonly Planted[] } = await answer.json();
  return defects;
}

/** A page of the trail that reads well, at a desk and on a phone. */
async function expectSoundOnBoth(page: Page): Promise<void> {
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 900 });
    await expectSound(page);
  }
}

test.afterEach(({ page }) => deleteEverything(page));

test("a borrower, and a lender with metrics, see exactly the ids that do not add up", async ({ page, browser }) => {
  test.setTimeout(120_000);
  const lenderPage = await (await browser.newContext()).newPage();
  const lender = await signInWithExtension(lenderPage);
  const borrower = await signInWithExtension(page);
  await connectShop(page, persona);
  await expect(card(page, "Your score")).toContainText(/of 100/, { timeout: 40_000 });
  const planted = await plantedDefects();
  expect(planted.length).toBeGreaterThan(15);

  await page.reload();
  await card(page, "Money trail").getByRole("link", { name: "Follow the money" }).click();
  const list = card(page, "What does not add up");
  for (const { id } of planted) await expect(list.getByText(id, { exact: true }).first()).toBeVisible();
  await expect(list.getByRole("article")).toHaveCount(planted.length);
  await expectSoundOnBoth(page);

  const missing = planted.filter(({ kind }) => kind === "MISSING");
  await list.getByRole("link", { name: /^Missing/ }).click();
  await expect(page).toHaveURL(/kind=MISSING/);
  await expect(list.getByRole("article")).toHaveCount(missing.length);
  const csv = await page.request.get("/dashboard/money-trail/export.csv");
  expect((await csv.text()).trimEnd().split("\r\n")).toHaveLength(planted.length + 1);

  const path = `/lender/${borrower.address}/money-trail`;
  expect((await lenderPage.goto(path))?.status()).toBe(404);
  await shareWith(page, lender.address);
  await lenderPage.goto(`/lender/${borrower.address}`);
  await card(lenderPage, "Money trail").getByRole("link", { name: "Follow the money" }).click();
  await expect(card(lenderPage, "What does not add up").getByRole("article")).toHaveCount(planted.length);
  await expectSoundOnBoth(lenderPage);
  const exported = await lenderPage.request.get(`/lender/${borrower.address}/export.csv`);
  expect((await exported.text()).match(/^money_trail_flag,/gm)).toHaveLength(planted.length);

  await lenderPage.context().close();
});
