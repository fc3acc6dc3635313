import { expect, type Page, test } from "@playwright/test";
import { inPieces } from "./in-pieces.ts";
import { expectStill, watchShifts } from "./stillness.ts";

test("a theme that was chosen holds on every page, whatever the device says, until it is given back", async ({
  page,
}) => {
  await page.emulateMedia({ colorScheme: "light" });
  await page.goto("/model");
  const light = await canvas(page);
  const choice = page.getByRole("combobox", { name: "Appearance" });

  await choice.selectOption("Dark");
  await expect.poll(() => canvas(page)).not.toBe(light);
  await page.goto("/verify");
  await expect(choice).toHaveValue("dark");
  expect(await canvas(page)).not.toBe(light);
  await choice.selectOption("As on this device");

  await expect.poll(() => canvas(page)).toBe(light);
  await page.reload();
  expect(await canvas(page)).toBe(light);
});

test("a page fetches the fonts of its own words only, and none for the names of other languages", async ({ page }) => {
  const fetched = new Set<string>();
  page.on("request", (request) => {
    if (request.resourceType() === "font") fetched.add(request.url());
  });

  await page.goto("/verify");
  await page.evaluate(() => document.fonts.ready);
  expect(fetched.size).toBe(1);

  await page.getByRole("combobox", { name: "Language" }).selectOption("ไทย");
  await expect(page.locator("html")).toHaveAttribute("lang", "th-TH");
  await page.evaluate(() => document.fonts.ready);
  expect(fetched.size).toBe(2);
});

test("a page that arrives in pieces is drawn in one, and nothing of it moves", async ({ page, baseURL }) => {
  await page.setViewportSize({ width: 1280, height: 1600 });
  const slow = await inPieces(baseURL ?? "", "<select");
  await watchShifts(page);

  await page.goto(new URL("/verify", slow.url).href);
  await expectStill(page);
  expect(slow.cuts()).toBe(1);
  slow.stop();
});

for (const [name, lang, font] of [
  ["ไทย", "th-TH", "--font-thai"],
  ["Tiếng Việt", "vi-VN", "--font-vietnamese"],
] as const) {
  test(`on a page in ${lang} the language's own name stands in the page's own letters`, async ({ page }) => {
    await page.goto("/verify");
    await page.getByRole("combobox", { name: "Language" }).selectOption(name);
    await expect(page.locator("html")).toHaveAttribute("lang", lang);

    const { own, shown } = await page.locator("select:has(> option[lang])").evaluate((select, variable) => {
      const bare = (family: string) => family.replaceAll(/["'\s]/g, "");
      return {
        own: bare(getComputedStyle(document.documentElement).getPropertyValue(variable)),
        shown: bare(getComputedStyle(select).fontFamily),
      };
    }, font);
    expect(own).not.toBe("");
    expect(shown.startsWith(own)).toBe(true);
  });
}

function canvas(page: Page): Promise<string> {
  return page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
}
