import { expect, test } from "vitest";
import { newAllowance } from "./allowance";
import { builtInFormat } from "./number-formats";
import { cellReader } from "./written-cells";

const [general, day] = [builtInFormat(0), builtInFormat(14)];

function reader() {
  const allowance = newAllowance();
  const read = cellReader({
    sharedStrings: [],
    formats: [general, day],
    from1904: false,
    allowance,
  });
  return (value: string, style: number) =>
    read({ column: 0, type: "n", style, formula: false, value }, true);
}

test.each([
  ["a day", "42186", 1, { text: "2015-07-01", shown: null, isDay: true }],
  ["no day", "-42186", 1, "-42186"],
  ["no day that there is", "42186000", 1, "42186000"],
  ["a number", "42186", 0, "42186"],
  ["a text that says it is a number", "2015-07-01", 0, "2015-07-01"],
])("what is %s is read as that", (_, value, style, expected) => {
  expect(reader()(value, style)).toEqual(expected);
});

test("a day that came already is the same one, for the first 20,000 of a file", () => {
  const read = reader();
  const first = read("1001", 1);
  for (let number = 1002; number <= 21_001; number += 1) read(String(number), 1);
  expect(read("1001", 1)).toBe(first);
  expect(read("21000", 1)).toBe(read("21000", 1));
  expect(read("21001", 1)).not.toBe(read("21001", 1));
});
