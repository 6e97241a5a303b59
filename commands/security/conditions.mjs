/**
 * Where a condition ends and the next begins, in the text of a query. What stands for a value is
 * one sign long or more, and no word.
 */
const boundary = /[()]|\b(?:where|when|and|or|then|order by|group by|limit|else|end)\b/gi;
const opens = new Set(["where", "when", "and", "or"]);

/**
 * The conditions of a query in this text, wherever they stand in it: after WHERE, WHEN, AND and OR,
 * and those that a fragment or a bracket starts with when another follows. `text` has values and
 * quotations masked. Gives [start, end] of each.
 */
export function conditionsIn(text) {
  const found = [];
  // For each open bracket: where the condition at hand started, and whether it is surely one.
  const levels = [{ start: 0, sure: false }];
  const close = (level, end) => {
    if (level.sure) found.push(trimmed(text, level.start, end));
    level.sure = false;
  };
  for (const match of text.matchAll(boundary)) {
    const word = match[0].toLowerCase();
    const level = levels.at(-1);
    const after = match.index + match[0].length;
    if (word === "(") levels.push({ start: after, sure: false, bracket: true });
    else if (word === ")") close(levels.pop() ?? level, match.index);
    else {
      if ((word === "and" || word === "or") && mayStart(text, level, match.index))
        level.sure = true;
      close(level, match.index);
      levels[levels.length - 1] = { start: after, sure: opens.has(word), begun: true };
    }
  }
  for (const level of levels) close(level, text.length);
  return found;
}

// What a text starts with can be “from x where …” in a fragment of a query, which is no condition.
function mayStart(text, level, end) {
  if (level.begun) return false;
  const [start, stop] = trimmed(text, level.start, end);
  const first = text.slice(start, stop);
  return !/^(?:select|from)\b/i.test(first) && (level.bracket || !/^\0+$/.test(first));
}

function trimmed(text, start, end) {
  const inside = text.slice(start, end);
  return [start + inside.length - inside.trimStart().length, start + inside.trimEnd().length];
}

const always = [
  { like: /CREATE TRIGGER `(\w+)`[\s\S]*?\nEND;/g, instead: () => "SELECT 1;" },
  { like: /CREATE UNIQUE INDEX (`\w+`)/g, instead: (_, name) => `CREATE INDEX ${name}` },
];

/** The checks that a migration gives to the database: triggers, unique indexes, constraints. */
export function checksOfMigration(file, text) {
  const whole = always.flatMap(({ like, instead }) =>
    [...text.matchAll(like)].map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
      text: match[0].startsWith("CREATE TRIGGER") ? `trigger ${match[1]}` : `unique ${match[1]}`,
      replacement: instead(...match),
    })),
  );
  const constraints = [...text.matchAll(/CONSTRAINT ["`](\w+)["`] CHECK(?=\()/g)].map((match) => {
    const start = match.index + match[0].length;
    const end = closing(text, start);
    return { start, end, text: `constraint ${match[1]}`, replacement: "(1)" };
  });
  return [...whole, ...constraints].map((check) => ({ file, within: "", ...check }));
}

function closing(text, start) {
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    if (text[at] === "(") depth += 1;
    if (text[at] === ")") depth -= 1;
    if (depth === 0) return at + 1;
  }
  return text.length;
}
