import { expect, test } from "vitest";
import { networkOf } from "./network";

test.each([
  ["203.0.113.7", "203.0.113.7"],
  [" 203.0.113.7:50123 ", "203.0.113.7"],
  ["::ffff:203.0.113.7", "203.0.113.7"],
  ["::ffff:203.0.113", "::ffff:203.0.113"],
  ["2001:db8:1:2:aaaa::1", "2001:db8:1:2"],
  ["2001:DB8:0001:0002:bbbb:0:0:9", "2001:db8:1:2"],
  ["[2001:db8:1:2::9]:443", "2001:db8:1:2"],
  ["2001:db8::1", "2001:db8:0:0"],
  ["fe80::1%eth0", "fe80:0:0:0"],
  ["::1", "0:0:0:0"],
  ["this machine", "this machine"],
  ["", ""],
])("“%s” is of %s", (address, network) => {
  expect(networkOf(address)).toBe(network);
});
