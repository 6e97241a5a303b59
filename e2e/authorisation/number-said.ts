/**
 * Where an answer about a practice case says which was asked for. A number stands in many other
 * places too, where it says something else.
 */
export function numberSaid(number: number | string): string[] {
  const path = `/practice/${number}`;
  const quoted = [`"k":"${number}"`, `"practice","${number}"`, `"number":${number},`];
  return [
    ...[path, encodeURIComponent(path)],
    ...quoted.flatMap((text) => [text, text.replaceAll('"', '\\"')]),
  ];
}
