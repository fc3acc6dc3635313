import { NextRequest } from "next/server";
import { expect, it } from "vitest";
import { flowCookie, readCookie, writeCookie } from "./cookies.ts";

function written(value: string | null): readonly string[] {
  const response = new Response(null);
  writeCookie(response, flowCookie, value);
  return response.headers.getSetCookie();
}

it.each([
  ["ends its line", "a\nb"],
  ["names another cookie", "a, __Host-sess=X"],
  ["ends its pair", "a; Domain=example.com"],
  ["is of no cookie", 'a "quoted" \\ é'],
])("a value that %s is one cookie, and is read as it was written", (_, value) => {
  const [line = "", ...others] = written(value);

  expect(others).toEqual([]);
  expect(line).toMatch(/^__Host-tx=[!#-+\--:<-[\]-~]+; Path=\/; Secure; HttpOnly; SameSite=Lax; Max-Age=600$/);
  const [cookie = ""] = line.split(";");
  expect(readCookie(new NextRequest("http://localhost:3000", { headers: { cookie } }), flowCookie)).toBe(value);
});

it("a value of our own stands in its cookie as it is", () => {
  const value = `abcdefgh~${"A-_9".repeat(11)}.x`;

  expect(written(value)[0]).toMatch(new RegExp(`^__Host-tx=${value};`));
  expect(written(null)).toEqual(["__Host-tx=; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=0"]);
});
