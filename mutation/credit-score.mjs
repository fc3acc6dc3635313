import { settings } from "./settings.mjs";

export default settings({ name: "credit-score", folder: "packages/credit-score/src" });
