// Makes components/look/vendor.css from the precompiled style sheets of GOV.UK Frontend and
// MoJ Frontend, so that nothing needs sass. Run it after an install.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const sources = [
  "govuk-frontend/dist/govuk/govuk-frontend.min.css",
  "@ministryofjustice/frontend/moj/moj-frontend.min.css",
];
const target = join(root, "components", "look", "vendor.css");

/** The index just after the block that opens at or after `from`. */
function endOfBlock(css, from) {
  let depth = 0;
  for (let index = css.indexOf("{", from); index >= 0 && index < css.length; index++) {
    if (css[index] === "{") depth++;
    if (css[index] === "}" && --depth === 0) return index + 1;
  }
  return css.length;
}

/** Leaves out each at-rule with this name whose condition passes the test. */
function withoutAtRules(css, name, test = () => true) {
  let kept = "";
  let from = 0;
  for (;;) {
    const start = css.indexOf(name, from);
    if (start < 0) return kept + css.slice(from);
    const unwanted = test(css.slice(start, css.indexOf("{", start)));
    const end = unwanted ? endOfBlock(css, start) : start + name.length;
    kept += css.slice(from, unwanted ? start : end);
    from = end;
  }
}

/** GDS Transport is not ours to use outside gov.uk: neither the files nor the name. */
function withoutTheirFont(css) {
  return withoutAtRules(css, "@font-face").replace(/["']?GDS Transport["']?,\s*/g, "");
}

/** `@media screen\0` was for old Internet Explorer; Turbopack cannot read it. */
function withoutMediaHack(css) {
  return withoutAtRules(css, "@media", (condition) => /\\0|\uFFFD/.test(condition));
}

/** Their pictures (crest, crown, icons) are not served, so no declaration may ask for them. */
function withoutPictures(css) {
  return css.replace(/[a-z-]+:[^;{}]*url\(["']?\/assets\/[^)]*\)[^;{}]*;?/g, "");
}

function withoutSourceMap(css) {
  return css.replace(/\/\*#\s*sourceMappingURL=.*?\*\//g, "");
}

function cleaned(css) {
  return [withoutSourceMap, withoutTheirFont, withoutMediaHack, withoutPictures].reduce(
    (sheet, step) => step(sheet),
    css,
  );
}

/** Stops the build when an update of a package brings back what must not be there. */
function assertClean(css) {
  for (const unwanted of ["@font-face", "GDS Transport", "/assets/", "\\0", "sourceMappingURL"])
    if (css.includes(unwanted)) throw new Error(`vendor.css still has ${unwanted}`);
  return css;
}

/** Writes vendor.css and returns its path. */
export function writeVendorCss() {
  const sheets = sources.map((source) =>
    cleaned(readFileSync(join(root, "node_modules", source), "utf8")),
  );
  const css = assertClean(sheets.join("\n"));
  mkdirSync(dirname(target), { recursive: true });
  if (!existsSync(target) || readFileSync(target, "utf8") !== css) writeFileSync(target, css);
  return target;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeVendorCss();
