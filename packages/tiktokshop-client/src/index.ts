export { createTikTokShopConnector } from "./create-connector.ts";
export type { TikTokShopClientOptions } from "./options.ts";
export type { TikTokShopSession } from "./session.ts";
