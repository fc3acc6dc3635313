import { randomBytes } from "node:crypto";
import { ConnectorError } from "@lendfriend/connector";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createVault } from "#server/crypto/vault.ts";
import { createPool } from "#server/stores/pg/pool.ts";
import { createFreshTokens } from "./fresh-token.ts";
import { connectSeller, type ImportBench, openBench } from "./testing/import-bench.ts";
import { createScriptedPlatform } from "./testing/scripted-platform.ts";

let bench: ImportBench;
let shops = 0;

beforeAll(async () => {
  bench = await openBench();
});
afterAll(() => bench.close());

describe("a fresh token", () => {
  it("is the stored one while it lives, without asking the platform", async () => {
    const { platform, connectionId } = await connected();

    const token = await reader()({ connectionId, connector: platform, epoch: 1 });

    expect(token).toEqual({ accessToken: "access-0", version: 1, epoch: 1 });
    expect(platform.refreshes()).toBe(0);
  });

  it("costs one refresh for eight callers in four processes who all find it expired", async () => {
    const { platform, connectionId } = await connected();
    platform.onRefresh = () => new Promise((resolve) => setTimeout(resolve, 100));
    const pools = Array.from({ length: 4 }, () =>
      createPool({ databaseUrl: bench.database.url, applicationName: "other", max: 2 }),
    );
    const readers = pools.map((pool) => createFreshTokens({ ...bench, pool }));

    const tokens = await Promise.all(
      [...readers, ...readers].map((read) => read({ connectionId, connector: platform, epoch: 1, rejectedVersion: 1 })),
    );

    expect(platform.refreshes()).toBe(1);
    expect(new Set(tokens.map((token) => token.accessToken))).toEqual(new Set(["access-1"]));
    await Promise.all(pools.map((pool) => pool.end()));
  });

  it("is held in memory for five seconds at most, also when nobody asks again", async () => {
    const { platform, connectionId } = await connected();
    const recent = new Map();
    await createFreshTokens({ ...bench, recent })({ connectionId, connector: platform, epoch: 1 });
    expect(recent.size).toBe(1);

    await expect.poll(() => recent.size, { timeout: 8_000 }).toBe(0);
  }, 15_000);

  it("is refreshed ahead of its end, not after it", async () => {
    const { platform, connectionId } = await connected();
    await bench.pool.query(
      `update public.business_connections set access_token_expires_at = now() + interval '10 minutes' where id = $1`,
      [connectionId],
    );
    await bench.pool.query(
      `alter table app_private.refresh_tokens disable trigger refresh_tokens_touch;
       update app_private.refresh_tokens set updated_at = now() - interval '7 days';
       alter table app_private.refresh_tokens enable trigger refresh_tokens_touch;`,
    );

    const token = await reader()({ connectionId, connector: platform, epoch: 1 });

    expect(token.accessToken).toBe("access-1");
  });

  it("ends the connection, once and without another call, when the platform rejects the refresh", async () => {
    const { platform, connectionId } = await connected();
    platform.onRefresh = async () => {
      throw new ConnectorError("refresh_rejected", "expired");
    };
    const read = reader();
    const request = { connectionId, connector: platform, epoch: 1, rejectedVersion: 1 };

    await expect(read(request)).rejects.toMatchObject({ code: "refresh_rejected" });
    await expect(read(request)).rejects.toMatchObject({ code: "refresh_rejected" });

    expect(platform.refreshes()).toBe(1);
    const { rows } = await bench.pool.query(`select status from public.business_connections where id = $1`, [
      connectionId,
    ]);
    expect(rows).toEqual([{ status: "needs_reconnect" }]);
  });

  it("is got by the refresh token beside the stored one where the platform honours only that", async () => {
    const { connectionId, connector, tried } = await besideOrphan();

    const token = await reader()({ connectionId, connector, epoch: 1, rejectedVersion: 1 });

    expect(token).toMatchObject({ version: 2 });
    expect(tried).toEqual(["refresh-0", "refresh-of-another"]);
  });

  it("ends the connection where the platform refuses the stored refresh token and no key opens the one beside it", async () => {
    const { connectionId, connector, tried } = await besideOrphan();
    const lost = createVault([{ kid: "lost", key: new Uint8Array(randomBytes(32)) }]);
    await bench.pool.query(`update app_private.refresh_tokens set previous_token = $2 where connection_id = $1`, [
      connectionId,
      lost.seal("refresh-of-another", { connectionId, field: "refresh", epoch: 1 }),
    ]);

    const reading = reader()({ connectionId, connector, epoch: 1, rejectedVersion: 1 });

    await expect(reading).rejects.toMatchObject({ code: "refresh_rejected" });
    expect(tried).toEqual(["refresh-0"]);
    const { rows } = await bench.pool.query(`select status from public.business_connections where id = $1`, [
      connectionId,
    ]);
    expect(rows).toEqual([{ status: "needs_reconnect" }]);
  });

  it.each([
    ["10 seconds", ["refresh-0"]],
    ["1 hour", ["refresh-0", "refresh-of-another"]],
  ])(
    "is asked for by no older refresh token while newer ones may come, unless a clock went back: for %s more",
    async (left, expected) => {
      const { connectionId, connector, tried } = await besideOrphan();
      await bench.pool.query(
        `update public.business_connections set refresh_doubt_until = now() + $2::interval where id = $1`,
        [connectionId, left],
      );

      const reading = reader()({ connectionId, connector, epoch: 1, rejectedVersion: 1 });

      if (expected.length > 1) await expect(reading).resolves.toMatchObject({ version: 2 });
      else await expect(reading).rejects.toMatchObject({ code: "provider_unavailable" });
      expect(tried).toEqual(expected);
    },
  );

  it("is not hammered for while the platform is down", async () => {
    const { platform, connectionId } = await connected();
    platform.onRefresh = async () => {
      throw new ConnectorError("provider_unavailable", "503");
    };
    const read = reader();
    const request = { connectionId, connector: platform, epoch: 1, rejectedVersion: 1 };

    await expect(read(request)).rejects.toMatchObject({ code: "provider_unavailable" });
    await expect(read(request)).rejects.toMatchObject({
      code: "provider_unavailable",
      retryAfterMs: expect.any(Number),
    });

    expect(platform.refreshes()).toBe(1);
  });

  it("is never handed to work that belongs to an earlier life of the connection", async () => {
    const { platform, connectionId } = await connected();

    await expect(reader()({ connectionId, connector: platform, epoch: 2 })).rejects.toMatchObject({ code: "aborted" });
  });

  it("is stored even when the database is away for a moment after the platform answered", async () => {
    const { platform, connectionId } = await connected();
    const pool = createPool({ databaseUrl: bench.database.url, applicationName: "shaky", max: 2 });
    pool.on("error", () => undefined);
    platform.onRefresh = async () => {
      await bench.pool.query(
        `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'shaky' and pid <> pg_backend_pid()`,
      );
    };

    const token = await createFreshTokens({ ...bench, pool })({
      connectionId,
      connector: platform,
      epoch: 1,
      rejectedVersion: 1,
    });

    expect(token).toEqual({ accessToken: "access-1", version: 2, epoch: 1 });
    await pool.end();
  });

  it.each(["53100", "57014", "42883"])("is stored once the database that says %s lets it be", async (sqlState) => {
    const { platform, connectionId } = await connected();
    const allow = await refuseTokensOf(connectionId, sqlState);
    const read = createFreshTokens({ ...bench, sleep: allow });

    const token = await read({ connectionId, connector: platform, epoch: 1, rejectedVersion: 1 });

    expect(token).toEqual({ accessToken: "access-1", version: 2, epoch: 1 });
  });

  it.each(["22023", "23514", "LF001"])("is given up at once where the database says %s for good", async (sqlState) => {
    const { platform, connectionId } = await connected();
    const allow = await refuseTokensOf(connectionId, sqlState);
    const read = createFreshTokens({ ...bench, sleep: () => Promise.reject(new Error("waited")) });

    const reading = read({ connectionId, connector: platform, epoch: 1, rejectedVersion: 1 });

    await expect(reading).rejects.toMatchObject({ code: sqlState });
    await allow();
  });

  it("is given up at once for an account that is gone by the time the platform answers", async () => {
    const { platform, connectionId } = await connected();
    platform.onRefresh = async () => {
      await bench.pool.query(`delete from public.business_connections where id = $1`, [connectionId]);
    };

    const reading = reader()({ connectionId, connector: platform, epoch: 1, rejectedVersion: 1 });

    await expect(reading).rejects.toMatchObject({ code: "aborted" });
    expect(platform.refreshes()).toBe(1);
  });
});

