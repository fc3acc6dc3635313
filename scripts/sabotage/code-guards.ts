import { type Guard, inApp, inClient, inServer } from "./guard.ts";

const http = inServer("http.test.ts");
const signIn = inServer("use-cases/sign-in.test.ts");
const consent = inServer("use-cases/complete-connection.test.ts");
const vault = { file: inServer("crypto/vault.ts"), tests: inServer("crypto/vault.test.ts") };
const proxy = { file: inApp("proxy.ts"), tests: inApp("proxy.test.ts") };
const guards = { file: inServer("request-guards.ts"), tests: http };
const webhook = { file: inClient("webhook.ts"), tests: inClient("webhook.test.ts") };
const send = { file: inClient("request/send.ts"), tests: inClient("request/send.test.ts") };
const env = { tests: inServer("env.test.ts") };
const signature = { file: inServer("sign-in/signature-matches.ts"), tests: signIn };
const contractWallets = {
  file: inServer("sign-in/contract-wallets.ts"),
  tests: inServer("sign-in/contract-wallets.test.ts"),
};
const confirmation = {
  file: inServer("sign-in/require-confirmation.ts"),
  tests: inServer("use-cases/confirmations.test.ts"),
};
const gathering = {
  file: inServer("stores/pg/figure-rows.ts"),
  tests: inServer("jobs/gather-rows.int.test.ts"),
};
const callback = { file: inServer("use-cases/complete-connection.ts"), tests: consent };
const stopping = { file: inServer("jobs/start-worker.ts"), tests: inServer("jobs/worker-stop.int.test.ts") };
const replay = {
  file: inServer("deletions/replay-deletions.ts"),
  tests: inServer("deletions/replay-deletions.int.test.ts"),
};

