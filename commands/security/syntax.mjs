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

// The one statement of a block; null when there are others.
function only(body) {
  if (body.type !== "BlockStatement") return body;
  return body.body.length === 1 ? body.body[0] : null;
}

const refusals = ["notFound", "nobody", "undefined"];
const refusing = ["refused", "refusedFor", "fault", "refuse"];
// What a try to sign in comes to short of a session.
const keptOut = ["wrong", "wait", "code needed"];

/** Whether an `if` or a `?:` answers with nothing or with a refusal: it stands guard. */
export function isRefusal(node) {
  if (node.type === "ConditionalExpression")
    return isNothing(node.alternate) && !isText(node.alternate);
  const then = only(node.consequent);
  if (then?.type === "ThrowStatement" || then?.type === "ContinueStatement") return true;
  if (then?.type !== "ReturnStatement") return false;
  return then.argument === null || isNothing(then.argument) || isHandedOn(then.argument, node.test);
}

function isNothing(node) {
  if (isText(node)) return true;
  if (node.type === "Literal") return node.value === null || node.value === false;
  if (node.type === "ArrayExpression") return node.elements.length === 0;
  if (node.type === "Identifier") return refusals.includes(node.name);
  if (node.type === "ObjectExpression")
    return node.properties.some(
      ({ key, value }) =>
        key?.name === "problems" || (key?.name === "kind" && keptOut.includes(value.value)),
    );
  if (node.type !== "CallExpression") return false;
  // “write((tx) => refuse(tx))”: a refusal that leaves an entry in the log.
  if (node.callee.name === "write") return isNothing(node.arguments[0].body);
  return refusing.includes(node.callee.name);
}

const isText = (node) => node.type === "TemplateLiteral" || typeof node.value === "string";

// “if (early) return early”: a refusal that another function made.
function isHandedOn(node, test) {
  if (node.type !== "Identifier") return false;
  const asked = test.type === "BinaryExpression" ? test.left.object : test;
  return asked?.type === "Identifier" && asked.name === node.name;
}
