import { parsePlace } from '../cell-references';
import { relationsOf } from '../ooxml/relations';
import { cellName } from '../sheet-model';
import { addNotes, emptyComments, type Note, type NoteParagraph } from './comments-patch';
import { addNoteShapes, EMPTY_DRAWING, type NoteShape } from './note-shapes';
import { declareExtension, declarePart } from './relations-patch';
import { SheetPatch } from './sheet-patch';
import { gravest, TONE_FILLS, type MarkTone } from './tones';
import { CONTENT_TYPE, type WorkbookDraft } from './workbook-draft';

/** Something to be said of a cell. Several of one cell share its note; the gravest gives the colour. */
export interface CellMark {
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

/** Colours and comments cells of one sheet. Marks that name no cell are left out. */
export function markSheet(
  workbook: WorkbookDraft,
  part: string,
  author: string,
  marks: readonly CellMark[],
): void {
  const sheet = new SheetPatch(workbook.parts.source(part));
  const cells = markedCells(sheet, marks);
  if (cells.length === 0) return;
  sheet.style(
    cells.flatMap(({ row, column, tones }) => {
      const fill = TONE_FILLS[gravest(tones)];
      if (fill === undefined) return [];
      return [{ row, column, restyle: (style: number) => workbook.styles.filledLike(style, fill) }];
    }),
  );
  const notes = cells.map(({ row, column, paragraphs }) => ({ cell: cellName(row, column), paragraphs }));
  const added = writeComments(workbook, part, author, notes);
  if (added.length > 0) drawShapes(workbook, part, sheet, added);
  workbook.parts.write(part, sheet.toXml());
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
