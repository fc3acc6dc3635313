import { expect, type Page } from "@playwright/test";

/** Counts from now on how far what is already there moves while pages of `page` load. */
export async function watchShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const shifts: string[] = [];
    Reflect.set(window, "shiftsSeen", shifts);
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        if (Reflect.get(entry, "hadRecentInput") === true) continue;
        const sources: readonly { node: Node | null }[] = Reflect.get(entry, "sources") ?? [];
        const moved = sources.map(({ node }) => (node instanceof Element ? node.outerHTML.slice(0, 120) : ""));
        shifts.push(`${Reflect.get(entry, "value")}: ${moved.join(" | ")}`);
      }
    }).observe({ type: "layout-shift", buffered: true });
  });
}

/** Nothing has moved since the page began to load, fonts included. */
export async function expectStill(page: Page): Promise<void> {
  const shifts = await page.evaluate(async () => {
    await document.fonts.ready;
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    return Reflect.get(window, "shiftsSeen");
  });
  expect(shifts).toEqual([]);
}
