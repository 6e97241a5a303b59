import { expect, test } from "vitest";
import { pngOf } from "./chart-png";

const picture = (text: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="880" height="880"><rect width="880" height="880" fill="#9fb0be"/><text x="20" y="40" font-family="Source Sans 3">${text}</text></svg>`;

test("others are answered while a picture is drawn", async () => {
  await pngOf(picture("The first, for which fonts are read"));
  const drawing = { done: false };
  const drawn = pngOf(picture("Neglect")).finally(() => {
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
  const alone = await pngOf(picture("A"));
  const [a, b, again] = await Promise.all(["A", "B", "A"].map((text) => pngOf(picture(text))));
  expect(Buffer.compare(a?.bytes ?? new Uint8Array(), alone.bytes)).toBe(0);
  expect(Buffer.compare(again?.bytes ?? new Uint8Array(), alone.bytes)).toBe(0);
  expect(Buffer.compare(b?.bytes ?? new Uint8Array(), alone.bytes)).not.toBe(0);
});

test("what cannot be drawn is told, and the next is drawn", async () => {
  await expect(pngOf("no picture")).rejects.toThrow();
  expect((await pngOf(picture("Neglect"))).height).toBe(1890);
});
