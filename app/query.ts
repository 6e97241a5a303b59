/** What stands behind the question mark of an address. */
export type Query = Readonly<Record<string, string | string[] | undefined>>;

/** One value of the query; undefined when it is missing, empty or given twice. */
export function textIn(query: Query, name: string): string | undefined {
  const value = query[name];
  return typeof value === "string" && value !== "" ? value : undefined;
}

/** A whole number above 0 of the query; 0 for anything else, and when it is missing. */
export function countIn(query: Query, name: string): number {
  const number = Number(textIn(query, name));
  return Number.isSafeInteger(number) && number > 0 ? number : 0;
}

/** All values of the query under one name; none when it is missing. */
export function textsIn(query: Query, name: string): string[] {
  return [query[name] ?? []].flat();
}

/** The query as it stands in an address, with its question mark; "" when there is none. */
export function searchOf(query: Query): string {
  const all = new URLSearchParams();
  for (const [name, value] of Object.entries(query))
    for (const one of [value ?? []].flat()) all.append(name, one);
  const text = all.toString();
  return text === "" ? "" : `?${text}`;
}

/** The address of the next page of a filtered list; null when there is none. */
export function nextPage(
  path: string,
  filter: Readonly<Record<string, string | undefined>>,
  after: string | null,
): string | null {
  if (after === null) return null;
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(filter)) if (value) query.set(name, value);
  query.set("after", after);
  return `${path}?${query}`;
}

/** What stands behind the question mark of a request, as pages are given it. */
export function queryOf(all: URLSearchParams): Query {
  return Object.fromEntries(
    [...new Set(all.keys())].map((name) => {
      const values = all.getAll(name);
      return [name, values.length === 1 ? values[0] : values];
    }),
  );
}
