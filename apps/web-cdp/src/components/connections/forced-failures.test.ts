import { connectorErrorCodes } from "@lendfriend/connector";
import { expect, it } from "vitest";
import { en } from "#messages/en/index.ts";
import { refusals, stops } from "../../../e2e/failure-table.ts";
import { connectionErrorCodes } from "./connection-errors.ts";

/** Told of by us: they are forced where they are made, not through the platform. */
const ours = ["internal", "interrupted"];

it("the browser's tests force every code that can come back from a consent", () => {
  expect(refusals.map(({ code }) => code).sort()).toEqual([...connectionErrorCodes].sort());
});

it("the browser's tests force every way in which the platform makes an import stop", () => {
  // We cancel a call ourselves, and a consent's code is exchanged before there is anything to import.
  const platforms = connectorErrorCodes.filter((code) => code !== "aborted" && code !== "code_invalid");

  expect(stops.map(({ code }) => code).sort()).toEqual([...platforms, "deauthorized"].sort());
});

it("the browser's tests read every text about an import that the platform stopped", () => {
  const told = Object.keys(en.connections.importFailure).filter((key) => key !== "other" && !ours.includes(key));

  expect(stops.map(({ code }) => code)).toEqual(expect.arrayContaining(told));
});
