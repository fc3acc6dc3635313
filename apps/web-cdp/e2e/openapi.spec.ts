import { expect, test } from "@playwright/test";
import { createAnswerCheck } from "../src/server/openapi/answer-check.ts";
import { type Caller, post, signIn } from "./api.ts";

const callers: Caller[] = [];

test.afterEach(async () => {
  for (const caller of callers.splice(0)) await caller.disconnectAll();
});

test("every answer of a real journey is as the HTTP document says", async ({ baseURL }) => {
  test.setTimeout(120_000);
  const site = baseURL ?? "";
  const document = await (await fetch(new URL("/api/openapi.json", site))).json();
  const problemOf = createAnswerCheck(document);
  const [borrower, lender] = [await signIn(site), await signIn(site)];
  callers.push(borrower);
  const problems: string[] = [];
  const seen = new Set<string>();

  /** Asks, checks the answer against the document, and returns it. */
  async function ask(who: Caller, verb: string, path: string, given: Given = {}): Promise<Response> {
    const { with: parameters = {}, query = "", body, status = 200 } = given;
    const address = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => parameters[name] ?? "none");
    const init = { ...(body === undefined ? {} : post(body)), method: verb.toUpperCase() };
    const response = await who.request(address + query, init);
    expect(response.status, `${verb} ${address}`).toBe(status);
    const problem = await problemOf(verb, path, response.clone());
    if (problem !== null) problems.push(problem);
    seen.add(`${verb} ${path}`);
    return response;
  }

  await ask(borrower, "post", "/api/auth/challenge", { body: { address: borrower.wallet, chainId: 1 } });
  await ask(borrower, "post", "/api/auth/verify", { body: { message: "x", signature: "0x" }, status: 401 });
  await ask(borrower, "get", "/api/auth/session");
  await ask(borrower, "get", "/api/auth/sessions");
  await ask(borrower, "get", "/api/tiktokshop/auth", { query: `?wallet=${borrower.wallet}` });
  await ask(borrower, "get", "/api/tiktokshop/callback", { query: "?code=x&state=y", status: 303 });
  await ask(borrower, "post", "/api/tiktokshop/webhook", { body: {}, status: 401 });
  await borrower.connect("worked-seller");
  await ask(borrower, "get", "/api/connections");
  const [connection] = await borrower.settled();
  const id = connection?.id ?? "";
  await ask(borrower, "get", "/api/connections");
  await ask(borrower, "get", "/api/connections/{id}", { with: { id } });
  for (const name of ["", "/live", "/history", "/changes", "/next-tier", "/insights", "/tie-out"]) {
    await ask(borrower, "get", `/api/score${name}`);
  }
  await ask(borrower, "get", "/api/score/rows", { query: "?figure=net" });
  await ask(borrower, "post", "/api/score/what-if", { body: { changes: { refundRate: 0 } } });

  for (const scope of ["tier", "factors", "metrics"]) {
    const body = { lender: lender.wallet, scope, purpose: "A loan", expiresAt: new Date(Date.now() + 86_400_000) };
    await ask(borrower, "post", "/api/shares", { body, status: 201 });
    await ask(lender, "get", "/api/borrowers/{wallet}/score", { with: { wallet: borrower.wallet } });
  }
  await ask(lender, "get", "/api/borrowers");
  await ask(lender, "get", "/api/borrowers/{wallet}/tie-out", { with: { wallet: borrower.wallet } });
  const decided = { with: { wallet: borrower.wallet }, body: { decision: "declined" }, status: 201 };
  const { draft } = await (await ask(lender, "post", "/api/borrowers/{wallet}/adverse-action", decided)).json();
  const sent = { with: { wallet: borrower.wallet, id: String(draft.id) } };
  await ask(lender, "post", "/api/borrowers/{wallet}/adverse-action/{id}/sent", sent);
  await ask(lender, "get", "/api/borrowers/{wallet}/adverse-action", { with: { wallet: borrower.wallet } });
  await ask(borrower, "get", "/api/decisions");
  await ask(borrower, "get", "/api/access-log");
  const { shares } = (await (await ask(borrower, "get", "/api/shares")).json()) as { shares: { id: string }[] };
  await ask(borrower, "delete", "/api/shares/{id}", { with: { id: shares[0]?.id ?? "" } });

  const issued = await ask(borrower, "post", "/api/signed-scores", { body: { days: 30 }, status: 201 });
  const signed = { id: ((await issued.json()) as { id: string }).id };
  await ask(borrower, "get", "/api/signed-scores");
  await ask(borrower, "post", "/api/signed-scores/{id}/disclosures", { with: signed, body: { positions: [0, 1] } });
  await ask(borrower, "delete", "/api/signed-scores/{id}", { with: signed });
  await ask(borrower, "get", "/api/signed-scores/revoked");
  await ask(borrower, "get", "/api/score-signers");
  await ask(borrower, "get", "/api/health");
  await ask(borrower, "get", "/api/openapi.json");

  await ask(borrower, "post", "/api/connections/{id}/sync", { with: { id }, status: 202 });
  await borrower.settled();
  const confirm = async (about: { readonly act: string; readonly object?: string }) => {
    const given = { body: { ...about, chainId: 1 } };
    const { message } = await (await ask(borrower, "post", "/api/auth/confirmations", given)).json();
    return { message, signature: await borrower.sign(message) };
  };
  const leaving = { query: "?data=delete", body: await confirm({ act: "connection.delete", object: id }) };
  await ask(borrower, "delete", "/api/connections/{id}", { with: { id }, ...leaving });
  await ask(lender, "delete", "/api/auth/sessions/{id}", { status: 404 });
  await ask(lender, "post", "/api/auth/logout");
  await ask(await signIn(site), "delete", "/api/auth/sessions");
  await ask(borrower, "get", "/api/account/export");
  const gone = await ask(borrower, "delete", "/api/account", {
    body: { confirm: "delete my account", ...(await confirm({ act: "account.delete" })) },
    status: 202,
  });
  callers.length = 0;
  const receipt = (await gone.json()) as { deletionId: string };
  await ask(borrower, "get", "/api/account/deletions/{id}", { with: { id: receipt.deletionId } });

  expect(problems).toEqual([]);
  expect([...seen].sort(), "a new route needs a step in this journey").toEqual(operationsOf(document));
});

interface Given {
  readonly with?: Readonly<Record<string, string>>;
  readonly query?: string;
  readonly body?: unknown;
  readonly status?: number;
}

function operationsOf(document: { readonly paths: Readonly<Record<string, object>> }): readonly string[] {
  return Object.entries(document.paths)
    .flatMap(([path, verbs]) => Object.keys(verbs).map((verb) => `${verb} ${path}`))
    .sort();
}
