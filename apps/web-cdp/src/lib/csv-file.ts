import { textStream } from "./text-stream.ts";

/** A CSV file whose lines are made while it is sent; for null, the answer that there is none for whoever asks. */
export function csvFile(name: string, lines: AsyncGenerator<string, void, undefined> | null): Response {
  if (lines === null) return new Response("Not found", { status: 404, headers: { "cache-control": "no-store" } });
  return new Response(textStream(lines), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${name}"`,
      "cache-control": "no-store",
    },
  });
}
