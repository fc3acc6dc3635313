import { settings } from "./settings.mjs";

export default settings("credit-score", "packages/credit-score/src");
