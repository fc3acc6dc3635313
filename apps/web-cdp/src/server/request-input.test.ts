import fc from "fast-check";
import { NextRequest } from "next/server";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { onlyValue, parseJson, readBytes, readJson, readQuery } from "./request-input.ts";

const maxJsonBytes = 16 * 1024;
const schema = z.strictObject({ name: z.string(), inner: z.object({ at: z.int() }).optional() });

function post(body: BodyInit | null, headers: Readonly<Record<string, string>> = {}) {
  return new NextRequest("http://localhost:3000/api/x", {
    method: "POST",
    headers,
    body,
    ...(body instanceof ReadableStream ? { duplex: "half" as const } : {}),
  });
}

const query = (text: string) => new NextRequest(`http://localhost:3000/api/x?${text}`);
const malformed = (message: string) => ({ code: "bad_request", message });
const tooLarge = (bytes: number) => ({ code: "too_large", message: `The body is larger than ${bytes} bytes.` });

describe("a JSON body", () => {
  it("is read by its schema", async () => {
    expect(await readJson(post('{"name":"é"}'), schema)).toEqual({ name: "é" });
  });

  it.each([
    ["no JSON", "{", "The body is not JSON."],
    ["nothing where something is needed", "", "The body is not JSON."],
    ["bytes that are no UTF-8", new Uint8Array([0x22, 0xff, 0x22]), "The body is not JSON."],
    ["no object", "[]", "The request is malformed."],
    ["a field of another kind", '{"name":1}', "name is missing or malformed."],
    ["a field inside a field", '{"name":"a","inner":{"at":1.5}}', "inner.at is missing or malformed."],
    ["a field too many", '{"name":"a","role":"x"}', "The request is malformed."],
    ["a name that comes twice", '{"name":"a","name":"b"}', "A name comes twice in the body."],
    ["a name written in two ways", '{"name":"a","n\\u0061me":"b"}', "A name comes twice in the body."],
    ["a name that comes twice inside", '{"name":"a","inner":{"at":1, "at" :2}}', "A name comes twice in the body."],
    ["arrays 8,000 deep", "[".repeat(8_000) + "]".repeat(8_000), "The request is malformed."],
  ])("of %s is refused by its place", async (_, body, message) => {
    await expect(readJson(post(body), schema)).rejects.toMatchObject(malformed(message));
  });

  it("is never taken for one with a name twice by what its texts hold", () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(parseJson(new TextEncoder().encode(text), z.unknown())).toEqual(JSON.parse(text));
      }),
    );
    const tricky = { 'a":"b': '"c":{"d":1}', "\\": '\\"e\\":', list: [{ a: 1 }, { a: 1 }], __proto: null };
    expect(parseJson(new TextEncoder().encode(JSON.stringify(tricky)), z.unknown())).toEqual(tricky);
  });

  it("may be left out where nothing is needed, and only there", () => {
    expect(parseJson(new Uint8Array(), schema.optional())).toBeUndefined();
    expect(parseJson(Buffer.from('{"name":"a"}'), schema.optional())).toEqual({ name: "a" });
    expect(() => parseJson(Buffer.from(" "), schema.optional())).toThrow("The body is not JSON.");
  });

  it("is taken up to 16 KB, whatever length was told", async () => {
    const sized = (bytes: number) => JSON.stringify({ name: "x".repeat(bytes - 11) });

    expect(await readJson(post(sized(maxJsonBytes)), schema)).toHaveProperty("name");
    for (const headers of [{}, { "content-length": "10" }, { "content-length": String(maxJsonBytes + 1) }]) {
      await expect(readJson(post(sized(maxJsonBytes + 1), headers), schema)).rejects.toMatchObject(
        tooLarge(maxJsonBytes),
      );
    }
  });

  it("that is announced too large is refused before it is read", async () => {
    const pull = vi.fn();
    const body = new ReadableStream({ pull }, { highWaterMark: 0 });

    await expect(readBytes(post(body, { "content-length": "11" }), 10)).rejects.toMatchObject(tooLarge(10));
    expect(pull).not.toHaveBeenCalled();
  });
});

describe("a body in pieces", () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it("is put together, and leaves no timer behind", async () => {
    const body = new ReadableStream({
      start(controller) {
        for (const text of ["a", "bc", ""]) controller.enqueue(new TextEncoder().encode(text));
        controller.close();
      },
    });

    const bytes = await readBytes(post(body), 3);

    expect(Buffer.from(bytes).toString()).toBe("abc");
    expect(vi.getTimerCount()).toBe(0);
  });

  it("is empty when none is sent", async () => {
    expect(await readBytes(post(null), 10)).toEqual(new Uint8Array());
  });

  it("is left, and its source ended, as soon as it exceeds the cap", async () => {
    const cancel = vi.fn();
    const pull = vi.fn((controller: ReadableStreamDefaultController) => controller.enqueue(new Uint8Array(4)));
    const body = new ReadableStream({ pull, cancel }, { highWaterMark: 0 });

    await expect(readBytes(post(body), 10)).rejects.toMatchObject(tooLarge(10));

    expect(pull).toHaveBeenCalledTimes(3);
    expect(cancel).toHaveBeenCalledOnce();
    expect(vi.getTimerCount()).toBe(0);
  });

  it("that is held back for ten seconds is refused, though what came is whole JSON", async () => {
    const cancel = vi.fn();
    const body = new ReadableStream({
      start: (controller) => controller.enqueue(new TextEncoder().encode('{"name":"a"}')),
      cancel,
    });

    const reading = readJson(post(body), schema);
    await Promise.resolve();
    vi.advanceTimersByTime(9_999);
    expect(cancel).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);

    await expect(reading).rejects.toMatchObject(malformed("The body could not be read."));
    expect(cancel).toHaveBeenCalledOnce();
  });

  it("that breaks off is refused, with the cause for the log", async () => {
    const cause = new Error("reset");
    const body = new ReadableStream({ pull: (controller) => controller.error(cause) });

    await expect(readBytes(post(body), 10)).rejects.toMatchObject({
      ...malformed("The body could not be read."),
      cause,
    });
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe("a query", () => {
  it("is read by its schema", () => {
    expect(readQuery(query("name=a"), schema)).toEqual({ name: "a" });
  });

  it.each([
    ["name=a&name=a", "A query parameter comes twice."],
    ["name=a&other=1&other=2", "A query parameter comes twice."],
    ["", "name is missing or malformed."],
    ["name=a&role=x", "The request is malformed."],
  ])("%j is refused", (text, message) => {
    expect(() => readQuery(query(text), schema)).toThrow(expect.objectContaining(malformed(message)));
  });

  it.each([
    ["code=x", "x"],
    ["code=", ""],
    ["code=x&code=x", null],
    ["code=x&code=", null],
    ["codes=x", null],
  ])("%j has %j as its only code", (text, value) => {
    expect(onlyValue(query(text), "code")).toBe(value);
  });
});
