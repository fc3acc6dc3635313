import { createTikTokShopConnector } from "@lendfriend/tiktokshop-client";
import { type Sandbox, startSandbox } from "@lendfriend/tiktokshop-sandbox";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { createFreshTokens } from "./fresh-token.ts";
import { connectPersona } from "./testing/connect-persona.ts";
import { type ImportBench, openBench } from "./testing/import-bench.ts";

const refresh = "GET /api/v2/token/refresh";
const tenMinutes = 600;

let bench: ImportBench;
let sandbox: Sandbox;

beforeAll(async () => {
  bench = await openBench();
  sandbox = await startSandbox();
});
afterEach(async () => {
  sandbox.control.setTokenLife({ accessTokenSeconds: 604_800 });
  await sandbox.control.setClock(new Date());
  await bench.pool.query("delete from public.business_connections");
});
afterAll(async () => {
  await sandbox.close();
  await bench.close();
});

const skews = [-tenMinutes, 0, tenMinutes].flatMap((ours) =>
  [-tenMinutes, 0, tenMinutes].map((theirs) => ({ ours, theirs })),
);

describe.each(skews)("our clock $ours s and the platform's $theirs s off (D08)", ({ ours, theirs }) => {
  async function connected() {
    await sandbox.control.setClock(new Date(Date.now() + theirs * 1000));
    const now = () => Date.now() + ours * 1000;
    const { appKey, appSecret, serviceId } = sandbox.app;
    const connector = createTikTokShopConnector({
      appKey,
      appSecret,
      serviceId,
      apiUrl: sandbox.url,
      authUrl: sandbox.url,
      retry: { maxTries: 1, baseDelayMs: 1, maxDelayMs: 1 },
      now,
    });
    const { connectionId } = await connectPersona(bench, sandbox, connector, "worked-seller");
    /** Twenty processes one after the other: none remembers what another was told. */
    const askOften = async (rejectedVersion: number | null) => {
      for (let nth = 0; nth < 20; nth++) {
        await createFreshTokens({ ...bench, now })({ connectionId, connector, epoch: 1, rejectedVersion }).catch(
          () => null,
        );
      }
      return sandbox.control.requestCounts()[refresh] ?? 0;
    };
    sandbox.control.clearLog();
    return askOften;
  }

  it("make no token look expired, and one that was refused is refreshed once", async () => {
    const askOften = await connected();

    expect(await askOften(null)).toBe(0);
    expect(await askOften(1)).toBe(1);
    expect(await askOften(null)).toBe(1);
  });

  it("make no loop of refreshes of tokens that live for five minutes only", async () => {
    sandbox.control.setTokenLife({ accessTokenSeconds: 300 });
    const attempt = connected();
    // A token that is over by our clock before it arrives is no token: it is refused at once, and never stored.
    if (ours - theirs >= 300) return expect(attempt).rejects.toMatchObject({ code: "invalid_response" });
    const askOften = await attempt;

    expect(await askOften(null)).toBeLessThanOrEqual(1);
  });
});
