import { expect, test } from "vitest";
import { newAllowance } from "./allowance";

test("one file may have 5,000,000 cells and 500,000 rows, and no more", () => {
  const allowance = newAllowance();
  allowance.cells(4_999_999);
  allowance.cells(1);
  expect(() => allowance.cells(1)).toThrow("This file has more than 5,000,000 cells.");
  for (let row = 0; row < 500_000; row += 1) allowance.row();
  expect(() => allowance.row()).toThrow("This file has more than 500,000 rows.");
});

test("its texts may have 100,000,000 characters together, each counted once", () => {
  const allowance = newAllowance();
  const long = "x".repeat(9_999_999);
  for (let text = 0; text < 10; text += 1) allowance.keep(`${text}${long}`);
  expect(allowance.keep(`7${long}`)).toHaveLength(10_000_000);
  expect(() => allowance.keep("y")).toThrow("This file holds more text than can be read at once.");
});
