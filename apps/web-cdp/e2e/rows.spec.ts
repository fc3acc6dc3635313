import { expect, type Page, test } from "@playwright/test";
import { card } from "./card.ts";
import { connectShop, deleteEverything, shareWith, signInWithExtension } from "./person.ts";
import { expectSound } from "./sound.ts";

/** A page that reads well at a desk and on a small phone. */
async function expectSoundEverywhere(page: Page): Promise<void> {
  for (const width of [1440, 360]) {
    await page.setViewportSize({ width, height: 900 });
    await expectSound(page);
  }
  await page.setViewportSize({ width: 1440, height: 900 });
}

interface RowsAnswer {
  readonly rows: {
    readonly status: string;
    readonly stated: { readonly amount: string };
    readonly rows: readonly { readonly counted: string }[];
    readonly nextPage: string | null;
  };
}

/** Adds up every row of a figure, page by page, in whole hundredths. */
async function sumOfRows(page: Page, figure: string): Promise<{ readonly sum: number; readonly stated: number }> {
  let sum = 0;
  for (let cursor = "0.0"; ; ) {
    const response = await page.request.get(`/api/score/rows?figure=${figure}&page=${cursor}&pageSize=40`);
    const { rows: answer }: RowsAnswer = await response.json();
    expect(answer.status).toBe("gathered");
    for (const { counted } of answer.rows) sum += Math.round(Number(counted) * 100);
    if (answer.nextPage === null) return { sum, stated: Math.round(Number(answer.stated.amount) * 100) };
    cursor = answer.nextPage;
  }
}

test.afterEach(({ page }) => deleteEverything(page));

test("a figure of the dashboard leads to the rows that add up to it, and a lender is told that rows are not shared", async ({
  page,
  browser,
}) => {
  test.setTimeout(120_000);
  const lenderPage = await (await browser.newContext()).newPage();
  const lender = await signInWithExtension(lenderPage);
  const borrower = await signInWithExtension(page);
  await connectShop(page, "worked-seller");
  await expect(card(page, "Your score")).toContainText(/of 100/, { timeout: 40_000 });
  await page.reload();

  await card(page, "Figures").getByRole("link", { name: "$14,250", exact: true }).click();
  await expect(page).toHaveURL(/\/dashboard\/rows\?figure=net/);
  const rows = card(page, "Its rows");
  await expect(rows).toContainText("150 rows come to $14,250: exactly the figure.", { timeout: 20_000 });
  await expect(rows).toContainText("Rows 1 to 50 of 150");
  await expectSoundEverywhere(page);
  expect(await sumOfRows(page, "net")).toEqual({ sum: 1_425_000, stated: 1_425_000 });
  await rows.getByRole("link", { name: "Next page" }).click();
  await expect(rows).toContainText("Rows 51 to 100 of 150");
  const csv = await page.request.get("/dashboard/rows/export.csv?figure=refunds");
  expect((await csv.text()).match(/^refunds,yes,return,/gm)?.length).toBeGreaterThan(0);

  await page.goto("/dashboard");
  await card(page, "Every point")
    .getByRole("link", { name: /a month$/ })
    .click();
  await expect(card(page, "Its parts")).toContainText("$14,250");
  await expectSoundEverywhere(page);
  await card(page, "Net a month").getByRole("link", { name: "Monthly revenue" }).click();
  await expect(page).toHaveURL(/\/model#monthly_revenue/);
  await expect(page.locator("#monthly_revenue")).toBeVisible();

  const path = `/lender/${borrower.address}/rows?figure=net`;
  expect((await lenderPage.goto(path))?.status()).toBe(404);
  await shareWith(page, lender.address);
  await lenderPage.goto(`/lender/${borrower.address}`);
  await card(lenderPage, "Figures").getByRole("link", { name: "$14,250", exact: true }).click();
  await expect(card(lenderPage, "Net")).toContainText("/order/202309/orders/search");
  await expect(lenderPage.getByText("Single rows are not shared")).toBeVisible();
  await expectSoundEverywhere(lenderPage);
  await lenderPage.context().close();
});
