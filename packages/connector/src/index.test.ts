import { expect, test } from "vitest";
import * as connector from "./index.ts";

test("the public surface grows only on purpose", () => {
  expect(Object.keys(connector).sort()).toEqual([
    "ConnectorError",
    "MoneyError",
    "connectorErrorCodes",
    "decideRetry",
    "decimalFromUnits",
    "defaultRetryPolicy",
    "divideHalfEven",
    "gather",
    "moneyScale",
    "paginate",
    "roundUnits",
    "sumDecimals",
    "unitsFromDecimal",
    "withRetry",
  ]);
});
