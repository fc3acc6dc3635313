import { settings } from "./settings.mjs";

/** Where the app decides who somebody is, what may be connected, and what is kept secret or signed. */
export default settings({
  name: "security-core",
  folder: "apps/web-cdp/src/server",
  sources: [
    "connecting/*.ts",
    "crypto/{aead,digest,vault}.ts",
    "door/*.ts",
    "jobs/{judge-failure,token-rules}.ts",
    "sign-in/*.ts",
    "signing/*.ts",
    "use-cases/{complete-connection,disconnect-connection,issue-challenge,issue-confirmation,read-session}.ts",
    "use-cases/{receive-webhook,session-of-callback,start-connection,verify-sign-in}.ts",
    "{client-address,cookies,guard-requests,random-token,rate-limits,request-guards,request-input}.ts",
    "{session,storable-text,uuid,wallet,webhook-address}.ts",
  ],
  leaveOut: ["apps/web-cdp/.next"],
});
