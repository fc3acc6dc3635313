import { settings } from "./settings.mjs";

export default settings("metrics", "packages/tiktokshop-client/src/metrics");
