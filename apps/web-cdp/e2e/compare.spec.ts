import { expect, test } from "@playwright/test";
import type { Caller } from "./api.ts";
import { card } from "./card.ts";
import { signInWithExtension } from "./person.ts";
import { people } from "./places.ts";
import { expectSound } from "./sound.ts";

const { somebody, disconnectAll } = people();

test.afterEach(disconnectAll);

async function borrower(persona: string, lender: string, scope: string): Promise<Caller> {
  const caller = await somebody();
  await caller.connect(persona);
  await caller.settled();
  await caller.share(lender, { purpose: "Stock", days: 1, scope });
  return caller;
}

/** Where each look at the score was, the newest first. */
async function looks(caller: Caller): Promise<readonly string[]> {
  const { entries } = await caller.json<{ entries: readonly { place: string }[] }>("/api/access-log");
  return entries.map(({ place }) => place);
}

test("a lender compares two borrowers within what each shares, and both see the look", async ({ page }) => {
  test.setTimeout(120_000);
  const { address } = await signInWithExtension(page);
  const open = await borrower("worked-seller", address, "metrics");
  const closed = await borrower("new-shop", address, "tier");

  await page.goto("/lender");
  const choice = card(page, "Compare two borrowers");
  await choice.getByLabel("First borrower").selectOption(open.wallet);
  await choice.getByLabel("Second borrower").selectOption(closed.wallet);
  await choice.getByRole("button", { name: "Compare" }).click();

  await expect(page).toHaveURL(new RegExp(`a=${open.wallet}&b=${closed.wallet}`));
  const net = page.getByRole("row", { name: /^Net sales/ });
  await expect(net).toContainText("$14,250");
  await expect(net).toContainText("not shared");
  await expect(page.getByRole("row", { name: /^Tier/ })).not.toContainText("not shared");
  expect(await Promise.all([open, closed].map(looks))).toEqual([
    ["score", "list"],
    ["score", "list"],
  ]);
  for (const width of [1_440, 360]) {
    await page.setViewportSize({ width, height: 900 });
    await expectSound(page);
  }
});

test("nobody is compared who has not shared, and nothing is logged", async ({ page }) => {
  const { address } = await signInWithExtension(page);
  const open = await borrower("worked-seller", address, "metrics");

  const answer = await page.goto(`/lender/compare?a=${open.wallet}&b=0x${"1".repeat(40)}`);

  expect(answer?.status()).toBe(404);
  expect(await looks(open)).toEqual([]);
});
