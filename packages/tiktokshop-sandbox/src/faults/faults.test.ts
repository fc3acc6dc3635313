import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type Sandbox, startSandbox } from "../sandbox.ts";
import { type ApiRequest, call, rowsOf, type Session, signIn, tokenCall } from "../testing.ts";
import type { Fault } from "./fault.ts";

let sandbox: Sandbox;
let session: Session;
beforeAll(async () => {
  sandbox = await startSandbox();
  session = await signIn(sandbox, "steady-seller");
});
afterEach(() => sandbox.control.clearFaults());
afterAll(() => sandbox.close());

const path = "/order/202309/orders/search";
const search = (pageToken?: string): ApiRequest => ({
  path,
  method: "POST",
  query: { page_size: "5", ...(pageToken === undefined ? {} : { page_token: pageToken }) },
  token: session.token,
  cipher: session.ciphers[0] ?? "",
});
const broken = (fault: Fault) => {
  sandbox.control.addFault(fault);
  return call(sandbox, search());
};

describe("on the wire", () => {
  it("answer: the scripted status, code and headers", async () => {
    const reply = await broken({
      kind: "answer",
      path,
      status: 429,
      code: 36009002,
      message: "Too many requests.",
      headers: { "retry-after": "7" },
    });

    expect([reply.status, reply.code, reply.headers.get("retry-after")]).toEqual([429, 36009002, "7"]);
  });

  it("html_502, redirect, invalid_json and wrong_content_type are what they say", async () => {
    const page = await broken({ kind: "html_502", path, times: 1 });
    const half = await broken({ kind: "invalid_json", path, times: 1 });
    const mislabelled = await broken({ kind: "wrong_content_type", path, times: 1 });
    sandbox.control.addFault({ kind: "redirect", path: "/x", location: "http://127.0.0.1:1/" });
    const moved = await fetch(`${sandbox.url}/x`, { redirect: "manual" });

    expect([page.status, page.headers.get("content-type"), page.code]).toEqual([502, "text/html", undefined]);
    expect([half.status, half.code]).toEqual([200, undefined]);
    expect([mislabelled.code, mislabelled.headers.get("content-type")]).toEqual([0, "text/html; charset=utf-8"]);
    expect([moved.status, moved.headers.get("location")]).toEqual([302, "http://127.0.0.1:1/"]);
  });

  it.each([
    { kind: "reset", path, times: 1 },
    { kind: "truncate", path, bytes: 40, times: 1 },
  ] as const)("$kind breaks the connection", async (fault) => {
    await expect(broken(fault)).rejects.toThrow();
  });

  it("hang and drip outlast a client's patience", async () => {
    for (const fault of [
      { kind: "hang", path: "/slow", times: 1 },
      { kind: "drip", path: "/slow", bytesPerSecond: 1, times: 1 },
    ] as const) {
      sandbox.control.addFault(fault);
      await expect(
        fetch(`${sandbox.url}/slow`, { signal: AbortSignal.timeout(250) }).then((response) => response.text()),
      ).rejects.toThrow();
    }
  });

  it("gzip_bomb and huge_body are large", async () => {
    sandbox.control.addFault({ kind: "gzip_bomb", path: "/bomb", bytes: 3_000_000, times: 1 });
    const bomb = await (await fetch(`${sandbox.url}/bomb`)).arrayBuffer();
    sandbox.control.addFault({ kind: "huge_body", path: "/bomb", bytes: 3_000_000, times: 1 });
    const huge = await (await fetch(`${sandbox.url}/bomb`)).arrayBuffer();

    expect([bomb.byteLength >= 3_000_000, huge.byteLength >= 3_000_000]).toEqual([true, true]);
  });
});

describe("in the data", () => {
  it("repeat_page_token gives the token that was asked with", async () => {
    const first = await call(sandbox, search());
    const token = String(first.data.next_page_token);
    sandbox.control.addFault({ kind: "repeat_page_token", path });

    expect((await call(sandbox, search(token))).data.next_page_token).toBe(token);
  });

  it("an empty page with a token, doubled rows, a shrinking total and patched data", async () => {
    const plain = await call(sandbox, search());
    const empty = await broken({ kind: "empty_page_with_token", path, times: 1 });
    const doubled = await broken({ kind: "duplicate_rows", path, times: 1 });
    const shrunk = await broken({ kind: "shrinking_totals", path, times: 1 });
    const patched = await broken({ kind: "patch_data", path, times: 1, patch: { total_count: "many", orders: null } });

    expect([rowsOf(empty.data, "orders").length, empty.data.next_page_token]).toEqual([0, plain.data.next_page_token]);
    expect(rowsOf(doubled.data, "orders")).toHaveLength(10);
    expect(Number(shrunk.data.total_count)).toBeLessThan(Number(plain.data.total_count));
    expect([patched.data.total_count, patched.data.orders]).toEqual(["many", undefined]);
  });
});

describe("aim", () => {
  it("after and times choose which requests are struck", async () => {
    sandbox.control.addFault({ kind: "html_502", path, after: 1, times: 2 });

    const statuses: number[] = [];
    for (let at = 0; at < 5; at += 1) statuses.push((await call(sandbox, search())).status);

    expect(statuses).toEqual([200, 502, 502, 200, 200]);
  });

  it("a seeded probability strikes the same requests every time", async () => {
    const run = async () => {
      sandbox.control.clearFaults();
      sandbox.control.addFault({ kind: "html_502", path, probability: 0.5, seed: "dice" });
      const statuses: number[] = [];
      for (let at = 0; at < 12; at += 1) statuses.push((await call(sandbox, search())).status);
      return statuses;
    };

    const [first, second] = [await run(), await run()];

    expect(first).toEqual(second);
    expect(new Set(first).size).toBe(2);
  });

  it("a fault of one persona spares the others", async () => {
    const other = await signIn(sandbox, "new-shop");
    sandbox.control.addFault({ kind: "html_502", path, persona: "new-shop" });

    const spared = await call(sandbox, search());
    const struck = await call(sandbox, { ...search(), token: other.token, cipher: other.ciphers[0] ?? "" });

    expect([spared.status, struck.status]).toEqual([200, 502]);
  });

  it("a lost answer has its effect with afterEffect and none without", async () => {
    const [unspent, spent] = [sandbox.control.authorize("new-shop"), sandbox.control.authorize("new-shop")];
    sandbox.control.addFault({ kind: "html_502", path: "/token/get", times: 1 });
    await tokenCall(sandbox, "get", { auth_code: unspent });
    sandbox.control.addFault({ kind: "html_502", path: "/token/get", times: 1, afterEffect: true });
    await tokenCall(sandbox, "get", { auth_code: spent });

    expect((await tokenCall(sandbox, "get", { auth_code: unspent })).code).toBe(0);
    expect((await tokenCall(sandbox, "get", { auth_code: spent })).code).toBe(36004004);
  });
});
