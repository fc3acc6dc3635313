import { expect, type Locator, type Page, test } from "@playwright/test";
import type { ApiConnection, Caller } from "./api.ts";
import { card } from "./card.ts";
import { ask } from "./database.ts";
import { gaps, pauses, refusals, type Stopped, stops, type Told } from "./failure-table.ts";
import { giveTriesBack, useUpTries } from "./last-tries.ts";
import { letImportsEnd } from "./own-faults.ts";
import { people } from "./places.ts";
import { act } from "./sandbox.ts";
import { expectSound, keepPicture } from "./sound.ts";
import { visitAs } from "./visitor.ts";

const { somebody, disconnectAll } = people();

async function expectTold(place: Locator, { happened, toDo, kept }: Told): Promise<void> {
  await expect(place).toContainText(happened, { timeout: 30_000 });
  await expect(place).toContainText(toDo);
  await expect(place).toContainText(kept);
}

test.afterAll(async () => {
  test.setTimeout(120_000);
  await act("clear-faults");
  await giveTriesBack();
  await letImportsEnd();
  await disconnectAll();
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
    await expectSound(page);
    await keepPicture(page, info, "page");
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
    await expectSound(page);
    await keepPicture(page, info, "page");
  });
}

test.describe("an import", () => {
  interface Imported {
    readonly caller: Caller;
    readonly persona: string;
    readonly id: string;
  }
  /** By code. */
  const stopped = new Map<string, Imported>();
  const paused = new Map<string, Imported>();

  test.beforeAll(async () => {
    test.setTimeout(180_000);
    for (const { code } of pauses) paused.set(code, await imported());
    for (const { code } of stops) stopped.set(code, await imported());
    const everybody = [...paused.values(), ...stopped.values()];
    await Promise.all(everybody.map(({ caller }) => caller.settled()));
    for (const { code, fault } of pauses) await strike(found(paused, code), { fault });
    await expect.poll(waiting, { timeout: 30_000 }).toHaveLength(pauses.length);
  });

  /** An account that no worker of before, whose test failed, has connected. */
  async function imported(): Promise<Imported> {
    const persona = `bulk:31:${100 * test.info().workerIndex + paused.size + stopped.size}`;
    const caller = await somebody();
    await caller.connect(persona);
    const { connections } = await caller.json<{ connections: ApiConnection[] }>("/api/connections");
    return { caller, persona, id: connections[0]?.id ?? "" };
  }

  function waiting() {
    return ask(
      `select distinct connection_id from public.sync_windows
       where state = 'pending' and last_error_code <> '' and connection_id = any($1)`,
      [[...paused.values()].map(({ id }) => id)],
    );
  }

  /** Lets something happen to an account, and asks for an import. */
  async function strike(at: Imported, { fault, befalls = [], breaks }: Partial<Stopped>): Promise<void> {
    const { persona } = at;
    for (const verb of befalls) await act(verb, { persona });
    await breaks?.(at.id);
    if (fault) await act("fault", { ...fault, path: "/order/", persona });
    // Refused where the platform has already told that the consent is over.
    await at.caller.request(`/api/connections/${at.id}/sync`, { method: "POST" });
  }

  function found(accounts: ReadonlyMap<string, Imported>, key: string): Imported {
    const account = accounts.get(key);
    if (!account) throw new Error(`nothing was imported for ${key}`);
    return account;
  }

  async function open(page: Page, at: Imported): Promise<Locator> {
    await visitAs(page, at.caller);
    await page.goto("/dashboard");
    return page.getByRole("article");
  }

  for (const { code, fault: _, ...told } of pauses) {
    test(`that waits because of ${code} says so, and that it goes on by itself with nothing lost`, async ({
      page,
    }, info) => {
      const place = await open(page, found(paused, code));

      await expectTold(place, told);
      await expect(card(page, "Your score")).toContainText("of 100");
      await expectSound(page);
      await keepPicture(page, info, "page");
    });
  }

  test.describe("with no try left", () => {
    // All at once: some of them take a minute to be told.
    test.beforeAll(async () => {
      test.setTimeout(60_000);
      await useUpTries();
      for (const stop of stops) await strike(found(stopped, stop.code), stop);
    });

    for (const { status = "error", ...stop } of stops) {
      const { code } = stop;
      test(`that ends in ${code} says so, what to do and that nothing was lost, under the score of before`, async ({
        page,
      }, info) => {
        test.setTimeout(150_000);
        const at = found(stopped, code);
        const place = await open(page, at);

        await expect
          .poll(() => ask("select status, error_code from public.business_connections where id = $1", [at.id]), {
            timeout: 100_000,
          })
          .toEqual([{ status, error_code: code }]);

        await expectTold(place, stop);
        await expect(card(page, "Your score")).toContainText("of 100");
        await expectSound(page);
        await keepPicture(page, info, "page");
      });
    }
  });
});
