import { expect, it } from "vitest";
import { exampleHeld, issuedAt } from "../../../../../packages/score-proof/src/testing/example.ts";
import { entryOfHeld } from "./entry-of-held.ts";

it("a score that was just signed is listed as live from its issue on, with its claims and without a salt", async () => {
  const held = await exampleHeld({ expiresAt: issuedAt + 86_400 });

  const entry = entryOfHeld(held);

  expect(entry).toEqual({
    id: held.statement.id,
    statement: held.statement,
    claims: held.claims.map(({ claim }) => claim),
    issuedAt: "2025-11-20T12:00:00.000Z",
    expiresAt: "2025-11-21T12:00:00.000Z",
    revokedAt: null,
    status: "live",
  });
  for (const { salt } of held.claims) expect(JSON.stringify(entry)).not.toContain(salt);
});
