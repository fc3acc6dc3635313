import { randomUUID } from "node:crypto";
import { afterAll, describe, expect, test } from "vitest";
import { call, callForObject, connect, newWallet, openPool } from "./harness.ts";

const pool = openPool(4);
afterAll(() => pool.end());

/** All that depends on a time of a row is as if the database's clock had gone by so much since. */
async function clockJumps(table: string, columns: readonly string[], by: string, where: string): Promise<void> {
  const moved = columns.map((column) => `${column} = ${column} - interval '${by}'`).join(", ");
  await pool.query(`update ${table} set ${moved} where ${where}`);
}

async function openSession() {
  const hash = randomUUID();
  await call(pool, "open_session", { p_session_hash: hash, p_wallet: newWallet() });
  const read = () => call(pool, "read_session", { p_session_hash: hash });
  const jump = (by: string) =>
    clockJumps("app_private.sessions", ["expires_at", "last_seen_at", "created_at"], by, `session_hash = '${hash}'`);
  return { hash, read, jump };
}

describe("a clock that jumps", () => {
  test.each([
    ["idle for too long", "31 minutes"],
    ["older than it may be", "13 hours"],
  ])("brings no session back that was %s (K08)", async (_, by) => {
    const { read, jump } = await openSession();
    await jump(by);
    expect(await read()).toBeNull();

    await jump(`-${by}`);

    expect(await read()).toBeNull();
  });

  test("brings no session back that was ended, an hour in either direction (K08)", async () => {
    for (const by of ["1 hour", "-1 hour"]) {
      const { hash, read, jump } = await openSession();
      await call(pool, "close_session", { p_session_hash: hash });
      await jump(by);

      expect(await read()).toBeNull();
    }
  });

  test.each(["1 hour", "-1 hour"])("by %s lets no lease hold for longer than it was given (K08)", async (by) => {
    const { connectionId } = await connect(pool, { accessTokenExpiresAt: Math.floor(Date.now() / 1_000) - 60 });
    const claim = (lease: string) =>
      callForObject(pool, "claim_refresh", {
        ...{ p_connection_id: connectionId, p_lease_id: lease, p_lease_seconds: "30", p_margin_seconds: "0" },
        p_rejected_version: "",
      });
    expect((await claim("first")).outcome).toBe("leader");
    expect((await claim("second")).outcome).toBe("busy");

    await clockJumps("public.business_connections", ["refresh_lease_until"], by, `id = '${connectionId}'`);

    expect((await claim("second")).outcome).toBe("leader");
  });

  test("by an hour back lets no cool-down last for longer than an hour (K08)", async () => {
    const { connectionId } = await connect(pool, { accessTokenExpiresAt: Math.floor(Date.now() / 1_000) - 60 });
    await pool.query(
      `update public.business_connections set refresh_retry_at = now() + interval '61 minutes' where id = $1`,
      [connectionId],
    );
    const answer = await callForObject(pool, "claim_refresh", {
      ...{ p_connection_id: connectionId, p_lease_id: "one", p_lease_seconds: "30", p_margin_seconds: "0" },
      p_rejected_version: "",
    });

    expect(answer.outcome).toBe("leader");
  });

  test.each([
    ["10 seconds", false],
    ["21 seconds", true],
  ])("by more than it may last lets no doubt hold a judgement up: one for %s more (K08)", async (left, ended) => {
    const { connectionId } = await connect(pool);
    await callForObject(pool, "claim_refresh", {
      ...{ p_connection_id: connectionId, p_lease_id: "one", p_lease_seconds: "30", p_margin_seconds: "0" },
      p_rejected_version: "1",
    });
    await pool.query(
      "update public.business_connections set refresh_doubt_until = now() + $2::interval where id = $1",
      [connectionId, left],
    );

    const answer = await callForObject(pool, "fail_refresh", {
      ...{ p_connection_id: connectionId, p_lease_id: "one", p_error_code: "refresh_rejected", p_final: "true" },
    });

    expect(answer).toEqual({ ended });
  });
});
