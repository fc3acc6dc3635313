import { expect, test } from "vitest";
import * as connector from "./index.ts";

test("the public surface grows only on purpose", () => {
  expect(Object.keys(connector).sort()).toEqual([
    "ConnectorError",
    "MoneyError",
    "connectorErrorCodes",
    "createPaceLedger",
    "decideRetry",
    "decimalFromUnits",
    "defaultRetryPolicy",
    "divideHalfEven",
    "endOfHour",
    "gather",
    "grantPace",
    "moneyScale",
    "paginate",
    "reasonText",
    "roundUnits",
    "startPace",
    "sumDecimals",
    "unitsFromDecimal",
    "unplain",
    "withRetry",
  ]);
});
