import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { PageOf } from "#components/testing/page-of.tsx";
import type { Connection } from "#server/contract.ts";
import { ImportProgress } from "./ImportProgress.tsx";

function drawn(waiting: string | null): string {
  const connection = { lastSyncedAt: null, progress: { stage: "orders", done: 20, total: 90, waiting } };
  return renderToStaticMarkup(
    <PageOf>
      <ImportProgress connection={connection as Connection} />
    </PageOf>,
  );
}

it.each([
  ["rate_limited", "TikTok Shop has asked us to slow down."],
  ["quota_exhausted", "limit for this hour is used up."],
  ["provider_unavailable", "TikTok Shop is not answering just now."],
  ["timeout", "TikTok Shop is not answering just now."],
  ["internal", "Something went wrong on our side."],
])("an import that %s holds up says so, and that nothing was lost and nothing is to be done", (code, title) => {
  const page = drawn(code);

  expect(page).toContain(title);
  expect(page).toContain("goes on by itself");
  expect(page).toContain("Nothing was lost: what has been read is kept, and there is nothing for you to do.");
});

it("an import that goes on says nothing of waiting", () => {
  expect(drawn(null)).not.toContain("Nothing was lost");
});
