import { damaged } from '../limits-and-refusals';
import {
  attributeOf,
  cellText,
  childOf,
  elementAt,
  type ParentElement,
  prefixOf,
  withPrefix,
  type XmlElement,
  XmlPatch,
  type XmlSource,
  xmlText,
} from './xml-patch';

/** What is written next to a cell. */
export interface Note {
  /** A1 name of the cell. */
  readonly cell: string;
  readonly paragraphs: readonly NoteParagraph[];
}

export interface NoteParagraph {
  readonly text: string;
  readonly bold?: true;
}

/** A comments part without comments. */
export const emptyComments = (namespace: string): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<comments xmlns="${namespace}"><authors/><commentList/></comments>`;

/**
 * The comments of a sheet with notes added: behind what people have written next to a cell, or as a comment of their
 * own. `added` are those whose cells had none: they need a shape to be shown in.
 */
export function addNotes(
  source: XmlSource,
  author: string,
  notes: readonly Note[],
): { xml: string; added: Note[] } {
  const root = elementAt(source);
  const prefix = prefixOf(root);
  const patch = new XmlPatch(source.xml);
  const authors = required(source, root, 'authors');
  const list = required(source, root, 'commentList');
  const authorId = elementAt(source, authors.start).children.length;
  const present = textsByCell(source, list);
  const missing = notes.filter(({ cell, paragraphs }) => {
    const text = present.get(cell);
    if (text) appendRuns(source, patch, text, withPrefix(runs([{ text: '' }, ...paragraphs]), prefix));
    return !text;
  });
  const comments = missing.map(
    ({ cell, paragraphs }) =>
      `<comment ref="${cell}" authorId="${authorId}"><text>${runs(paragraphs)}</text></comment>`,
  );
  patch.extend(authors, withPrefix(`<author>${xmlText(author)}</author>`, prefix));
  patch.extend(list, withPrefix(comments.join(''), prefix));
  return { xml: patch.toXml(), added: missing };
}

function textsByCell(source: XmlSource, list: XmlElement): Map<string, XmlElement> {
  const texts = new Map<string, XmlElement>();
  for (const { start, openEnd } of elementAt(source, list.start).children) {
    const cell = attributeOf(source.xml.slice(start, openEnd), 'ref');
    const text = childOf(elementAt(source, start), 'text');
    if (cell !== undefined && text) texts.set(cell, text);
  }
  return texts;
}

/** Runs stand before what is said of their pronunciation ([ECMA-376] 18.4.8). */
function appendRuns(source: XmlSource, patch: XmlPatch, text: XmlElement, added: string): void {
  const parent = elementAt(source, text.start);
  const next = childOf(parent, 'rPh') ?? childOf(parent, 'phoneticPr');
  if (next) patch.insert(next.start, added);
  else patch.extend(parent, added);
}

function runs(paragraphs: readonly NoteParagraph[]): string {
  const last = paragraphs.length - 1;
  const all = paragraphs.map(({ text, bold }, index) => {
    const look = `${bold ? '<b/>' : ''}<sz val="9"/><rFont val="Tahoma"/>`;
    const end = index === last ? '' : '\n';
    return `<r><rPr>${look}</rPr><t xml:space="preserve">${cellText(text + end)}</t></r>`;
  });
  return all.join('');
}

function required(source: XmlSource, root: ParentElement, name: string): XmlElement {
  const child = childOf(root, name);
  if (!child) throw damaged(`${source.part} has no ${name}`);
  return child;
}