async function connected() {
  shops += 1;
  const { connectionId } = await connectSeller(bench, [`token-shop-${shops}`]);
  return { connectionId, platform: createScriptedPlatform([], {}) };
}

/** A connection whose stored refresh token the platform refuses, beside one that it honours; and which were tried. */
async function besideOrphan() {
  const { platform, connectionId } = await connected();
  const orphan = bench.vault.seal("refresh-of-another", { connectionId, field: "refresh", epoch: 1 });
  await bench.pool.query(`update app_private.refresh_tokens set previous_token = $2 where connection_id = $1`, [
    connectionId,
    orphan,
  ]);
  const tried: string[] = [];
  const connector = {
    ...platform,
    refresh(refreshToken: string) {
      tried.push(refreshToken);
      if (refreshToken !== "refresh-of-another") throw new ConnectorError("refresh_rejected", "superseded");
      return platform.refresh(refreshToken);
    },
  };
  return { connectionId, connector, tried };
}

/** Has the database refuse the connection's new tokens by the given SQLSTATE, until what it answers is called. */
async function refuseTokensOf(connectionId: string, sqlState: string): Promise<() => Promise<void>> {
  await bench.pool.query(`
    create function public.refuse_tokens() returns trigger language plpgsql as $$
    begin
      if new.id = '${connectionId}' then raise exception 'refused' using errcode = '${sqlState}'; end if;
      return new;
    end $$;
    create trigger refuse_tokens before update of access_token on public.business_connections
      for each row execute function public.refuse_tokens();`);
  return async () => {
    await bench.pool.query(
      `drop trigger if exists refuse_tokens on public.business_connections; drop function if exists public.refuse_tokens`,
    );
  };
}

function reader() {
  return createFreshTokens(bench);
}
