import { connectorErrorCodes } from "@lendfriend/connector";
import { expect, it } from "vitest";
import { en } from "#messages/en/index.ts";
import { refusals, stops } from "../../../e2e/failure-table.ts";
import { connectionErrorCodes } from "./connection-errors.ts";

/** Our own faults. */
const ours = ["internal", "interrupted"];

it("the browser's tests force every code that can come back from a consent", () => {
  expect(refusals.map(({ code }) => code).sort()).toEqual([...connectionErrorCodes].sort());
});

it("the browser's tests force every way in which an import stops, by the platform's fault or ours", () => {
  // We cancel a call ourselves, and a consent's code is exchanged before there is anything to import.
  const platforms = connectorErrorCodes.filter((code) => code !== "aborted" && code !== "code_invalid");

  expect(stops.map(({ code }) => code).sort()).toEqual([...platforms, "deauthorized", ...ours].sort());
});

it("the browser's tests read every text about an import that stopped", () => {
  // The text for codes that have none of their own.
  const told = Object.keys(en.connections.importFailure).filter((key) => key !== "other");

  expect(stops.map(({ code }) => code)).toEqual(expect.arrayContaining(told));
});
