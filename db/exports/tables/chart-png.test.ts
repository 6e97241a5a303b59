import { expect, test } from "vitest";
import { dotsPerInch, pngOf } from "./chart-png";

const { alone: fine, inDocument: coarser } = dotsPerInch;

const picture = (text: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="880" height="880"><rect width="880" height="880" fill="#9fb0be"/><text x="20" y="40" font-family="Source Sans 3">${text}</text></svg>`;

test("what cannot be drawn is told, and the next is drawn", async () => {
  await expect(pngOf("no picture", fine)).rejects.toThrow();
  expect((await pngOf(picture("Neglect"), fine)).height).toBe(1890);
});

test("in a document a picture has as many dots as Word keeps, and the same one is drawn once", async () => {
  const drawn = await pngOf(picture("Kept"), coarser);
  expect([drawn.width, (await pngOf(picture("Kept"), fine)).width]).toEqual([1386, 1890]);
  expect(await pngOf(picture("Kept"), coarser)).toBe(drawn);
});
