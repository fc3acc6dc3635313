import { expect, test } from "@playwright/test";
import { card, connectShop, deleteEverything, signInWithExtension } from "./person.ts";
import { expectSound } from "./sound.ts";

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
    await expectSound(page);
    const borrower = await signInWithExtension(page);
    await expectSound(page);
    await connectShop(page, "viral-seller");
    await expect(card(page, "Your score")).toContainText(/of 100/, { timeout: 40_000 });
    await page.reload();
    await expect(card(page, "Score history").getByRole("img")).toBeVisible();
    await expectSound(page);

    await page.goto("/dashboard/insights");
    await expect(page.getByRole("figure").filter({ hasText: "Cost by kind of collaboration" })).toBeVisible();
    await expectSound(page);

    await page.goto("/dashboard/rows?figure=net");
    await expect(card(page, "Its rows")).toContainText("exactly the figure", { timeout: 20_000 });
    await expectSound(page);

    await page.goto("/dashboard");
    const share = card(page, "Share with a lender");
    await share.getByLabel("Lender’s wallet").fill(lender.address);
    await share.getByRole("radio", { name: "Everything" }).check();
    await share.getByLabel("Purpose").fill("Stock");
    await share.getByRole("button", { name: "Share the score" }).click();
    await expect(card(page, "Your shares")).toContainText("Stock");
    await lenderPage.goto("/lender");
    await expectSound(lenderPage);
    await lenderPage.goto(`/lender/${borrower.address}`);
    await expect(card(lenderPage, "Every point")).toBeVisible();
    await expect(card(lenderPage, "Insights").getByRole("figure").first()).toBeVisible();
    await expect(card(lenderPage, "Score history").getByRole("img")).toBeVisible();
    await expectSound(lenderPage);

    expect(problems).toEqual([]);
    await deleteEverything(page);
    await lenderPage.context().close();
  });

  test(`on ${name} the model and the verifier pass axe and fit their screen`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });

    await page.goto("/model");
    await expect(page.getByRole("heading", { name: "How the score is computed" })).toBeVisible();
    await expectSound(page);

    await page.goto("/verify");
    await expect(page.getByText("also works without a connection")).toBeVisible();
    await expectSound(page);
    await page.getByLabel("The signed score").fill("{}");
    await page.getByRole("button", { name: "Check it" }).click();
    await expect(card(page, "The checks")).toBeVisible();
    await expectSound(page);
  });
}
