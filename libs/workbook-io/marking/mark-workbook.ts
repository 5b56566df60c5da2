import { strToU8, zipSync } from 'fflate';
import { damaged, WORKBOOK_LIMITS, type WorkbookLimits } from '../limits-and-refusals';
import { relationsOf } from '../ooxml/workbook-parts';
import { cellName, type CellValue, LAST_COLUMN, LAST_ROW, parsePlace } from '../sheet-model';
import { addNotes, emptyComments, type Note, type NoteParagraph } from './notes-patch';
import { SheetPatch } from './sheet-patch';
import { gravest, type ListSheet, type MarkTone, TONE_FILLS } from './list-sheet';
import type { ChangedLook } from './styles-patch';
import type { CellChange } from './cell-patch';
import { declareExtension, declarePart } from './package-draft';
import { CONTENT_TYPE, type Extension, WorkbookDraft } from './workbook-draft';
import { PACKAGE, TRANSITIONAL } from './xml-patch';

export interface SheetMark extends CellMark {
  readonly sheet: string;
}

export interface Marking {
  /** Who the notes are from. */
  readonly author: string;
  /** Marks of sheets that the workbook hasn't got are left out. */
  readonly marks: readonly SheetMark[];
  /** What is written into cells, each at most once; merged ranges have theirs in the first cell. */
  readonly values?: readonly WrittenCell[];
  /** Goes behind the workbook's own sheets. */
  readonly list: ListSheet;
}

/** A value that a cell of the workbook has from now on. Indexes from 0. */
export interface WrittenCell {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly value: CellValue;
  /** Typed over what stands there, a formula too; else what its formula gives. */
  readonly isTyped: boolean;
  /** The look that it is to be read with, where the cell's own won't do. */
  readonly look?: Pick<ChangedLook, 'isGeneral' | 'isUnicode'>;
}

export interface WrittenWorkbook {
  readonly bytes: Uint8Array;
  readonly extension: Extension;
}

/**
 * The same workbook (.xlsx, .xlsm) with cells coloured and commented, and a sheet that lists why. The package is patched:
 * what isn't touched keeps its bytes, so charts, pivots, macros and formulas are as they were (docs/adr/0022). Throws
 * `WorkbookRefused` for other formats, and for what can't be opened.
 */
export function markWorkbook(
  bytes: Uint8Array,
  { author, marks, values = [], list }: Marking,
  limits: WorkbookLimits = WORKBOOK_LIMITS,
): WrittenWorkbook {
  const workbook = new WorkbookDraft(bytes, limits);
  for (const { name, part } of workbook.sheets) {
    const own = marks.filter(({ sheet }) => sheet === name);
    markSheet(workbook, part, {
      author,
      marks: own,
      values: values.filter(({ sheet }) => sheet === name),
    });
  }
  if (values.some(({ value }) => value.type === 'unknown')) workbook.computeWhenOpened();
  workbook.addSheet(list);
  return { bytes: workbook.toBytes(), extension: workbook.extension };
}

/** A workbook with nothing but the list: for files that can't be marked. */
export function listWorkbook(list: ListSheet): WrittenWorkbook {
  const workbook = new WorkbookDraft(emptyPackage(), WORKBOOK_LIMITS);
  workbook.addSheet(list);
  return { bytes: workbook.toBytes(), extension: workbook.extension };
}

function emptyPackage(): Uint8Array {
  const { main, relationships } = TRANSITIONAL;
  const parts = {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${CONTENT_TYPE}.sheet.main+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${relationships}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}"><sheets/></workbook>`,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])), {
    level: 0,
  });
}

/** Something to be said of a cell. Several of one cell share its note; the gravest gives the colour. */
interface CellMark {
  /** A1 name. */
  readonly cell: string;
  readonly tone: MarkTone;
  readonly note: readonly NoteParagraph[];
}

interface MarkedCell {
  readonly row: number;
  readonly column: number;
  readonly tones: MarkTone[];
  readonly paragraphs: NoteParagraph[];
}

/** Writes into, colours and comments cells of one sheet. Marks that name no cell are left out. */
function markSheet(
  workbook: WorkbookDraft,
  part: string,
  {
    author,
    marks,
    values = [],
  }: Pick<Marking, 'author' | 'values'> & { readonly marks: readonly CellMark[] },
): void {
  if (marks.length === 0 && values.length === 0) return;
  const sheet = new SheetPatch(workbook.parts.source(part));
  const cells = markedCells(sheet, marks);
  sheet.change(changesOf(workbook, cells, values));
  const notes = cells.map(({ row, column, paragraphs }) => ({ cell: cellName(row, column), paragraphs }));
  const added = notes.length === 0 ? [] : writeComments(workbook, part, author, notes);
  if (added.length > 0) drawShapes(workbook, part, sheet, added);
  if (sheet.lostFormulas) workbook.forgetOrderOfFormulas();
  workbook.parts.write(part, sheet.toXml());
}

function changesOf(
  workbook: WorkbookDraft,
  marked: readonly MarkedCell[],
  values: readonly WrittenCell[],
): CellChange[] {
  const fills = new Map(
    marked.map(({ row, column, tones }) => [cellName(row, column), TONE_FILLS[gravest(tones)]]),
  );
  const written = new Map(values.map((value) => [cellName(value.row, value.column), value]));
  return [...new Set([...fills.keys(), ...written.keys()])].flatMap((cell): CellChange[] => {
    const place = parsePlace(cell);
    const fill = fills.get(cell);
    const value = written.get(cell);
    if (!place || (fill === undefined && !value)) return [];
    const look: ChangedLook = { ...value?.look, ...(fill !== undefined && { fill }) };
    return [
      {
        ...place,
        ...(Object.keys(look).length > 0 && {
          restyle: (style: number) => workbook.styles.restyled(style, look),
        }),
        ...(value && { written: value }),
      },
    ];
  });
}

