import type { Page } from "@playwright/test";

/**
 * Rewrites the page's words so that the same page reads the same on every day: each number is 000, each month January, each
 * time ago the same one, each address and hash the same one, and letters that the bundled font lacks are crosses.
 */
export async function plainWords(page: Page): Promise<void> {
  await page.evaluate(() => {
    const months =
      /\b(January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b/g;
    const days = /\b(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b/g;
    const ago =
      /(?<=^|, )now\b|\b(yesterday|tomorrow|in \d+ (second|minute|hour|day|week|month)s?|\d+ (second|minute|hour|day|week|month)s? ago)\b/g;

    function plain(text: string, isCode: boolean): string {
      const told = isCode ? text.replaceAll(/[0-9a-f]/gi, "0") : text;
      return told
        .replaceAll(/0x[0-9a-fA-F]+(…[0-9a-fA-F]+)?/g, "0x0")
        .replaceAll(ago, "0 days ago")
        .replaceAll(months, "January")
        .replaceAll(days, "Monday")
        .replaceAll(/\b[AP]M\b/g, "AM")
        .replaceAll(/[-+−]?\d[\d.,:]*/g, "000")
        .replaceAll(/[^\n\u0020-\u00ff\u2010-\u2026\u20ac\u2212]/g, "×");
    }

    function rewrite(): void {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const isCode = node.parentElement?.closest("code, .font-mono") !== null;
        const text = plain(node.textContent ?? "", isCode);
        if (text !== node.textContent) node.textContent = text;
      }
    }

    rewrite();
    // What a script draws later is rewritten as well; rewriting plain words changes nothing, so this ends.
    new MutationObserver(rewrite).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
}
