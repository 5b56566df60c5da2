import { damaged, type WorkbookLimits } from '../limits-and-refusals';
import { TagScanner } from '../xml/xml-part';

interface Change {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * Changes to an XML text, each at a place of the original; whatever lies between stays as it is, to the byte. Texts are
 * in the form of `utf8Xml`.
 */
export class XmlPatch {
  private readonly changes: Change[] = [];

  constructor(readonly xml: string) {}

  /** Inserts at one place stand in the order of their calls. */
  insert(at: number, text: string): void {
    this.replace(at, at, text);
  }

  replace(start: number, end: number, text: string): void {
    this.changes.push({ start, end, text });
  }

  /** Gives an element further content at its end, opening it if it was written as empty, and sets attributes. Once for each element. */
  extend(element: XmlElement, content: string, attributes: Attributes = {}): void {
    const tag = this.xml.slice(element.start, element.openEnd);
    const changed = withAttributes(tag, attributes);
    if (element.isEmpty && content !== '') {
      this.replace(element.start, element.end, `${changed.slice(0, -2)}>${content}</${element.name}>`);
      return;
    }
    if (changed !== tag) this.replace(element.start, element.openEnd, changed);
    if (content !== '') this.insert(element.closeStart, content);
  }

  toXml(): string {
    const pieces: string[] = [];
    let from = 0;
    // What is inserted before an element comes before what replaces it.
    const inOrder = [...this.changes].sort((a, b) => a.start - b.start || a.end - b.end);
    for (const { start, end, text } of inOrder) {
      pieces.push(this.xml.slice(from, start), text);
      from = end;
    }
    pieces.push(this.xml.slice(from));
    return pieces.join('');
  }
}

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

/** Attributes to be set; undefined takes one away. Values are escaped already. */
type Attributes = Readonly<Record<string, string | number | undefined>>;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
};

/** What XML 1.0 can't hold: control characters, halves of surrogate pairs, and these two. */
const NOT_XML = /(?![\t\n])\p{Cc}|[\ufffe\uffff]|\p{Cs}/gu;

/** Text for content and attributes of XML, in the form of `utf8Xml`. Characters that XML can't hold are left out. */
export function xmlText(text: string): string {
  const escaped = text.replace(NOT_XML, '').replace(/[&<>"\t\n]/g, (character) => ENTITIES[character] ?? '');
  return Buffer.from(escaped, 'utf8').toString('latin1');
}

/** The same for what Excel shows in cells and notes: there "_x0041_" would be read as "A" ([ECMA-376] 22.9.2.19). */
export function cellText(text: string): string {
  return xmlText(text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_').slice(0, LONGEST));
}

/** What a cell of Excel can hold. */
const LONGEST = 32_767;

/** XML of our own with the prefix that the names of a part have. */
export function withPrefix(xml: string, prefix: string): string {
  return prefix === '' ? xml : xml.replace(/<(\/?)(?=\w)/g, `<$1${prefix}`);
}

const ATTRIBUTE = /\s+([^\s=/>]+)\s*=\s*(?:"[^"]*"|'[^']*')/g;

/** An opening or empty tag with some of its attributes set anew; the others stay as they are written. */
export function withAttributes(tag: string, attributes: Attributes): string {
  const missing = new Map(Object.entries(attributes));
  const kept = tag.replace(ATTRIBUTE, (written, name: string) => {
    if (!missing.has(name)) return written;
    const value = missing.get(name);
    missing.delete(name);
    return value === undefined ? '' : ` ${name}="${value}"`;
  });
  const added = [...missing].flatMap(([name, value]) => (value === undefined ? [] : [` ${name}="${value}"`]));
  return kept.replace(/\s*\/?>$/, (end) => added.join('') + end.trimStart());
}

/** The value of an attribute as written; undefined if the tag hasn't got it. */
export function attributeOf(tag: string, name: string): string | undefined {
  return valueWhere(tag, (found) => found === name);
}

/** The same under its name without prefix, whatever prefix this file has chosen. */
export function localAttributeOf(tag: string, name: string): string | undefined {
  return valueWhere(tag, (found) => found.slice(found.lastIndexOf(':') + 1) === name);
}

function valueWhere(tag: string, isWanted: (name: string) => boolean): string | undefined {
  for (const [written, name = ''] of tag.matchAll(ATTRIBUTE)) {
    if (isWanted(name)) return written.slice(written.search(/["']/) + 1, -1);
  }
  return undefined;
}

/** The names that a package goes by: those of Transitional files, or those of Strict ones ([ISO 29500-1] annex A). */
export interface Namespaces {
  readonly main: string;
  /** Of `r:id` attributes, and what types of relations start with. */
  readonly relationships: string;
}

export const TRANSITIONAL: Namespaces = {
  main: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
  relationships: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
};
const STRICT: Namespaces = {
  main: 'http://purl.oclc.org/ooxml/spreadsheetml/main',
  relationships: 'http://purl.oclc.org/ooxml/officeDocument/relationships',
};

/** What the names of the package itself start with, in either form. */
export const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

/** The namespaces of a package whose main part has this text. */
export const namespacesOf = (workbookXml: string): Namespaces =>
  workbookXml.includes(STRICT.main) ? STRICT : TRANSITIONAL;
