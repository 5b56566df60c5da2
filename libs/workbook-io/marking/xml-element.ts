import type { WorkbookLimits } from '../workbook-limits';
import { damaged } from '../workbook-refused';
import { TagScanner } from '../xml/tag-scanner';

/** An element by its places in a text. */
export interface XmlElement {
  /** As written, with its prefix. */
  readonly name: string;
  readonly start: number;
  /** Behind the ">" of its opening tag. */
  readonly openEnd: number;
  /** Where its closing tag starts; `end` if it is written as empty. */
  readonly closeStart: number;
  readonly end: number;
  readonly isEmpty: boolean;
}

export interface ParentElement extends XmlElement {
  readonly children: readonly XmlElement[];
}

/** An XML part that is to be patched: its text, and what messages call it. */
export interface XmlSource {
  readonly xml: string;
  readonly part: string;
  readonly limits: WorkbookLimits;
}

/** The first element from `at` on with its direct children: the root if `at` is 0. Linear in the element's length. */
export function elementAt({ xml, part, limits }: XmlSource, at = 0): ParentElement {
  const tags = new TagScanner(xml, limits, part);
  tags.end = at;
  if (!tags.next()) throw damaged(`${part} has no element where one must be`);
  const { kind, name, start, end: openEnd } = tags;
  const children: XmlElement[] = [];
  if (kind === 'empty') {
    return { name, start, openEnd, closeStart: openEnd, end: openEnd, isEmpty: true, children };
  }
  let child = { name: '', start: 0, openEnd: 0 };
  while (tags.next()) {
    if (tags.depth === 0) {
      return { name, start, openEnd, closeStart: tags.start, end: tags.end, isEmpty: false, children };
    }
    if (tags.depth > 1) continue;
    if (tags.kind !== 'close') child = { name: tags.name, start: tags.start, openEnd: tags.end };
    if (tags.kind === 'open') continue;
    const isEmpty = tags.kind === 'empty';
    children.push({ ...child, closeStart: isEmpty ? tags.end : tags.start, end: tags.end, isEmpty });
  }
  throw damaged(`${part} is cut off`);
}

/** What stands before the local name: "x:" in files of .NET programs, else nothing. */
export function prefixOf({ name }: XmlElement): string {
  return name.slice(0, name.lastIndexOf(':') + 1);
}

/** The first child of that local name, in the parent's own namespace prefix. */
export function childOf(parent: ParentElement, localName: string): XmlElement | undefined {
  const name = prefixOf(parent) + localName;
  return parent.children.find((child) => child.name === name);
}
