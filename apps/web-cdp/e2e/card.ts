import type { Locator, Page } from "@playwright/test";

/** A card of the page by its heading, which names it. */
export function card(page: Page, heading: string): Locator {
  return page.getByRole("region", { name: heading, exact: true });
}
