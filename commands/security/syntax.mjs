/** Visits every node of a syntax tree, each with its parent. */
export function visit(node, look) {
  look(node);
  for (const [key, value] of Object.entries(node)) {
    if (key === "parent") continue;
    for (const child of Array.isArray(value) ? value : [value])
      if (typeof child?.type === "string") {
        child.parent = node;
        visit(child, look);
      }
  }
}

/** The operands of “a || b || c”, brackets taken off; a single one when there is no such operator. */
export function operands(node, operator) {
  const bare = node.type === "ParenthesizedExpression" ? node.expression : node;
  if (bare.type !== "LogicalExpression" || bare.operator !== operator) return [node];
  return [...operands(bare.left, operator), ...operands(bare.right, operator)];
}

/** The name of the function or the value at the top of a file that a node stands in. */
export function enclosing(node) {
  for (let at = node; at; at = at.parent) {
    if (at.type === "FunctionDeclaration") return at.id.name;
    if (at.type === "VariableDeclarator" && isTop(at.parent)) return at.id.name;
  }
  return "";
}

function isTop(declaration) {
  const above = declaration.parent;
  return above.type === "Program" || above.type === "ExportNamedDeclaration";
}

// The statements of a branch, with braces or without.
function statements(body) {
  return body.type === "BlockStatement" ? body.body : [body];
}

const refusals = ["notFound", "nobody", "undefined"];
const refusing = ["refused", "refusedFor", "fault", "refuse"];
// What a try to sign in comes to short of a session.
const keptOut = ["wrong", "wait", "code needed"];

/**
 * Whether an `if` or a `?:` answers with nothing or with a refusal: it stands guard. What an `if`
 * comes to may have others before it, such as what is noted of a refusal; then it says what it gives.
 */
export function isRefusal(node) {
  if (node.type === "ConditionalExpression")
    return isNothing(node.alternate) && !isText(node.alternate);
  const all = statements(node.consequent);
  const then = all.at(-1);
  if (then?.type === "ThrowStatement") return true;
  if (then?.type === "ContinueStatement") return all.length === 1;
  if (then?.type !== "ReturnStatement") return false;
  if (then.argument === null) return all.length === 1;
  return isNothing(then.argument) || isHandedOn(then.argument, node.test);
}

/** Whether a `?:` refuses where its test holds: “hidden ? refused(…) : given”. */
export function refusesFirst(node) {
  return isRefused(node.consequent);
}

/** The flag by which a list is cut down: the second “told” of “.filter(({ told }) => told)”. */
export function flagOfFilter({ callee, arguments: [given] }) {
  if (callee.property?.name !== "filter" || given?.type !== "ArrowFunctionExpression") return null;
  return ["Identifier", "MemberExpression"].includes(given.body.type) ? given.body : null;
}

function isRefused(node) {
  if (node.type === "Identifier") return node.name === "notFound";
  if (node.type === "ObjectExpression") return isOfKind(node, ["refused"]);
  return node.type === "CallExpression" && refusing.includes(node.callee.name);
}

function isOfKind({ properties }, kinds) {
  return properties.some(({ key, value }) => key?.name === "kind" && kinds.includes(value.value));
}

function isNothing(node) {
  if (isText(node) || isRefused(node)) return true;
  // A refusal but for one case, such as when the same is sent a second time.
  if (node.type === "ConditionalExpression")
    return isRefused(node.consequent) || isRefused(node.alternate);
  if (node.type === "Literal") return node.value === null || node.value === false;
  if (node.type === "ArrayExpression") return node.elements.length === 0;
  if (node.type === "Identifier") return refusals.includes(node.name);
  if (node.type === "ObjectExpression")
    return node.properties.some(({ key }) => key?.name === "problems") || isOfKind(node, keptOut);
  // “write((tx) => refuse(tx))”: a refusal that leaves an entry in the log.
  const isWrite = node.type === "CallExpression" && node.callee.name === "write";
  return isWrite && isNothing(node.arguments[0].body);
}

const isText = (node) => node.type === "TemplateLiteral" || typeof node.value === "string";

// “if (early) return early”: a refusal that another function made.
function isHandedOn(node, test) {
  if (node.type !== "Identifier") return false;
  const asked = test.type === "BinaryExpression" ? test.left.object : test;
  return asked?.type === "Identifier" && asked.name === node.name;
}
