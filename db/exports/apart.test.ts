import { expect, test } from "vitest";
import { expectDocuments, madeApart } from "./apart";

const picture = (text: string, height = 880) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="880" height="${height}"><rect width="880" height="${height}" fill="#9fb0be"/><text x="20" y="40" font-family="Source Sans 3">${text}</text></svg>`;

const drawn = (svg: string) => madeApart({ kind: "picture", of: svg });

/** How wide and high a PNG says it is. */
const sizeOf = (png: Buffer) => [png.readUInt32BE(16), png.readUInt32BE(20)];

test("others are answered while a picture is drawn", async () => {
  await drawn(picture("The first, for which fonts are read"));
  const drawing = { done: false };
  const asked = drawn(picture("Neglect")).finally(() => {
    drawing.done = true;
  });
  let answers = 0;
  while (!drawing.done) {
    await new Promise((resolve) => setImmediate(resolve));
    answers += 1;
  }
  expect(sizeOf(await asked)).toEqual([1890, 1890]);
  expect(answers).toBeGreaterThan(100);
});

test("files that are asked for together are each the one that was asked for", async () => {
  const made = { by: null, at: "2026-01-02T00:00:00Z" };
  const [a, tall, document, b, again] = await Promise.all([
    drawn(picture("A")),
    drawn(picture("Tall", 1760)),
    madeApart({ kind: "reliability report", of: { parts: [], made } }),
    drawn(picture("B")),
    drawn(picture("A")),
  ]);
  expect([a, tall, b, again].map(sizeOf)).toEqual([
    [1890, 1890],
    [1890, 3780],
    [1890, 1890],
    [1890, 1890],
  ]);
  expect(document.subarray(0, 2).toString()).toBe("PK");
  expect([again.equals(a), b.equals(a)]).toEqual([true, false]);
});

test("what cannot be made is told, and the next is made", async () => {
  expectDocuments();
  await expect(drawn("no picture")).rejects.toThrow();
  expect(sizeOf(await drawn(picture("Neglect")))).toEqual([1890, 1890]);
});
