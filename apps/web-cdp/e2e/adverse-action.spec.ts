import { expect, type Page, test } from "@playwright/test";
import { card } from "./card.ts";
import { connectShop, deleteEverything, shareWith, signInWithExtension } from "./person.ts";
import { expectSound } from "./sound.ts";

/** A page that reads well at a desk in light and on a narrow phone in dark. */
async function expectSoundOnBoth(page: Page): Promise<void> {
  for (const { width, colorScheme } of [
    { width: 1440, colorScheme: "light" },
    { width: 360, colorScheme: "dark" },
  ] as const) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await expectSound(page);
  }
  await page.setViewportSize({ width: 1440, height: 900 });
}

/** How many sheets of A4 the page is when it is printed. */
async function sheets(page: Page): Promise<number> {
  const pdf = await page.pdf({ preferCSSPageSize: true });
  const text = pdf.toString("latin1");
  expect(text).toMatch(/\/MediaBox \[0 0 59[45][\d.]* 84[12][\d.]*\]/);
  return text.match(/\/Type \/Page\b(?!s)/g)?.length ?? 0;
}

test.afterEach(({ page }) => deleteEverything(page));

test("a lender's decline becomes a dated draft with the score's own reasons, which the borrower reads too", async ({
  page,
  browser,
}) => {
  test.setTimeout(120_000);
  const lenderPage = await (await browser.newContext()).newPage();
  const lender = await signInWithExtension(lenderPage);
  const borrower = await signInWithExtension(page);
  const path = `/lender/${borrower.address}/adverse-action`;
  expect((await lenderPage.goto(path))?.status()).toBe(404);
  await connectShop(page, "worked-seller");
  await expect(card(page, "Your score")).toContainText(/of 100/, { timeout: 40_000 });
  const { id } = await shareWith(page, lender.address);

  await lenderPage.goto(`/lender/${borrower.address}`);
  const losses = card(lenderPage, "Reasons").getByRole("region", { name: "Where points are missing" });
  const names = await losses.locator("li p:first-child > span:first-child").allTextContents();
  expect(names.length).toBeGreaterThan(0);
  await lenderPage.getByRole("link", { name: "Decline…" }).click();
  await expect(card(lenderPage, "What did you decide?")).toBeVisible();
  await expectSoundOnBoth(lenderPage);
  await lenderPage.getByLabel("Loan reference (optional)").fill("L-2041");
  await lenderPage.getByRole("button", { name: "Record it and draft the notice" }).click();

  const draft = lenderPage.getByRole("article", { name: "Draft of an adverse-action notice" });
  await expect(draft).toContainText("The application was declined.");
  await expect(draft).toContainText("30 days left");
  await expect(draft).toContainText("L-2041");
  await expect(draft).toContainText("a draft and not legal advice");
  await expect(draft).toContainText("not calibrated to default risk");
  await expect(draft.getByRole("listitem")).toHaveCount(names.length);
  for (const [index, name] of names.entries()) {
    await expect(draft.getByRole("listitem").nth(index)).toContainText(name);
  }
  await expectSoundOnBoth(lenderPage);
  expect(await sheets(lenderPage)).toBeLessThanOrEqual(2);
  await lenderPage.goto("/lender");
  await expect(card(lenderPage, "Your adverse-action drafts")).toContainText("30 days left");
  await expectSoundOnBoth(lenderPage);

  await page.reload();
  await card(page, "Decisions of lenders").getByRole("link", { name: "See the decisions" }).click();
  const decided = page.getByRole("article", { name: "Draft of an adverse-action notice" });
  await expect(decided).toContainText(lender.address);
  await expect(decided).toContainText("Where to dispute");
  for (const name of names) await expect(decided).toContainText(name);
  await expectSoundOnBoth(page);

  await lenderPage.getByRole("link", { name: /, Declined$/ }).click();
  await lenderPage.getByRole("button", { name: "I sent the notice" }).click();
  await expect(draft).toContainText("Sent in time");
  await page.reload();
  await expect(decided).toContainText("Sent in time");

  expect((await page.request.delete(`/api/shares/${id}`)).ok()).toBe(true);
  await lenderPage.goto(path);
  await expect(lenderPage.getByText("Nothing is shared with you any more")).toBeVisible();
  await card(lenderPage, "Earlier drafts about this borrower").getByRole("link").first().click();
  await expect(draft).toContainText("L-2041");
  await expectSoundOnBoth(lenderPage);
  await lenderPage.context().close();
});
