import { readdirSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { parseAst } from "vitest/node";
import { inProject } from "../launch/children.mjs";
import { checksOfMigration, conditionsIn } from "./conditions.mjs";
import { schemaOf } from "./schema-of.mjs";
import { anyRow, withoutCheck } from "./switches.mjs";
import { enclosing, flagOfFilter, isRefusal, operands, refusesFirst, visit } from "./syntax.mjs";

/*
 * A check is anything in db/ without which more would be answered, stored or shown: a guard that
 * refuses, a condition of a query, a rule that is asked, a trigger or constraint. Each is found by
 * how this project writes it, and comes with the code that is there once it is taken away.
 */

const rules = /^(?:holds|may[A-Z]\w*)$/;

const leftOut = /\.test\.ts$|^fixtures\.ts$|\.fixtures\.ts$|\.stages\.ts$|^schema\//;

/** The files that hold the checks of the study. */
export function filesWithChecks() {
  const inDb = readdirSync(inProject("db"), { recursive: true, encoding: "utf8" })
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => /\.(?:ts|sql)$/.test(file) && !leftOut.test(file))
    .map((file) => `db/${file}`);
  return [...inDb, "domain/reconciliation/reconciliation.ts", "domain/workflow.ts"].sort();
}

/** Every check of these files; two that read the same in one function are numbered. */
export function findChecks(files = filesWithChecks()) {
  return files.flatMap((file) => {
    const text = readFileSync(inProject(file), "utf8");
    const found = file.endsWith(".sql") ? checksInForce(file, text) : checksOfCode(file, text);
    const seen = new Map();
    return found.map((check) => {
      const plain = [file, check.within, check.text].filter(Boolean).join(" › ");
      const count = (seen.get(plain) ?? 0) + 1;
      seen.set(plain, count);
      return { ...check, name: count === 1 ? plain : `${plain} (${count})` };
    });
  });
}

/** The checks of a migration that no later one has put others in the place of. */
function checksInForce(file, text) {
  const asItIs = schemaOf();
  return checksOfMigration(file, text).filter(
    (check) => schemaOf({ file: basename(file), text: withoutCheck(text, check) }) !== asItIs,
  );
}

/** The checks of a file of code, in the order in which they stand there. */
export function checksOfCode(file, text) {
  const program = parseAst(text, { lang: "ts" });
  const spans = new Map();
  const asked = [];
  const add = (start, end, replacement, node) => {
    const key = `${start}-${end}`;
    if (spans.has(key)) return;
    const words = text.slice(start, end).replaceAll(/\s+/g, " ");
    spans.set(key, { file, within: enclosing(node), text: words, start, end, replacement });
  };
  visit(program, (node) => {
    if (node.type === "IfStatement" && !node.alternate && isRefusal(node))
      for (const one of operands(node.test, "||")) add(one.start, one.end, "false", node);
    if (node.type === "ConditionalExpression" && isRefusal(node))
      add(node.test.start, node.test.end, "true", node);
    if (node.type === "ConditionalExpression" && refusesFirst(node))
      for (const one of operands(node.test, "||")) add(one.start, one.end, "false", node);
    if (node.type === "LogicalExpression" && node.operator === "&&" && !isGuarded(node))
      for (const one of operands(node, "&&")) add(one.start, one.end, "true", node);
    if (node.type === "CallExpression") ofCall(node, add, asked);
    if (node.type === "TaggedTemplateExpression" && node.tag.name === "sql")
      for (const [start, end] of conditionsIn(masked(text, node.quasi)))
        add(node.quasi.start + 1 + start, node.quasi.start + 1 + end, "1 = 1", node);
    if (node.type === "FunctionDeclaration" && rules.test(node.id.name)) ofRule(node, add);
  });
  for (const { node, replacement } of asked)
    if (!covers(spans, node)) add(node.start, node.end, replacement, node);
  return [...spans.values()].sort((a, b) => a.start - b.start || a.end - b.end);
}

// Within the test of a guard, “a && b” without b refuses more, not less.
function isGuarded(node) {
  for (let at = node; at.parent; at = at.parent)
    if (at.parent.type === "IfStatement" && at.parent.test === at && isRefusal(at.parent))
      return true;
  return false;
}

function ofCall(node, add, asked) {
  const name = node.callee.name ?? node.callee.property?.name;
  const flag = flagOfFilter(node);
  if (flag) add(flag.start, flag.end, "true", node);
  if (name === "and" || name === "or")
    for (const one of node.arguments) add(one.start, one.end, anyRow, node);
  if (name === "where" && node.arguments.length === 1) {
    const [one] = node.arguments;
    if (one.type === "CallExpression" && !["and", "or"].includes(one.callee.name))
      add(one.start, one.end, anyRow, node);
  }
  if (rules.test(name ?? "")) {
    const isQuery = /^may(?:Learn|Know|WaitFor)/.test(name);
    asked.push({ node, replacement: isQuery ? anyRow : "true" });
  }
}

/** A rule that always says yes. */
function ofRule(node, add) {
  const last = node.body.body.at(-1);
  if (last?.type !== "ReturnStatement") return;
  const isQuery = node.returnType?.typeAnnotation?.typeName?.name === "SQL";
  add(last.argument.start, last.argument.end, isQuery ? anyRow : "true", node);
}

// A guard that is taken away takes the rule with it that it asks.
function covers(spans, node) {
  return [...spans.values()].some(({ start, end }) => start <= node.start && node.end <= end);
}

function masked(text, quasi) {
  let inside = text.slice(quasi.start + 1, quasi.end - 1);
  const hide = (start, end) => {
    inside = inside.slice(0, start) + "\0".repeat(end - start) + inside.slice(end);
  };
  for (const { start, end } of quasi.expressions) {
    const from = text.lastIndexOf("${", start) - quasi.start - 1;
    hide(from, text.indexOf("}", end) - quasi.start);
  }
  for (const match of [...inside.matchAll(/'[^']*'/g)])
    hide(match.index, match.index + match[0].length);
  return inside;
}