function markedCells(sheet: SheetPatch, marks: readonly CellMark[]): MarkedCell[] {
  const cells = new Map<string, MarkedCell>();
  for (const { cell, tone, note } of marks) {
    const place = parsePlace(cell);
    if (!place) continue;
    const { row, column } = sheet.anchorOf(place.row, place.column);
    const name = cellName(row, column);
    const marked = cells.get(name) ?? { row, column, tones: [], paragraphs: [] };
    marked.tones.push(tone);
    marked.paragraphs.push(...note);
    cells.set(name, marked);
  }
  return [...cells.values()];
}

/** Returns the notes whose cells had no comment before. */
function writeComments(
  workbook: WorkbookDraft,
  sheetPart: string,
  author: string,
  notes: readonly Note[],
): Note[] {
  const { parts, namespaces, folder } = workbook;
  let part = relatedPart(workbook, sheetPart, 'comments');
  if (part === undefined) {
    part = parts.unusedName((number) => `${folder}comments${number}.xml`);
    parts.write(part, emptyComments(namespaces.main));
    declarePart(parts, part, `${CONTENT_TYPE}.comments+xml`);
    workbook.relateTo(sheetPart, part, 'comments');
  }
  const { xml, added } = addNotes(parts.source(part), author, notes);
  parts.write(part, xml);
  return added;
}

function drawShapes(
  workbook: WorkbookDraft,
  sheetPart: string,
  sheet: SheetPatch,
  notes: readonly Note[],
): void {
  const { parts, namespaces, folder } = workbook;
  const relations = relationsOf(sheetPart, parts.original, parts.limits);
  let part = relations.get(sheet.legacyDrawing ?? '')?.target;
  if (part === undefined || !parts.has(part)) {
    part = parts.unusedName((number) => `${folder}drawings/vmlDrawing${number}.vml`);
    parts.write(part, EMPTY_DRAWING);
    declareExtension(parts, 'vml', 'application/vnd.openxmlformats-officedocument.vmlDrawing');
    sheet.setLegacyDrawing(workbook.relateTo(sheetPart, part, 'vmlDrawing'), namespaces.relationships);
  }
  const shapes = notes.map(({ cell, paragraphs }): NoteShape => ({ cell, lines: linesOf(paragraphs) }));
  parts.write(part, addNoteShapes(parts.source(part).xml, part, shapes));
}

function relatedPart({ parts }: WorkbookDraft, part: string, type: string): string | undefined {
  return [...relationsOf(part, parts.original, parts.limits).values()].find(
    (relation) => relation.type === type && parts.has(relation.target),
  )?.target;
}

/** What a note's shape, some 45 characters wide, needs; Excel shows no more than what is in its frame. */
function linesOf(paragraphs: readonly NoteParagraph[]): number {
  const lines = paragraphs.reduce((sum, { text }) => sum + Math.ceil((text.length + 1) / 45), 1);
  return Math.min(Math.max(lines, 4), 30);
}

/** The shapes of notes are VML, which nothing but Excel's comments and old controls still uses ([ECMA-376] part 4, 19). */
const NAMESPACES = [
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:o="urn:schemas-microsoft-com:office:office"',
  'xmlns:x="urn:schemas-microsoft-com:office:excel"',
];

/** A drawing without shapes. */
const EMPTY_DRAWING = `<xml ${NAMESPACES.join(' ')}><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout></xml>`;

const TEXT_BOX = '_x0000_t202';
/** The first number that Excel gives to a shape. */
const FIRST_SHAPE = 1025;
const SHAPE_COLUMNS = 4;

/** A note's shape: next to which cell (A1 name), and how many lines of text it must hold. */
interface NoteShape {
  readonly cell: string;
  readonly lines: number;
}

/**
 * A drawing with hidden shapes for notes added. Some programs write VML that is no sound XML, so it is never parsed:
 * the shapes go in before its end.
 */
function addNoteShapes(drawing: string, part: string, shapes: readonly NoteShape[]): string {
  const end = drawing.lastIndexOf('</xml>');
  if (end < 0) throw damaged(`${part} is no drawing`);
  const undeclared = NAMESPACES.filter((declaration) => !drawing.includes(declaration)).map(
    (text) => ` ${text}`,
  );
  const numbers = Array.from(drawing.matchAll(/"_x0000_s(\d{1,9})"/g), ([, digits]) => Number(digits));
  const first = numbers.reduce((most, number) => Math.max(most, number + 1), FIRST_SHAPE);
  const added = [
    ...(drawing.includes(`id="${TEXT_BOX}"`) ? [] : [SHAPE_TYPE]),
    ...shapes.map((shape, index) => shapeXml(shape, first + index)),
  ].map((xml) => xml.replace(/^<[\w:]+/, (start) => start + undeclared.join('')));
  return drawing.slice(0, end) + added.join('') + drawing.slice(end);
}

const SHAPE_TYPE = `<v:shapetype id="${TEXT_BOX}" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>`;

function shapeXml({ cell, lines }: NoteShape, number: number): string {
  const { row, column } = parsePlace(cell) ?? { row: 0, column: 0 };
  // At the sheet's edges Excel would call a shape that reaches beyond damaged.
  const left = Math.min(column + 1, LAST_COLUMN - SHAPE_COLUMNS);
  const top = Math.min(Math.max(row - 1, 0), LAST_ROW - lines);
  const anchor = [left, 15, top, 2, left + SHAPE_COLUMNS, 15, top + lines, 4].join(', ');
  return `<v:shape id="_x0000_s${number}" type="#${TEXT_BOX}" style="position:absolute;z-index:1;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor}</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`;
}
