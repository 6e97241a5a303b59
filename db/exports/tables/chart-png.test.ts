import { expect, test } from "vitest";
import { dotsPerInch, pngOf } from "./chart-png";

const { alone: fine, inDocument: coarser } = dotsPerInch;

const picture = (text: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="880" height="880"><rect width="880" height="880" fill="#9fb0be"/><text x="20" y="40" font-family="Source Sans 3">${text}</text></svg>`;

test("others are answered while a picture is drawn", async () => {
  await pngOf(picture("The first, for which fonts are read"), fine);
  const drawing = { done: false };
  const drawn = pngOf(picture("Neglect"), fine).finally(() => {
    drawing.done = true;
  });
  let answers = 0;
  while (!drawing.done) {
    await new Promise((resolve) => setImmediate(resolve));
    answers += 1;
  }
  expect((await drawn).width).toBe(1890);
  expect(answers).toBeGreaterThan(100);
});

test("pictures that are asked for together are each the one that was asked for", async () => {
  const tall = picture("Tall").replaceAll('height="880"', 'height="1760"');
  const together = [picture("A"), tall, picture("B"), picture("A")];
  const [a, other, b, again] = await Promise.all(together.map((svg) => pngOf(svg, fine)));
  expect([a, other, b, again].map((png) => png?.height)).toEqual([1890, 3780, 1890, 1890]);
  expect(Buffer.compare(again?.bytes ?? new Uint8Array(), a?.bytes ?? new Uint8Array())).toBe(0);
  expect(Buffer.compare(b?.bytes ?? new Uint8Array(), a?.bytes ?? new Uint8Array())).not.toBe(0);
});

test("what cannot be drawn is told, and the next is drawn", async () => {
  await expect(pngOf("no picture", fine)).rejects.toThrow();
  expect((await pngOf(picture("Neglect"), fine)).height).toBe(1890);
});

test("in a document a picture has as many dots as Word keeps, and the same one is drawn once", async () => {
  const drawn = await pngOf(picture("Kept"), coarser);
  expect([drawn.width, (await pngOf(picture("Kept"), fine)).width]).toEqual([1386, 1890]);
  expect(await pngOf(picture("Kept"), coarser)).toBe(drawn);
});
