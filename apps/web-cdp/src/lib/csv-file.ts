import { textStream } from "./text-stream.ts";

/**
 * A CSV file whose lines are made while it is sent. The head and the first line below it are made before, so that a failure to read
 * has a status of its own. Throws as `lines` do.
 */
export async function csvFile(name: string, lines: AsyncGenerator<string, void, undefined>): Promise<Response> {
  const begun = [await lines.next(), await lines.next()];
  return new Response(textStream(continued(begun, lines)), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${name}"`,
    },
  });
}

async function* continued(
  begun: readonly IteratorResult<string, void>[],
  rest: AsyncGenerator<string, void, undefined>,
): AsyncGenerator<string, void, undefined> {
  for (const { value } of begun) if (value !== undefined) yield value;
  yield* rest;
}
