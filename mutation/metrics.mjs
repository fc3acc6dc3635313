import { settings } from "./settings.mjs";

export default settings({ name: "metrics", folder: "packages/tiktokshop-client/src/metrics" });
