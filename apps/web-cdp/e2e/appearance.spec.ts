import { expect, type Page, test } from "@playwright/test";

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

function canvas(page: Page): Promise<string> {
  return page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
}
