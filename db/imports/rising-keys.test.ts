import { afterEach, expect, test, vi } from "vitest";
import { risingKeys } from "./rising-keys";

afterEach(() => {
  vi.restoreAllMocks();
});

test("keys of one import rise, and nothing else of them follows from another", () => {
  vi.spyOn(Math, "random").mockReturnValue(0.5);
  const key = risingKeys();
  const keys = [key(), key(), key()];
  expect(keys.map((each) => each.slice(0, 8))).toEqual(["80000009", "80000012", "8000001b"]);
  for (const each of keys)
    expect(each).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(new Set(keys.map((each) => each.slice(9))).size).toBe(3);
});

test("past the highest they go on from 0, in eight digits", () => {
  vi.spyOn(Math, "random").mockReturnValue(1 - 2 ** -40);
  expect(risingKeys()().slice(0, 9)).toBe("0000000f-");
});