/** Guards that stand in TypeScript; unit tests notice. */
export const codeGuards: readonly Guard[] = [
  {
    ...signature,
    name: "the signature is the wallet's own",
    find: "return signer.toLowerCase() === wallet;",
    replace: "return signer.length > 0;",
  },
  {
    ...signature,
    name: "a signature has one form only (low s)",
    find: " <= halfCurveOrder",
    replace: "",
  },
  {
    name: "a message beyond 2 KB is not looked at",
    file: inServer("use-cases/verify-sign-in.ts"),
    find: "Buffer.byteLength(message) > maxMessageBytes || ",
    replace: "",
    tests: signIn,
  },
  {
    ...contractWallets,
    name: "a contract is asked on the chain of the message only",
    find: "if (answeringChain !== chainId) throw new WrongChainError();",
    replace: "if (answeringChain === 0) throw new WrongChainError();",
  },
  {
    ...contractWallets,
    name: "lent code does not speak for an account",
    find: "if (code.startsWith(delegationPrefix)) return false;",
    replace: "",
  },
  {
    ...contractWallets,
    name: "undeployed wallets are off unless enabled",
    find: "return acceptUndeployed && isYes(",
    replace: "return isYes(",
  },
  {
    ...contractWallets,
    name: "a contract says yes in one exact word",
    find: "data: ownCall() })) === yes;",
    replace: 'data: ownCall() })).startsWith("0x1626ba7e");',
  },
  {
    ...contractWallets,
    name: "a contract is asked with bounded gas",
    file: inServer("sign-in/chain-reader.ts"),
    find: "{ ...call, gas: numberToHex(gasLimit) }",
    replace: "{ ...call, gas: numberToHex(gasLimit * 9n) }",
  },
  {
    ...contractWallets,
    name: "an endpoint's answer is cut off",
    file: inServer("sign-in/chain-reader.ts"),
    find: "maxResponseBodySize: maxAnswerBytes, ",
    replace: "",
  },
  {
    ...contractWallets,
    name: "an endpoint is not waited for",
    file: inServer("sign-in/chain-reader.ts"),
    find: "const timeoutMs = 4_000;",
    replace: "const timeoutMs = 8_000;",
  },
  {
    ...confirmation,
    name: "an act needs the wallet's signature",
    find: "if (proof === null || (proof",
    replace: "if (proof !== null && (proof",
  },
  {
    ...contractWallets,
    name: "a contract on another chain confirms nothing",
    file: inServer("sign-in/require-confirmation.ts"),
    find: ' || (proof !== "key" && proof !== taken.provedBy)',
    replace: "",
  },
  {
    ...contractWallets,
    name: "a contract on another chain gets no session",
    file: inServer("use-cases/verify-sign-in.ts"),
    find: "proof, device });",
    replace: 'proof: "key", device });',
  },
  {
    ...confirmation,
    name: "an act needs a message that was made for it",
    find: "if (taken === null) throw refusal();",
    replace: "if (taken === null) return;",
  },
  {
    name: "the session before ends with a new sign-in",
    file: inServer("use-cases/verify-sign-in.ts"),
    find: 'if (isRandomToken(previousSession)) await auth.closeSession(digest("session", previousSession));',
    replace: "void previousSession;",
    tests: signIn,
  },
  {
    name: "only chains of ours can be signed in on",
    file: inServer("sign-in/require-sign-in-chain.ts"),
    find: "if (signInChainIds.some((allowed) => allowed === chainId)) return;",
    replace: "if (signInChainIds.some((allowed) => allowed > chainId * 0)) return;",
    tests: signIn,
  },
  {
    name: "a consent is started for one's own wallet only",
    file: inServer("use-cases/start-connection.ts"),
    find: 'if (wallet !== session.wallet) throw new AppError("forbidden", "You are signed in with another wallet.");',
    replace: "",
    tests: http,
  },
  {
    ...callback,
    name: "an error of the platform never becomes a connection",
    find: 'if (error !== null || code === null || code === "null") {',
    replace: "if (code === null) {",
  },
  {
    ...callback,
    name: "a code is exchanged once",
    find: 'if (!(await transactions.claimCode(digest("code", code)))) {',
    replace: 'if (!(await transactions.claimCode(digest("code", code))) && code === "") {',
  },
  {
    name: "another kind of account than asked for is refused",
    file: inServer("connecting/check-account.ts"),
    find: "if (tokens.account !== account) {",
    replace: 'if (tokens.platformUserId === "") {',
    tests: consent,
  },
  {
    name: "a consent without the required scopes is refused",
    file: inServer("connecting/check-account.ts"),
    find: "if (withheld.length > 0) {",
    replace: "if (withheld.length > 99) {",
    tests: consent,
  },
  {
    ...vault,
    name: "a token is bound to its connection, field and epoch",
    find: "const parts = [version, kid, connectionId, field, String(epoch)];",
    replace: "void [connectionId, field, epoch];\n  const parts = [version, kid];",
  },
  {
    name: "what was altered does not open",
    file: inServer("crypto/aead.ts"),
    find: "return Buffer.concat([decipher.update(ciphertext), decipher.final()]);",
    replace: "return decipher.update(ciphertext);",
    tests: inServer("crypto/aead.test.ts"),
  },
  {
    name: "a nonce has 12 bytes",
    file: inServer("crypto/aead.ts"),
    find: 'if (nonce.length !== nonceBytes) throw new RangeError("a nonce has 12 bytes");',
    replace: "",
    tests: inServer("crypto/aead.test.ts"),
  },
  {
    ...vault,
    name: "one way of writing a sealed token",
    find: 'if (bytes.toString("base64url") !== text) throw new VaultError();',
    replace: "",
  },
  {
    ...vault,
    name: "a key has 32 bytes",
    find: 'if (keys.some(({ key }) => key.length !== keyBytes)) throw new RangeError("every vault key must have 32 bytes");',
    replace: "",
  },
  {
    ...proxy,
    name: "no resized images",
    find: 'if (pathname.startsWith("/_next/image")) return new NextResponse(null, { status: 404 });',
    replace: "",
  },
  {
    ...proxy,
    name: "a policy that the client sent is replaced",
    find: 'headers.set("content-security-policy", policy);\n  headers.delete("x-nonce");',
    replace: "",
  },
  { ...proxy, name: "no frame around a page", find: '"frame-ancestors": ["\'none\'"],', replace: "" },
  {
    ...proxy,
    name: "pages take no bodies",
    find: '!["GET", "HEAD"].includes(request.method)',
    replace: 'request.method === "TRACE"',
  },
  {
    ...guards,
    name: "mutations come from our own origin",
    find: "if (origin !== null && origin !== ownOrigin) {",
    replace: 'if (origin === "" && origin !== ownOrigin) {',
  },
  {
    ...guards,
    name: "nothing acts on what another site started",
    find: 'if (site !== null && site !== "same-origin" && site !== "none") {',
    replace: 'if (site === "never") {',
  },
  {
    ...guards,
    name: "a prefetch uses no state up",
    find: 'if (isPrefetch) throw new AppError("forbidden", "This address cannot be fetched ahead.");',
    replace: "void isPrefetch;",
  },
  {
    ...guards,
    name: "a form of another site is not JSON",
    find: 'if (type?.split(";")[0]?.trim().toLowerCase() !== "application/json") {',
    replace: 'if (type === "never") {',
  },
  {
    name: "verbs that a route lacks are 405",
    file: inServer("http.ts"),
    find: "const handle = handles[verb];",
    replace: "const handle = handles[verb] ?? handles.GET;",
    tests: http,
  },
  {
    name: "private answers are never stored",
    file: inServer("http.ts"),
    find: 'response.headers.set("cache-control", "no-store");',
    replace: "",
    tests: http,
  },
  {
    name: "a failure that nobody foresaw says nothing",
    file: inServer("http.ts"),
    find: "error instanceof AppError ? error : unexpected;",
    replace: 'error instanceof AppError ? error : new AppError("unexpected", String(error));',
    tests: http,
  },
  {
    name: "only our own proxies say who a client is",
    file: inServer("client-address.ts"),
    find: "if (trustedProxyCount === 0) return anybody;",
    replace: "",
    tests: inServer("client-address.test.ts"),
  },
  {
    ...webhook,
    name: "a delivery is signed",
    find: "if (!isSigned(rawBody, authorization, keys)) return null;",
    replace: "",
  },
  {
    ...send,
    name: "a redirect is not followed",
    find: 'redirect: "manual",',
    replace: 'redirect: "follow",',
  },
  {
    ...send,
    name: "a request goes to the platform's host only",
    find: "if (!request.url.startsWith(",
    replace: 'if (request.url === "" && !request.url.startsWith(',
  },
  {
    ...send,
    name: "an answer ends at its cap",
    find: "if (size > maxResponseBytes) throw tooLarge(subject, response.status);",
    replace: "",
  },
  {
    ...env,
    name: "production talks to TikTok's hosts only",
    file: inServer("env-values.ts"),
    find: "hostname === domain || hostname.endsWith(",
    replace: "hostname.length > 0 || hostname.endsWith(",
  },
  {
    ...env,
    name: "keys have 32 bytes at the start",
    file: inServer("env-values.ts"),
    find: " && key.length === 32;",
    replace: ";",
  },
  {
    name: "a rewritten audit chain differs from its record",
    file: inServer("audit/verify-heads.ts"),
    find: "where l.hash is distinct from r.hash and",
    replace: "where l.hash is null and",
    tests: inServer("audit/heads.int.test.ts"),
  },
  {
    name: "a record that no key of ours signed is not read",
    file: inServer("audit/head-record.ts"),
    find: "if (at < 0 || !signer.isSignedBy(line.slice(at + 1), line.slice(0, at))) return null;",
    replace: "if (at < 0) return null;",
    tests: inServer("audit/heads.int.test.ts"),
  },
  {
    name: "a wallet that signed in anew is not deleted by a replay",
    file: inServer("deletions/replay-deletions.ts"),
    find: " and account.created_at <= deleted.at`",
    replace: "`",
    tests: inServer("deletions/replay-deletions.int.test.ts"),
  },
  {
    name: "an export reads no faster than it is taken",
    file: inApp("lib/text-stream.ts"),
    find: "async pull(controller) {\n      const { done, value } = await lines.next();\n      if (done) controller.close();\n      else controller.enqueue(encoder.encode(value));\n    },",
    replace:
      "async start(controller) {\n      for await (const value of lines) controller.enqueue(encoder.encode(value));\n      controller.close();\n    },",
    tests: inServer("account-http.test.ts"),
  },
  {
    name: "a key is not retired while tokens need it",
    file: inServer("retire-key.ts"),
    find: "if (!mayBeRemoved) process.exitCode = 1;",
    replace: "",
    tests: inServer("crypto/key-rotation.int.test.ts"),
  },
  {
    name: "a token is not kept in memory for longer than it is handed out",
    file: inServer("jobs/fresh-token.ts"),
    find: "setTimeout(forget, reuseMs).unref();",
    replace: "void forget;",
    tests: inServer("jobs/fresh-token.int.test.ts"),
  },
  {
    name: "a connection ends by a refusal although the token beside the refused one opens no more",
    file: inServer("jobs/fresh-token.ts"),
    find: "    if (error instanceof VaultError) return null;\n",
    replace: "    void VaultError;\n",
    tests: inServer("jobs/fresh-token.int.test.ts"),
  },
  {
    ...stopping,
    name: "what the platform answers a worker that is to stop is stored",
    find: "await withinTime(freshToken.settled(), left,",
    replace: "await withinTime(Promise.resolve(), left,",
  },
  {
    ...stopping,
    name: "a worker that is to stop refreshes no more tokens of those it took",
    find: "      if (stopping.aborted) return;\n      await refreshAhead",
    replace: "      await refreshAhead",
  },
  {
    ...stopping,
    name: "a worker that is to stop takes no job while a look goes on",
    find: "await Promise.all([boss.stop({ graceful: true, timeout: handOverMs }), ...all.map((poll) => poll.stop())]);",
    replace:
      "await Promise.all(all.map((poll) => poll.stop()));\n        await boss.stop({ graceful: true, timeout: handOverMs });",
  },
  {
    name: "the job engine does not wait for a line that fell silent",
    file: inServer("jobs/queue.ts"),
    find: "    ...connectionLimits(limits),\n",
    replace: "    ...(connectionLimits(limits) && {}),\n",
    tests: inServer("jobs/queue.int.test.ts"),
  },
  {
    name: "a worker does not wait for a line that swallows everything",
    file: inServer("stores/pg/listener.ts"),
    find: "      query_timeout: answerMs,\n",
    replace: "",
    tests: inServer("jobs/queue.int.test.ts"),
  },
  {
    name: "the key that seals is not retired",
    file: inServer("retire-key.ts"),
    find: "tokens === 0 && place > 0",
    replace: "tokens === 0",
    tests: inServer("crypto/key-rotation.int.test.ts"),
  },
  {
    ...replay,
    name: "a replay of deletions does not pass with a hole in its record",
    find: "record.prev === lineHash(previous)",
    replace: "lineHash(previous) !== record.prev || true",
  },
  {
    ...replay,
    name: "a replay of deletions does not pass with a record that begins after the backup",
    find: "await reachesBack(pool, record)",
    replace: "(await reachesBack(pool, record)) || true",
  },
  {
    name: "the time after which the audit log is looked at has a zone",
    file: inServer("audit-verify.ts"),
    find: "if (!isoTime.safeParse(text).success) {",
    replace: 'if (text === "") {\n    void isoTime;',
    tests: inServer("operator-commands.int.test.ts"),
  },
  {
    name: "no time to come leaves all of the audit log out",
    file: inServer("audit-verify.ts"),
    find: "if (time.getTime() > Date.now())",
    replace: "if (time.getTime() === 0)",
    tests: inServer("operator-commands.int.test.ts"),
  },
  {
    name: "a replay of deletions does not pass without its record",
    file: inServer("deletions/replay-deletions.ts"),
    find: "records > 0 && unreadableLines === 0 && ",
    replace: "",
    tests: inServer("operator-commands.int.test.ts"),
  },
  {
    name: "the audit log does not pass without the record that is kept of it",
    file: inServer("audit/verify-heads.ts"),
    find: "records === 0 || (await knowsOfLater(sql, newestAt))",
    replace: "false",
    tests: inServer("operator-commands.int.test.ts"),
  },
  {
    name: "an account is deleted for typed words only",
    file: inServer("http-inputs.ts"),
    find: 'confirm: z.literal("delete my account")',
    replace: "confirm: z.unknown()",
    tests: inServer("account-http.test.ts"),
  },
  {
    ...gathering,
    name: "rows that were given up are left alone",
    find: "where sums is null and gave_up_at is null and due_at <= now()\n       order by",
    replace: "where sums is null and due_at <= now()\n       order by",
  },
  {
    ...gathering,
    name: "whoever gathers rows keeps them for as long as that takes",
    find: "set due_at = now() + make_interval(secs => $3)\n     where snapshot_id = $1 and claim = $2 and sums is null",
    replace:
      "set due_at = due_at + make_interval(secs => $3 * 0)\n     where snapshot_id = $1 and claim = $2 and sums is null",
  },
];
