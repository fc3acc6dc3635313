import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, type TestInfo } from "@playwright/test";

const standards = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** The page passes axe and is no wider than its screen, as soon as it has come to rest: halfway to another page is no state. */
export async function expectSound(page: Page): Promise<void> {
  await expectNothingFrom(() => new AxeBuilder({ page }).withTags(standards));
  const isWider = await page.evaluate(
    () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
  );
  expect(isWider).toBe(false);
}

/** The page's colours pass axe: what is left to judge after the same page was sound in another theme. */
export async function expectContrast(page: Page): Promise<void> {
  await expectNothingFrom(() => new AxeBuilder({ page }).withRules(["color-contrast", "link-in-text-block"]));
}

/** What goes wrong in the page from now on: errors of its console, refused content among them, and of its scripts. */
export function watchErrors(page: Page, expected?: RegExp): readonly string[] {
  const errors: string[] = [];
  const note = (text: string) => {
    if (!expected?.test(text)) errors.push(`${page.url()}: ${text}`);
  };
  page.on("console", (message) => {
    if (message.type() === "error") note(message.text());
  });
  page.on("pageerror", ({ message }) => note(message));
  return errors;
}

/** Keeps a picture of the whole page with what the test leaves behind. */
export async function keepPicture(page: Page, info: TestInfo, name: string): Promise<void> {
  const path = info.outputPath(`${name.toLowerCase().replaceAll(/\W+/g, "-")}.png`);
  await page.screenshot({ path, fullPage: true, animations: "disabled" });
}

async function expectNothingFrom(axe: () => AxeBuilder): Promise<void> {
  await expect(async () => {
    const { violations } = await axe().analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(", ")}`)).toEqual([]);
  }).toPass({ timeout: 30_000 });
}
