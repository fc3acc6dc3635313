import { settings } from "./settings.mjs";

/** What is signed, sent and believed between us and the platform: calls, tokens, webhooks and amounts. */
export default settings({
  name: "platform-client",
  folder: "packages/tiktokshop-client/src",
  sources: [
    "{session,webhook}.ts",
    "money/*.ts",
    "request/{build,failure,hmac-hex,hmac-matches,parse-json,platform-clock,retry-after}.ts",
    "request/{send,sign,token-transport,unwrap}.ts",
    "wire/{fields,token}.ts",
  ],
});
