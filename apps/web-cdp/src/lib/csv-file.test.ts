import { describe, expect, it } from "vitest";
import { csvFile } from "./csv-file.ts";

async function* lines(): AsyncGenerator<string, void, undefined> {
  yield "a,b\r\n";
  yield "1,2\r\n";
}

describe("csvFile", () => {
  it("is a file of its own name that no cache keeps", async () => {
    const answer = csvFile("rows.csv", lines());

    expect(Object.fromEntries(answer.headers)).toEqual({
      "cache-control": "no-store",
      "content-disposition": 'attachment; filename="rows.csv"',
      "content-type": "text/csv; charset=utf-8",
    });
    expect(await answer.text()).toBe("a,b\r\n1,2\r\n");
  });

  it("is 404, and kept by no cache either, where there is none for whoever asks", () => {
    const answer = csvFile("rows.csv", null);

    expect(answer.status).toBe(404);
    expect(answer.headers.get("cache-control")).toBe("no-store");
    expect(answer.headers.get("content-disposition")).toBeNull();
  });
});
