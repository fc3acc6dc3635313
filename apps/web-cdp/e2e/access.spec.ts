import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { card, connectShop, deleteEverything, signInWithExtension } from "./person.ts";

const standards = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

async function violations(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(standards).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`);
}

async function isWiderThanScreen(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
}

for (const { name, width, colorScheme } of [
  { name: "a desk in light", width: 1440, colorScheme: "light" },
  { name: "a phone in dark", width: 390, colorScheme: "dark" },
] as const) {
  test(`on ${name} every page passes axe, fits its screen and breaks no content policy`, async ({ page, browser }) => {
    test.setTimeout(120_000);
    const problems: string[] = [];
    page.on("console", (message) => {
      if (message.type() === "error") problems.push(message.text());
    });
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    const lenderPage = await (await browser.newContext({ viewport: { width, height: 900 }, colorScheme })).newPage();
    const lender = await signInWithExtension(lenderPage);

    await page.goto("/");
    expect(await violations(page)).toEqual([]);
    const borrower = await signInWithExtension(page);
    expect(await violations(page)).toEqual([]);
    await connectShop(page, "viral-seller");
    await expect(card(page, "Your score")).toContainText(/of 100/, { timeout: 40_000 });
    await page.reload();
    expect(await violations(page)).toEqual([]);
    expect(await isWiderThanScreen(page)).toBe(false);

    await card(page, "Share with a lender").getByLabel("Lender’s wallet").fill(lender.address);
    await card(page, "Share with a lender").getByLabel("Purpose").fill("Stock");
    await card(page, "Share with a lender").getByRole("button", { name: "Share the score" }).click();
    await expect(card(page, "Your shares")).toContainText("Stock");
    await lenderPage.goto("/lender");
    expect(await violations(lenderPage)).toEqual([]);
    await lenderPage.goto(`/lender/${borrower.address}`);
    await expect(card(lenderPage, "Every point")).toBeVisible();
    expect(await violations(lenderPage)).toEqual([]);
    expect(await isWiderThanScreen(lenderPage)).toBe(false);

    expect(problems).toEqual([]);
    await deleteEverything(page);
    await lenderPage.context().close();
  });
}
