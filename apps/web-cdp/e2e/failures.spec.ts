import { expect, type Locator, type Page, type TestInfo, test } from "@playwright/test";
import type { Caller } from "./api.ts";
import { gaps, refusals, type Told } from "./failure-table.ts";
import { card } from "./person.ts";
import { person } from "./places.ts";
import { act } from "./sandbox.ts";
import { expectSound } from "./sound.ts";
import { visitAs } from "./visitor.ts";

const callers: Caller[] = [];

async function somebody(): Promise<Caller> {
  const caller = await person();
  callers.push(caller);
  return caller;
}

async function expectTold(place: Locator, { happened, toDo, kept }: Told): Promise<void> {
  await expect(place).toContainText(happened, { timeout: 30_000 });
  await expect(place).toContainText(toDo);
  await expect(place).toContainText(kept);
}

/** The page is sound as it stands, and a picture of it is kept. */
async function keep(page: Page, info: TestInfo): Promise<void> {
  await expectSound(page);
  const path = info.outputPath("page.png");
  await page.screenshot({ path, fullPage: true });
  await info.attach("page", { path, contentType: "image/png" });
}

test.afterAll(async () => {
  test.setTimeout(120_000);
  await act("clear-faults");
  for (const caller of callers.splice(0)) await caller.disconnectAll();
});

for (const { code, persona, account = "seller", answer = "allow", fault, land, ...told } of refusals) {
  test(`a consent that ends in ${code} leads to a page that says why, what to do and that nothing was lost`, async ({
    page,
  }, info) => {
    const caller = await somebody();
    if (fault) await act("fault", fault);

    const location = land ? await land(caller, somebody) : await caller.connect(persona, account, answer);
    await act("clear-faults");

    expect(location).toContain(`tiktokshop_error=${code}`);
    await visitAs(page, caller);
    await page.goto(location);
    const notice = page.getByRole("alert").filter({ hasText: told.happened });
    await expectTold(notice, told);
    await expect(notice).toContainText("Support reference");
    await keep(page, info);
  });
}

for (const { what, persona, fault, ...told } of gaps) {
  test(`an import without ${what} leads to a score that says so, what to do and that nothing was lost`, async ({
    page,
  }, info) => {
    const caller = await somebody();
    if (fault) await act("fault", { ...fault, persona });
    await caller.connect(persona);
    await caller.settled();
    await act("clear-faults");

    await visitAs(page, caller);
    await page.goto("/dashboard");

    await expectTold(card(page, "Your score"), told);
    await keep(page, info);
  });
}
