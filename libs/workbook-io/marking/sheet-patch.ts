import { damaged } from '../limits-and-refusals';
import { cellName, type MergedRange, parsePlace, parseRange } from '../sheet-model';
import {
  attributeOf,
  cellText,
  childOf,
  elementAt,
  localAttributeOf,
  type ParentElement,
  prefixOf,
  withAttributes,
  withPrefix,
  type XmlElement,
  XmlPatch,
  type XmlSource,
  xmlText,
} from './xml-patch';

/** A cell to be shown in another style; indexes from 0. */
export interface StyledCell {
  readonly row: number;
  readonly column: number;
  /** Gives the new style from the one that the cell has. */
  readonly restyle: (style: number) => number;
}

/** Children that stand behind `legacyDrawing` ([ECMA-376] 18.3.1.99); controls may be wrapped for older programs. */
const BEHIND_LEGACY_DRAWING = [
  'legacyDrawingHF',
  'drawingHF',
  'picture',
  'oleObjects',
  'controls',
  'webPublishItems',
  'tableParts',
  'extLst',
];
const WRAPPED = 'mc:AlternateContent';

interface Row {
  readonly index: number;
  readonly element: XmlElement;
}

/** Changes a worksheet: styles of cells, which are made where there are none, and the drawing that holds its notes. */
export class SheetPatch {
  private readonly root: ParentElement;
  private readonly prefix: string;
  private readonly patch: XmlPatch;
  private readonly merges: readonly MergedRange[];

  constructor(private readonly source: XmlSource) {
    this.root = elementAt(source);
    this.prefix = prefixOf(this.root);
    this.patch = new XmlPatch(source.xml);
    this.merges = this.readMerges();
  }

  /** The cell that shows what stands at this place: the first one of a merged range. */
  anchorOf(row: number, column: number): { row: number; column: number } {
    const merge = this.merges.find(
      ({ top, left, bottom, right }) => top <= row && row <= bottom && left <= column && column <= right,
    );
    return merge ? { row: merge.top, column: merge.left } : { row, column };
  }

  /** Each cell at most once. */
  style(cells: readonly StyledCell[]): void {
    const data = this.child('sheetData');
    if (!data) throw damaged(`${this.source.part} has no sheetData`);
    const rows = this.rowsOf(data);
    const known = new Map(rows.map((row) => [row.index, row]));
    let atEnd = '';
    for (const [index, wanted] of byRow(cells)) {
      const row = known.get(index);
      if (row) {
        this.styleIn(row, wanted);
        continue;
      }
      const made = `<${this.prefix}row r="${index + 1}">${this.newCells(wanted, undefined)}</${this.prefix}row>`;
      const next = rows.find((other) => other.index > index);
      if (next) this.patch.insert(next.element.start, made);
      else atEnd += made;
    }
    this.patch.extend(data, atEnd);
  }

  /** The relation that the sheet's `legacyDrawing` names. */
  get legacyDrawing(): string | undefined {
    const element = this.child('legacyDrawing');
    return element && localAttributeOf(this.tagOf(element), 'id');
  }

  /** Names the drawing that holds the shapes of notes. */
  setLegacyDrawing(relation: string, namespace: string): void {
    const element = `<${this.prefix}legacyDrawing xmlns:r="${namespace}" r:id="${relation}"/>`;
    const present = this.child('legacyDrawing');
    if (present) {
      this.patch.replace(present.start, present.end, element);
      return;
    }
    const behind = [WRAPPED, ...BEHIND_LEGACY_DRAWING.map((name) => this.prefix + name)];
    const next = this.root.children.find(({ name }) => behind.includes(name));
    this.patch.insert(next?.start ?? this.root.closeStart, element);
  }

  toXml(): string {
    return this.patch.toXml();
  }

  private styleIn({ element }: Row, wanted: readonly StyledCell[]): void {
    const cells = this.cellsOf(element);
    const missing: StyledCell[] = [];
    for (const cell of wanted) {
      const found = cells.find(({ column }) => column === cell.column);
      if (found) this.restyle(found.element, cell);
      else missing.push(cell);
    }
    if (missing.length === 0) return;
    const tag = this.tagOf(element);
    let atEnd = '';
    for (const cell of missing) {
      const made = this.newCells([cell], tag);
      const next = cells.find(({ column }) => column > cell.column);
      if (next) this.patch.insert(next.element.start, made);
      else atEnd += made;
    }
    // `spans` is a hint that would no longer be true.
    this.patch.extend(element, atEnd, { spans: undefined });
  }

  private restyle(element: XmlElement, { restyle }: StyledCell): void {
    const tag = this.tagOf(element);
    const style = restyle(Number(attributeOf(tag, 's') ?? 0));
    this.patch.replace(element.start, element.openEnd, withAttributes(tag, { s: style }));
  }

  /** Empty cells look like their row or column did. */
  private newCells(cells: readonly StyledCell[], rowTag: string | undefined): string {
    const rowStyle = rowTag === undefined ? undefined : attributeOf(rowTag, 's');
    return cells
      .map(({ row, column, restyle }) => {
        const style = restyle(Number(rowStyle ?? this.columnStyle(column)));
        return `<${this.prefix}c r="${cellName(row, column)}" s="${style}"/>`;
      })
      .join('');
  }

  private columnStyle(column: number): number {
    const columns = this.child('cols');
    if (!columns) return 0;
    for (const { start, openEnd } of elementAt(this.source, columns.start).children) {
      const tag = this.source.xml.slice(start, openEnd);
      const isWithin =
        Number(attributeOf(tag, 'min')) <= column + 1 && column + 1 <= Number(attributeOf(tag, 'max'));
      if (isWithin) return Number(attributeOf(tag, 'style') ?? 0);
    }
    return 0;
  }

  private rowsOf(data: XmlElement): Row[] {
    let index = -1;
    return this.children(data, 'row').map((element) => {
      const stated = attributeOf(this.tagOf(element), 'r');
      index = stated === undefined ? index + 1 : Number(stated) - 1;
      return { index, element };
    });
  }

  private cellsOf(row: XmlElement): { column: number; element: XmlElement }[] {
    let column = -1;
    return this.children(row, 'c').map((element) => {
      const address = attributeOf(this.tagOf(element), 'r');
      column = (address === undefined ? undefined : parsePlace(address)?.column) ?? column + 1;
      return { column, element };
    });
  }

  private readMerges(): MergedRange[] {
    const list = this.child('mergeCells');
    if (!list) return [];
    return this.children(list, 'mergeCell').flatMap(
      (element) => parseRange(attributeOf(this.tagOf(element), 'ref') ?? '') ?? [],
    );
  }

  private child(name: string): XmlElement | undefined {
    return childOf(this.root, name);
  }

  private children(parent: XmlElement, name: string): XmlElement[] {
    const wanted = this.prefix + name;
    return elementAt(this.source, parent.start).children.filter((child) => child.name === wanted);
  }

  private tagOf({ start, openEnd }: XmlElement): string {
    return this.source.xml.slice(start, openEnd);
  }
}

function byRow(cells: readonly StyledCell[]): Map<number, StyledCell[]> {
  const rows = new Map<number, StyledCell[]>();
  for (const cell of [...cells].sort((a, b) => a.row - b.row || a.column - b.column)) {
    const row = rows.get(cell.row);
    if (row) row.push(cell);
    else rows.set(cell.row, [cell]);
  }
  return rows;
}

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
