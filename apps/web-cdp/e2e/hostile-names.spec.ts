import { expect, type Page, test } from "@playwright/test";
import { post } from "./api.ts";
import { ask } from "./database.ts";
import { people } from "./places.ts";
import { expectSound, watchErrors } from "./sound.ts";
import { visitAs } from "./visitor.ts";

const { somebody, disconnectAll } = people();

test.afterEach(disconnectAll);

const script = "<script>document.title='ran'</script>";
const markup = `<img src=x onerror="document.title='ran'">${script}`;
const formula = '=HYPERLINK("https://evil.example","win")';
const unbroken = "Shop".repeat(30);
const account = `${markup} ${unbroken}`;
/** As long as the longest name that is taken from the platform. */
const shop = `${formula} ${unbroken} ${"🎉".repeat(900)}`;

/** The page shows the texts as they are, fits its screen, and nothing of them is markup or has run. */
async function expectInert(page: Page, path: string, texts: readonly string[]): Promise<void> {
  await page.goto(path);
  for (const text of texts) await expect(page.getByRole("main")).toContainText(text);
  for (const width of [1440, 360]) {
    await page.setViewportSize({ width, height: 900 });
    await expectSound(page);
  }
  await expect(page).toHaveTitle(/LendFriend/);
  expect(await page.locator('img[src="x"], a[href*="evil.example"]').count()).toBe(0);
}

test("names, purposes and references that are markup or formulas are text in every page and file (J16)", async ({
  page,
}) => {
  test.setTimeout(120_000);
  const errors = watchErrors(page);
  const [borrower, lender] = [await somebody(), await somebody()];
  await borrower.connect("worked-seller");
  const [connection] = await borrower.settled();
  const id = connection?.id ?? "";
  // As they are after they were read: what would turn the text around or break its line is taken out of them before.
  await ask("update public.business_connections set display_name = $2 where id = $1", [id, account]);
  await ask("update public.shops set name = $2 where connection_id = $1", [id, shop]);
  await borrower.json(`/api/connections/${id}/sync`, post({}));
  const score = async () => (await borrower.request("/api/score")).text();
  await expect.poll(score, { timeout: 40_000 }).toContain("evil.example");
  const purpose = `${formula} ${markup}`;
  await borrower.share(lender.wallet, { purpose, days: 1 });
  const shared = `/lender/${borrower.wallet}`;
  const { draft } = await lender.json<{ draft: { readonly id: string } }>(
    `/api/borrowers/${borrower.wallet}/adverse-action`,
    post({ decision: "declined", loanReference: script }),
  );

  await visitAs(page, borrower);
  await expectInert(page, "/dashboard", [account, shop, purpose]);
  await page.context().clearCookies();
  await visitAs(page, lender);
  await expectInert(page, shared, [account, shop, purpose]);
  await expectInert(page, `${shared}/adverse-action?draft=${draft.id}`, [script]);

  const file = await lender.request(`${shared}/export.csv`);
  expect(file.headers.get("content-type")).toMatch(/^text\/csv/);
  expect(file.headers.get("content-disposition")).toMatch(/^attachment/);
  const csv = await file.text();
  expect(csv.match(/"'=HYPERLINK\(""https:\/\/evil\.example""/g)?.length).toBeGreaterThanOrEqual(2);
  expect(csv).not.toMatch(/(?:^|,)"?=/m);
  expect(errors).toEqual([]);
});
