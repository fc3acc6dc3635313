import { expect, it } from "vitest";
import { clientAddress } from "./client-address.ts";

it.each([
  ["203.0.113.9", 0, "direct"],
  [null, 0, "direct"],
  ["203.0.113.9", 1, "203.0.113.9"],
  ["6.6.6.6, 203.0.113.9", 1, "203.0.113.9"],
  ["6.6.6.6, 203.0.113.9, 10.0.0.1", 2, "203.0.113.9"],
  ["203.0.113.9", 2, "203.0.113.9"],
  [null, 1, "direct"],
  ["2001:db8:1:2:3:4:5:6", 1, "2001:db8:1:2::/64"],
  ["2001:DB8:1:2::9", 1, "2001:db8:1:2::/64"],
  ["2001:db8::1", 1, "2001:db8:0:0::/64"],
])("counts %j behind %i proxies as %s (J12)", (header, proxies, expected) => {
  expect(clientAddress(header, proxies)).toBe(expected);
});
