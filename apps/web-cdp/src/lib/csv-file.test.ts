import { describe, expect, it } from "vitest";
import { csvFile } from "./csv-file.ts";

async function* linesOf(...lines: readonly string[]): AsyncGenerator<string, void, undefined> {
  yield* lines;
}

describe("csvFile", () => {
  it("is a file of its own name", async () => {
    const answer = await csvFile("rows.csv", linesOf("a\r\n"));

    expect(Object.fromEntries(answer.headers)).toEqual({
      "content-disposition": 'attachment; filename="rows.csv"',
      "content-type": "text/csv; charset=utf-8",
    });
  });

  it.each([[[]], [["a\r\n"]], [["a\r\n", "1\r\n"]], [["a\r\n", "1\r\n", "2\r\n", "3\r\n"]]])(
    "has every line once: %j",
    async (lines) => {
      expect(await (await csvFile("rows.csv", linesOf(...lines))).text()).toBe(lines.join(""));
    },
  );

  it("does not begin when the first line below the head cannot be read", async () => {
    async function* failing(): AsyncGenerator<string, void, undefined> {
      yield "a\r\n";
      throw new Error("cannot be read");
    }

    await expect(csvFile("rows.csv", failing())).rejects.toThrow("cannot be read");
  });
});
