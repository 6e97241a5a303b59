import type { Archive, Part } from "./archive";
import { limits } from "./limits";
import { type sentences, unreadable } from "./unreadable";
import { isOn, readXml } from "./xml";

/** What a workbook says of itself. */
export interface Workbook {
  /** The worksheets in their order, hidden ones too. */
  readonly sheets: readonly {
    readonly name: string;
    readonly part: Part;
    readonly hidden: boolean;
  }[];
  readonly sharedStrings: Part | undefined;
  readonly styles: Part | undefined;
  /** Whether days are counted from 1904. */
  readonly from1904: boolean;
}

/**
 * Finds the worksheets of a workbook; sheets that hold a chart alone are left out. Throws
 * Unreadable when the zip is no workbook without macros. For use inside db/.
 */
export async function readWorkbook(archive: Archive): Promise<Workbook> {
  const other = otherKind([...archive.parts.keys()]);
  if (other) throw unreadable(other);
  await refuseMacros(archive);
  const [main] = await relationsOf(archive, "", "officeDocument");
  if (!main) throw unreadable("damaged");
  const relations = await relationsOf(archive, main.part.name);
  const listed: { name: string; relation: string; hidden: boolean }[] = [];
  let from1904 = false;
  await readXml(archive, main.part, {
    open(name, attributes) {
      // Later programs add a second workbookPr of their own, without this.
      if (name === "workbookPr") from1904 ||= isOn(attributes.date1904);
      if (name !== "sheet") return;
      if (listed.length === limits.entries) throw unreadable("strange");
      if ((attributes.name ?? "").length > limits.nameCharacters) throw unreadable("strange");
      const [, relation = ""] =
        Object.entries(attributes).find(([key]) => key.endsWith(":id")) ?? [];
      const hidden = /hidden$/i.test(attributes.state ?? "");
      listed.push({ name: attributes.name ?? "", relation, hidden });
    },
  });
  const byId = new Map(relations.map((relation) => [relation.id, relation]));
  const sheets = listed.flatMap(({ name, relation, hidden }) => {
    const found = byId.get(relation);
    if (!found) throw unreadable("damaged");
    return found.type === "worksheet" ? [{ name, part: found.part, hidden }] : [];
  });
  const names = new Set(sheets.map(({ name }) => name.toLowerCase()));
  const parts = new Set(sheets.map(({ part }) => part));
  if (Math.min(names.size, parts.size) < sheets.length) throw unreadable("strange");
  const partOf = (type: string) => relations.find((relation) => relation.type === type)?.part;
  return { sheets, sharedStrings: partOf("sharedStrings"), styles: partOf("styles"), from1904 };
}

/** What a zip is that is no workbook that can be read; null for one that may be. */
function otherKind(names: readonly string[]): keyof typeof sentences | null {
  const has = (pattern: RegExp) => names.some((name) => pattern.test(name));
  if (has(/vbaproject\.bin$|^xl\/macrosheets\//)) return "macros";
  if (has(/^xl\/workbook\.bin$/)) return "binaryExcel";
  if (has(/\.iwa$|^index\.(apxl|zip)$/)) return "appleNumbers";
  if (has(/^content\.xml$/) && has(/^mimetype$|^meta-inf\/manifest\.xml$/)) return "openDocument";
  if (has(/^word\//)) return "word";
  if (has(/^ppt\//)) return "presentation";
  return has(/^xl\//) ? null : "zip";
}

async function refuseMacros(archive: Archive): Promise<void> {
  const types = archive.parts.get("[content_types].xml");
  if (!types) throw unreadable("zip");
  await readXml(archive, types, {
    open(_, attributes) {
      if (/macro/i.test(attributes.ContentType ?? "")) throw unreadable("macros");
    },
  });
}

interface Relation {
  readonly id: string;
  /** The last word of its type, such as worksheet. */
  readonly type: string;
  readonly part: Part;
}

/** The parts that a part refers to, "" being the whole; all of them or those of one type. */
async function relationsOf(archive: Archive, from: string, wanted?: string): Promise<Relation[]> {
  const folder = from.slice(0, from.lastIndexOf("/") + 1);
  const part = archive.parts.get(`${folder}_rels/${from.slice(folder.length)}.rels`);
  if (!part) throw unreadable("damaged");
  const relations: Relation[] = [];
  await readXml(archive, part, {
    open(name, { Id: id = "", Type = "", Target = "", TargetMode }) {
      const type = Type.slice(Type.lastIndexOf("/") + 1);
      if (name !== "Relationship" || TargetMode === "External") return;
      if (wanted !== undefined && type !== wanted) return;
      if (/macrosheet/i.test(type)) throw unreadable("macros");
      const target = archive.parts.get(placeOf(folder, Target));
      if (target) relations.push({ id, type, part: target });
      if (relations.length > limits.entries) throw unreadable("strange");
    },
  });
  return relations;
}

/** Where a target lies, seen from a folder: "/xl/a.xml", "a.xml" and "../xl/a.xml" are all one. */
function placeOf(folder: string, target: string): string {
  const steps: string[] = [];
  for (const step of `${target.startsWith("/") ? "" : folder}${target}`.split("/")) {
    if (step === ".." && steps.pop() === undefined) throw unreadable("strange");
    if (step !== "" && step !== "." && step !== "..") steps.push(step);
  }
  return steps.join("/").toLowerCase();
}
