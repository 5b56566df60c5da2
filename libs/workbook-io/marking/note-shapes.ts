import { LAST_COLUMN, LAST_ROW, parsePlace } from '../cell-references';
import { damaged } from '../workbook-refused';

/** The shapes of notes are VML, which nothing but Excel's comments and old controls still uses ([ECMA-376] part 4, 19). */
const NAMESPACES = [
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:o="urn:schemas-microsoft-com:office:office"',
  'xmlns:x="urn:schemas-microsoft-com:office:excel"',
];

/** A drawing without shapes. */
export const EMPTY_DRAWING = `<xml ${NAMESPACES.join(' ')}><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout></xml>`;

const TEXT_BOX = '_x0000_t202';
/** The first number that Excel gives to a shape. */
const FIRST_SHAPE = 1025;
const SHAPE_COLUMNS = 4;

/** A note's shape: next to which cell (A1 name), and how many lines of text it must hold. */
export interface NoteShape {
  readonly cell: string;
  readonly lines: number;
}

/**
 * A drawing with hidden shapes for notes added. Some programs write VML that is no sound XML, so it is never parsed:
 * the shapes go in before its end.
 */
export function addNoteShapes(drawing: string, part: string, shapes: readonly NoteShape[]): string {
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
