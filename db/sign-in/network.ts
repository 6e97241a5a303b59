import { isIP } from "node:net";

/**
 * The network that an address is of, as tries to sign in are counted by: a machine has one address of
 * version 4, and of version 6 as many as begin with the same 64 bits. What is no address is taken as it
 * stands. For use inside db/.
 * Examples: "203.0.113.7:50123" → "203.0.113.7"; "2001:db8:1:2:aaaa::1" → "2001:db8:1:2";
 * "::ffff:203.0.113.7" → "203.0.113.7".
 */
export function networkOf(address: string): string {
  const bare = withoutPort(address.trim());
  const [, inVersion6 = ""] = /^::ffff:([\d.]+)$/i.exec(bare) ?? [];
  if (isIP(inVersion6) === 4) return inVersion6;
  return isIP(bare) === 6 ? first64Bits(bare) : bare;
}

function withoutPort(address: string): string {
  const [, inBrackets, version4] = /^\[([^\]]*)\](?::\d+)?$|^([\d.]+):\d+$/.exec(address) ?? [];
  return inBrackets ?? version4 ?? address;
}

function first64Bits(address: string): string {
  const [before = "", after] = address.split("%")[0]?.toLowerCase().split("::") ?? [];
  const groupsOf = (text = "") => text.split(":").filter((group) => group !== "");
  const [head, tail] = [groupsOf(before), groupsOf(after)];
  // An address of version 4 at the end takes the place of two groups.
  const inTail = tail.length + (tail.at(-1)?.includes(".") ? 1 : 0);
  const zeros = after === undefined ? 0 : Math.max(0, 8 - head.length - inTail);
  const groups = [...head, ...Array.from({ length: zeros }, () => "0"), ...tail];
  return groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ""))
    .join(":");
}
