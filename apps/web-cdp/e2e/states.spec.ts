import { expect, type Page, type TestInfo, test } from "@playwright/test";
import { card } from "./card.ts";
import { emptyPlaces, fullPlaces, type Place, people, populate, publicPlaces } from "./places.ts";
import { giveReadingBack, takeReadingAway } from "./reading-rights.ts";
import { act } from "./sandbox.ts";
import { expectContrast, expectSound, keepPicture, watchErrors } from "./sound.ts";
import { expectStill, watchShifts } from "./stillness.ts";
import { visitAs } from "./visitor.ts";

test.describe.configure({ mode: "serial", timeout: 150_000 });

/** What a browser notes of a page that failed on the server. */
const failedOnServer = /status of 500|Server Components render|React error #441/;

const { somebody, disconnectAll } = people();
let full: readonly Place[] = [];

test.beforeAll(async () => {
  test.setTimeout(120_000);
  const [borrower, other, lender] = [await somebody(), await somebody(), await somebody()];
  await populate({ borrower, other, lender }, ["viral-seller"]);
  full = fullPlaces({ borrower, other, lender });
});

test.afterAll(async () => {
  test.setTimeout(60_000);
  await giveReadingBack();
  await act("clear-faults");
  await disconnectAll();
});

/**
 * Every place at a desk and on a phone, in light and in dark: it shows what it is opened for, does not move while it loads, fits
 * its screen, passes axe and breaks no content policy. A picture of each is kept.
 */
async function walk(page: Page, info: TestInfo, places: readonly Place[], { isBroken = false } = {}) {
  const errors = watchErrors(page, isBroken ? failedOnServer : undefined);
  await watchShifts(page);
  for (const place of places) {
    const { name, path, caller } = place;
    await page.context().clearCookies();
    if (caller !== null) await visitAs(page, caller);
    for (const width of [1440, 390]) {
      await test.step(`${name} at ${width} px`, async () => {
        await page.setViewportSize({ width, height: 900 });
        await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
        await page.goto(path);
        // What replaces a page that failed on the server is drawn by the browser, in place of the frame that came first.
        if (isBroken) await expectToldOfFailure(page);
        else {
          await expectShown(page, place);
          await expectStill(page);
        }
        await expectSoundInBothThemes(page, info, `${name} ${width}`);
      });
    }
  }
  expect(errors).toEqual([]);
}

/** The page, which is in light, passes axe and fits its screen, and its colours do in dark; a picture of each is kept. */
async function expectSoundInBothThemes(page: Page, info: TestInfo, name: string): Promise<void> {
  await expectSound(page);
  await keepPicture(page, info, `${name} light`);
  await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
  await expectContrast(page);
  await keepPicture(page, info, `${name} dark`);
}

async function expectShown(page: Page, { shows, draws }: Place): Promise<void> {
  await expect(page.getByRole("main")).toContainText(shows);
  for (const drawing of draws?.(page) ?? []) await expect(drawing).toBeVisible();
}

async function expectToldOfFailure(page: Page): Promise<void> {
  const place = page.getByRole("main");
  await expect(place.getByRole("alert")).toContainText("Nothing was lost");
  await expect(place.getByRole("button", { name: "Try again" })).toBeVisible();
}

test("what anybody may see is sound in every look", async ({ page }, info) => {
  await walk(page, info, publicPlaces());
});

test("the verdict on a signed score, and a link that lost its file, are sound in every look", async ({
  page,
}, info) => {
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
    await page.goto("/verify");
    await page.getByLabel("The signed score").fill("{}");
    await page.getByRole("button", { name: "Check it" }).click();
    await expect(card(page, "The checks")).toBeVisible();

    await expectSoundInBothThemes(page, info, `Verdict ${width}`);

    await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
    await page.goto("/verify#file=cut");
    await expect(page.getByText("This link is broken")).toBeVisible();

    await expectSoundInBothThemes(page, info, `Broken link ${width}`);
  }
});

test("every view that has nothing yet is sound in every look", async ({ page }, info) => {
  const newcomer = await somebody();

  await walk(page, info, emptyPlaces(newcomer));
});

test("every view that is full is sound in every look", async ({ page }, info) => {
  await walk(page, info, full);
});

test("a first import under way is sound in every look", async ({ page }, info) => {
  const waiting = await somebody();
  await act("fault", { kind: "delay", path: "/order/", persona: "bulk:9000", delayMs: 4_000 });
  await waiting.connect("bulk:9000");

  const shows = "First import: reading the last 90 days";
  await walk(page, info, [{ name: "Importing", path: "/dashboard", caller: waiting, shows }]);

  await expect(page.getByText(shows)).toBeVisible();
});

test("a first import that failed and a consent that has ended are sound in every look", async ({ page }, info) => {
  const [failed, ended] = [await somebody(), await somebody()];
  const refusal = { kind: "answer", path: "/order/", status: 200, message: "refused" };
  await act("fault", { ...refusal, persona: "bulk:20:301", code: 36_009_009 });
  await act("fault", { ...refusal, persona: "bulk:20:302", code: 105_001 });
  await failed.connect("bulk:20:301");
  await ended.connect("bulk:20:302");
  await Promise.all([failed.settled(), ended.settled()]);

  await walk(page, info, [
    { name: "Import failed", path: "/dashboard", caller: failed, shows: "Import failed" },
    { name: "Needs reconnecting", path: "/dashboard", caller: ended, shows: "TikTok no longer lets us in." },
  ]);

  await expect(page.getByText("TikTok no longer lets us in.")).toBeVisible();
});

test("every view whose data cannot be read says so, and that nothing was lost, in every look", async ({
  page,
}, info) => {
  await takeReadingAway();
  const unreadable = full.map((place) => ({ ...place, name: `${place.name} unreadable` }));

  await walk(page, info, unreadable, { isBroken: true });
});
