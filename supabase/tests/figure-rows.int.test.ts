import { afterAll, expect, test } from "vitest";
import { storeFigureRows } from "./figure-rows.ts";
import { as, callForObject, connect, newWallet, openPool, type Row, shopInput, signedIn } from "./harness.ts";
import { storeSnapshot } from "./scores.ts";

const pool = openPool();
afterAll(() => pool.end());

async function scored(): Promise<{ wallet: string; snapshot: string; shopId: string }> {
  const shop = shopInput();
  const { wallet } = await connect(pool, { shops: [shop] });
  return { wallet, snapshot: await storeSnapshot(pool, wallet), shopId: shop.id };
}

interface Page {
  readonly figure?: string;
  readonly side?: "counted" | "left_out";
  readonly kinds?: readonly string[];
  readonly after?: string;
  readonly size?: string;
}

async function read(
  wallet: string,
  { figure = "net", side = "counted", kinds = ["order"], after = "0", size = "50" }: Page,
) {
  return as(pool, signedIn(wallet), async (client) => {
    const { rows } = await client.query(`select public.my_figure_rows($1, $2, $3::jsonb, $4, $5) as answer`, [
      figure,
      side,
      JSON.stringify(kinds),
      after,
      size,
    ]);
    return rows[0]?.answer as Row;
  });
}

test("its owner reads the rows of a figure page by page, those that count apart from those that do not", async () => {
  const { wallet, snapshot, shopId } = await scored();
  await storeFigureRows(pool, wallet, snapshot, shopId);

  expect((await read(wallet, { size: "1" })).rows).toMatchObject([{ number: 1, counted: "20" }, { number: 3 }]);
  expect((await read(wallet, { after: "1" })).rows).toMatchObject([{ number: 3, counted: "10.5", reason: null }]);
  expect((await read(wallet, { side: "left_out" })).rows).toMatchObject([{ number: 2, reason: "CANCELLED" }]);
  expect((await read(wallet, { side: "left_out", kinds: ["return"] })).rows).toEqual([]);
  expect((await read(wallet, { figure: "launches" })).rows).toEqual([]);
});

test("before they are gathered there are none, and asking twice is asking once", async () => {
  const { wallet, snapshot } = await scored();

  expect(await read(wallet, {})).toMatchObject({ rows: null, sums: null, gatheredAt: null });
  for (const _ of [1, 2]) {
    expect(await callForObject(pool, "request_figure_rows", { p_wallet: wallet })).toEqual({
      requested: true,
      gaveUp: false,
    });
  }

  const { rows } = await pool.query(`select snapshot_id, sums from public.figure_row_sets where wallet_address = $1`, [
    wallet,
  ]);
  expect(rows).toEqual([{ snapshot_id: snapshot, sums: null }]);
  expect(await callForObject(pool, "request_figure_rows", { p_wallet: newWallet() })).toEqual({
    requested: false,
    gaveUp: false,
  });
});

test("nobody else's are ever read, even by name", async () => {
  const { wallet, snapshot, shopId } = await scored();
  await storeFigureRows(pool, wallet, snapshot, shopId);
  const stranger = await scored();

  const answer = await as(pool, signedIn(stranger.wallet), async (client) => {
    const { rows } = await client.query(
      `select public.figure_rows_page($1, 'net', 'counted', '["order"]', '0', '50') as answer`,
      [wallet],
    );
    return rows[0]?.answer;
  });

  expect(answer ?? null).toBeNull();
});
