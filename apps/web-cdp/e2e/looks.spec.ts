import { join } from "node:path";
import { expect, type Locator, type Page, test } from "@playwright/test";
import { card } from "./card.ts";
import { emptyPlaces, fullPlaces, type Place, people, populate, publicPlaces } from "./places.ts";
import { plainWords } from "./plain-words.ts";
import { visitAs } from "./visitor.ts";

/** A picture that is compared: of the top of a page, or of one card of it. */
interface Look {
  readonly place: string;
  readonly width: 390 | 1440;
  readonly theme: "light" | "dark";
  readonly card?: string;
}

const looks: readonly Look[] = [
  { place: "Home", width: 1440, theme: "light" },
  { place: "Home", width: 390, theme: "dark" },
  { place: "Dashboard, signed out", width: 390, theme: "light" },
  { place: "Demo", width: 1440, theme: "dark" },
  { place: "Model", width: 1440, theme: "light" },
  { place: "Verify", width: 390, theme: "light" },
  { place: "Dashboard, empty", width: 1440, theme: "dark" },
  { place: "Dashboard, empty", width: 390, theme: "light" },
  { place: "Dashboard", width: 1440, theme: "light" },
  { place: "Dashboard", width: 390, theme: "dark" },
  { place: "Dashboard", width: 1440, theme: "dark", card: "Every point" },
  { place: "Dashboard", width: 390, theme: "light", card: "Figures" },
  { place: "Dashboard", width: 1440, theme: "light", card: "Share with a lender" },
  { place: "Insights", width: 1440, theme: "light" },
  { place: "Money trail", width: 1440, theme: "dark" },
  { place: "Rows", width: 390, theme: "light" },
  { place: "Borrowers", width: 1440, theme: "light" },
  { place: "Borrowers", width: 390, theme: "dark" },
  { place: "Breakdown", width: 1440, theme: "light" },
  { place: "Compare", width: 1440, theme: "dark" },
  { place: "Adverse action", width: 390, theme: "light" },
];

// The picture's style sheet is none of the page's.
test.use({ bypassCSP: true });

const { somebody, disconnectAll } = people();
let places: readonly Place[] = [];

test.beforeAll(async () => {
  test.setTimeout(120_000);
  const [borrower, other, lender, newcomer] = [await somebody(), await somebody(), await somebody(), await somebody()];
  await populate({ borrower, other, lender }, ["worked-creator", "creator"]);
  places = [...publicPlaces(), ...emptyPlaces(newcomer), ...fullPlaces({ borrower, other, lender })];
});

test.afterAll(disconnectAll);

for (const look of looks) {
  const { place, width, theme, card: heading } = look;
  const name = [place, heading, width, theme].filter(Boolean).join(" ");
  test(`${name} looks as it did`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
    const shown = await open(page, place, heading);

    await plainWords(page);

    await expect(shown).toHaveScreenshot(`${name.toLowerCase().replaceAll(/\W+/g, "-")}.png`, {
      stylePath: join(import.meta.dirname, "looks", "still.css"),
    });
  });
}

async function open(page: Page, name: string, heading: string | undefined): Promise<Page | Locator> {
  const place = places.find((known) => known.name === name);
  if (!place) throw new Error(`there is no place ${name}`);
  if (place.caller !== null) await visitAs(page, place.caller);
  // News would bring words of today back.
  await page.route("**/api/score/live*", () => undefined);
  await page.goto(place.path);
  await page.evaluate(() => document.fonts.ready);
  // A font that came too late for the first view is there for this one.
  await page.reload();
  return heading === undefined ? page : card(page, heading);
}
