import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { englishOf, saysInEnglish } from "./english.ts";
import { type MessageCode, messageValues, say } from "./messages.ts";
import { arbitraryMessage } from "./testing/arbitrary-message.ts";

const codes = Object.keys(messageValues) as MessageCode[];

it.each([
  ["0", "$0"],
  ["0.50", "$0.50"],
  ["999", "$999"],
  ["1000", "$1,000"],
  ["1234.50", "$1,234.50"],
  ["1234567", "$1,234,567"],
  ["-1234.50", "-$1,234.50"],
])("writes %s dollars as %s", (average, text) => {
  expect(englishOf([say("monthly_revenue_faded", { average })])).toContain(`The average was ${text};`);
});

it.each([
  ["0", "0 rows had a status that is not known here and are not counted."],
  ["1", "1 row had a status that is not known here and is not counted."],
  ["2", "2 rows had a status that is not known here and are not counted."],
])("counts %s: %s", (rows, text) => {
  expect(englishOf([say("alert_unknown_status", { rows })])).toBe(text);
});

it("puts one sentence after the other", () => {
  const said = [say("cap_no_orders", {}), say("cap_stops_at", { limit: "20" })];
  expect(englishOf(said)).toBe("No order in the window qualifies yet. Until then the score stops at 20.");
});

describe.each(codes)("%s", (code) => {
  it("is known again by its text", () => {
    fc.assert(
      fc.property(arbitraryMessage(code), ({ text, ...message }) => {
        expect(text).not.toMatch(/undefined|object/);
        expect(saysInEnglish([JSON.parse(JSON.stringify(message))], text)).toBe(true);
        expect(saysInEnglish([message], `${text} `)).toBe(false);
      }),
      { numRuns: 25 },
    );
  });

  it("tells each of its values: with another one the text is not its own", () => {
    fc.assert(
      fc.property(arbitraryMessage(code), arbitraryMessage(code), ({ text, values }, other) => {
        for (const [name, value] of Object.entries(other.values)) {
          const isOther = JSON.stringify(value) !== JSON.stringify(Reflect.get(values, name));
          if (isOther)
            expect([name, saysInEnglish([{ code, values: { ...values, [name]: value } }], text)]).toEqual([
              name,
              false,
            ]);
        }
      }),
      { numRuns: 25 },
    );
  });

  it("says nothing without the values that its sentence is filled with", () => {
    const isFilled = Object.keys(messageValues[code]).length > 0;
    fc.assert(
      fc.property(arbitraryMessage(code), ({ text }) => {
        expect(saysInEnglish([{ code }], text)).toBe(!isFilled);
      }),
      { numRuns: 5 },
    );
  });
});

it("a code that is not known says nothing", () => {
  expect(saysInEnglish([{ code: "of_a_later_model", values: {} }], "")).toBe(false);
  expect(saysInEnglish([{ code: "toString" }], "")).toBe(false);
});
