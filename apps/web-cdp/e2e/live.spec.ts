import { expect, type Page, test } from "@playwright/test";
import { card } from "./card.ts";
import { ask } from "./database.ts";
import { connectShop, deleteEverything, signInWithExtension } from "./person.ts";
import { act } from "./sandbox.ts";

const persona = "growing-seller";
const people: Page[] = [];

test.afterEach(async () => {
  for (const page of people.splice(0)) await deleteEverything(page);
});

/** A person whose shop is imported and whose page says so without having been reloaded. */
async function connected(page: Page): Promise<void> {
  people.push(page);
  await signInWithExtension(page);
  await connectShop(page, persona);
  await page.evaluate(() => Reflect.set(window, "neverReloaded", true));
  await expect(card(page, "Your score")).toContainText(/of 100/, { timeout: 40_000 });
}

/** An order that is paid and about to leave: a new one is held for its first hour, and a held one is no sale yet. */
async function sell(): Promise<void> {
  const { orderId } = await act<{ readonly orderId: string }>("order", { persona, notify: false });
  await act("order-status", { persona, orderId, status: "AWAITING_SHIPMENT" });
}

test("an import and a new sale appear without a reload", async ({ page }) => {
  await connected(page);
  const today = card(page, "Today");
  const before = await today.getByRole("listitem").allTextContents();
  await topicsAreSet();

  await sell();

  await expect.poll(() => today.getByRole("listitem").allTextContents(), { timeout: 20_000 }).not.toEqual(before);
  await expect(today).toContainText(/\$\d/);
  await expect(today.getByText("Live")).toBeVisible();
  expect(await page.evaluate(() => Reflect.get(window, "neverReloaded"))).toBe(true);
});

test("where no stream gets through, the page asks instead", async ({ page }) => {
  let refused = 0;
  await page.route("**/api/score/live*", async (route) => {
    if (!route.request().headers().accept?.includes("text/event-stream")) return route.continue();
    refused += 1;
    return route.fulfill({ status: 503, body: "" });
  });

  await connected(page);
  const today = card(page, "Today");
  const before = await today.getByRole("listitem").allTextContents();
  await topicsAreSet();
  await sell();

  await expect.poll(() => today.getByRole("listitem").allTextContents(), { timeout: 20_000 }).not.toEqual(before);
  expect(refused).toBeGreaterThan(0);
});

test("a session that is ended elsewhere ends the stream, and the page asks to sign in again", async ({ page }) => {
  people.push(page);
  await signInWithExtension(page);
  const wallet = await page.evaluate(async () => (await (await fetch("/api/auth/session")).json()).wallet);

  await ask("update app_private.sessions set revoked_at = now() where wallet = $1", [wallet]);

  await expect(page.getByRole("heading", { name: "Sign in to start" })).toBeVisible();
});

async function topicsAreSet(): Promise<void> {
  await expect.poll(() => ask("select distinct state from app_private.webhook_topics")).toEqual([{ state: "set" }]);
}
