import type { Stretch } from "@/domain/ratings/submission";

/** The paragraphs of the shown text; each knows where it begins in the whole. */
function paragraphsIn(element: HTMLElement): HTMLElement[] {
  return [...element.querySelectorAll<HTMLElement>("[data-from]")];
}

/** What is selected in the shown text; null when nothing is. */
export function selectedIn(element: HTMLElement): Stretch | null {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const first = selection.getRangeAt(0);
  // Firefox makes several of one when headings between pages cannot be selected.
  const last = selection.getRangeAt(selection.rangeCount - 1);
  const touched = paragraphsIn(element).filter((one) => selection.containsNode(one, true));
  const begins = touched[0];
  const ends = touched.at(-1);
  if (!begins || !ends) return null;
  const from = placeIn(begins, first.startContainer, first.startOffset) ?? fromOf(begins);
  const to =
    placeIn(ends, last.endContainer, last.endOffset) ??
    fromOf(ends) + (ends.textContent ?? "").length;
  return from < to ? { from, to } : null;
}

function fromOf(paragraph: HTMLElement): number {
  return Number(paragraph.dataset.from);
}

/** Where a point of a paragraph is in the whole text; null when it is not in this paragraph. */
function placeIn(paragraph: HTMLElement, node: Node, offset: number): number | null {
  if (!paragraph.contains(node)) return null;
  const before = document.createRange();
  before.selectNodeContents(paragraph);
  before.setEnd(node, offset);
  return fromOf(paragraph) + before.toString().length;
}

/** Selects a passage of the shown text and brings it into sight. */
export function select(element: HTMLElement, { from, to }: Stretch): void {
  const paragraphs = paragraphsIn(element);
  const begins = paragraphs.findLast((one) => fromOf(one) <= from);
  const ends = paragraphs.findLast((one) => fromOf(one) < to);
  if (!begins || !ends) return;
  const [startNode, startOffset] = pointIn(begins, from - fromOf(begins));
  const [endNode, endOffset] = pointIn(ends, to - fromOf(ends));
  getSelection()?.setBaseAndExtent(startNode, startOffset, endNode, endOffset);
  begins.scrollIntoView({ block: "nearest" });
}

function pointIn(paragraph: HTMLElement, at: number): [Node, number] {
  const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
  let left = at;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const { length } = node.textContent ?? "";
    if (left <= length) return [node, left];
    left -= length;
  }
  return [paragraph, paragraph.childNodes.length];
}

/** Where the first paragraph begins that is in sight. */
export function firstInSight(element: HTMLElement): number {
  const { top } = element.getBoundingClientRect();
  const inSight = (one: HTMLElement) => one.getBoundingClientRect().bottom > top;
  // Pages first: to ask a paragraph out of sight, the browser would have to lay out its page.
  const pages = [...element.querySelectorAll<HTMLElement>("section")];
  const ahead = pages.slice(pages.findIndex(inSight)).flatMap(paragraphsIn);
  const first = ahead.find(inSight);
  return first ? fromOf(first) : 0;
}
