import { expect, it } from "vitest";
import { clientAddress, isShared, networkOf, ownNetwork } from "./client-address.ts";

it.each([
  ["203.0.113.9", 0, "direct"],
  [null, 0, "direct"],
  ["203.0.113.9", 1, "203.0.113.9"],
  ["6.6.6.6, 203.0.113.9", 1, "203.0.113.9"],
  ["6.6.6.6, 203.0.113.9, 10.0.0.1", 2, "203.0.113.9"],
  ["203.0.113.9", 2, "direct"],
  ["6.6.6.6, ", 1, "direct"],
  ["6.6.6.6, , 10.0.0.1", 2, "direct"],
  [null, 1, "direct"],
  ["2001:db8:1:2:3:4:5:6", 1, "2001:db8:1:2::/64"],
  ["2001:DB8:1:2::9", 1, "2001:db8:1:2::/64"],
  ["2001:db8::1", 1, "2001:db8:0:0::/64"],
  ["2001:db8::", 1, "2001:db8:0:0::/64"],
  ["2001:db8:0001:00a0:0:0:0:1", 1, "2001:db8:1:a0::/64"],
  ["2001:db8:0:0000:1::", 1, "2001:db8:0:0::/64"],
  ["::1", 1, "0:0:0:0::/64"],
  ["::", 1, "0:0:0:0::/64"],
  ["1::2:3:4:5:6:7", 1, "1:0:2:3::/64"],
  ["2001:db8:1:2:3:4:5::", 1, "2001:db8:1:2::/64"],
  [" 6.6.6.6 ,  203.0.113.9 ", 1, "203.0.113.9"],
  ["::ffff:203.0.113.9", 1, "203.0.113.9"],
  ["::FFFF:203.0.113.9", 1, "203.0.113.9"],
  ["::ffff:cb00:7109", 1, "203.0.113.9"],
  ["0:0:0:0:0:ffff:cb00:7109", 1, "203.0.113.9"],
  ["203.0.113.9:51234", 1, "203.0.113.9"],
  ["[::ffff:203.0.113.9]:51234", 1, "203.0.113.9"],
  ["[2001:db8::1]:443", 1, "2001:db8:0:0::/64"],
  ["[2001:db8::1]", 1, "2001:db8:0:0::/64"],
  ["::fffe:203.0.113.9", 1, "0:0:0:0::/64"],
  ["::ffff:0:203.0.113.9", 1, "0:0:0:0::/64"],
  ["1::ffff:203.0.113.9", 1, "1:0:0:0::/64"],
  ["1::2:3:4:5:203.0.113.9", 1, "1:0:2:3::/64"],
  ["fe80::1%eth0", 1, "fe80:0:0:0::/64"],
  ["203.0.113.9:", 1, "203.0.113.9:"],
  ["unknown", 1, "unknown"],
  ["", 1, "direct"],
  ["x".repeat(65), 1, "x".repeat(64)],
])("counts %j behind %i proxies as %s (J12)", (header, proxies, expected) => {
  expect(clientAddress(header, proxies)).toBe(expected);
});

it("only the one address of all clients together is shared", () => {
  expect(isShared(clientAddress("203.0.113.9", 0))).toBe(true);
  expect(isShared(clientAddress("203.0.113.9", 1))).toBe(false);
});

it.each([
  ["203.0.113.9", "203.0.113.9"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1::/48"],
  ["2001:db8:1:ffff::", "2001:db8:1::/48"],
  ["2001:db8::1", "2001:db8:0::/48"],
])("%s is of the network %s", (address, network) => {
  expect(networkOf(clientAddress(address, 1))).toBe(network);
});

it("clients that cannot be told apart have no network of their own", () => {
  expect(ownNetwork(clientAddress("203.0.113.9", 0))).toBeNull();
  expect(ownNetwork(clientAddress("203.0.113.9", 1))).toBe("203.0.113.9");
  expect(ownNetwork(clientAddress("2001:db8:1:2::9", 1))).toBe("2001:db8:1::/48");
});
