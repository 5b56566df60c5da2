import type { Alignment, Borders, Fill, Font, Style } from 'exceljs';

/** What a cell looks like; `InputRule` adds the colour of inputs. */
export type FormLook =
  | 'title'
  | 'letterhead'
  | 'centred'
  | 'right'
  | 'plain'
  | 'wrapped'
  | 'header'
  | 'column-number'
  | 'total-text'
  | 'total-amount'
  | 'total-rate'
  | 'group-ordinal'
  | 'group-text'
  | 'group-amount'
  | 'group-rate'
  | 'text'
  | 'ordinal'
  | 'amount'
  | 'area'
  | 'rate'
  | 'date';

const FONT = 'Times New Roman';
export const AMOUNT = '#,##0';
const RATE = '0.00%';
const DATE = 'dd/mm/yyyy';
const SIDE = { style: 'thin', color: { argb: 'FF808080' } } as const;
const BORDER: Partial<Borders> = { top: SIDE, left: SIDE, bottom: SIDE, right: SIDE };

const solid = (argb: string): Fill => ({ type: 'pattern', pattern: 'solid', fgColor: { argb } });
const HEADER_FILL = solid('FFD9E2EC');
const TOTAL_FILL = solid('FFF2F2F2');
/** What may be filled in; legible in black and white by its lightness. */
export const INPUT_FILL = solid('FFFFF9D6');

const font = (size: number, bold = false, italic = false): Partial<Font> => ({
  name: FONT,
  size,
  bold,
  italic,
});
const CENTRE: Partial<Alignment> = { horizontal: 'center', vertical: 'middle', wrapText: true };
const WRAP: Partial<Alignment> = { vertical: 'middle', wrapText: true };
const RIGHT: Partial<Alignment> = { horizontal: 'right', vertical: 'middle' };

const boxed = (
  size: number,
  bold: boolean,
  alignment: Partial<Alignment>,
  more: Partial<Style> = {},
): Partial<Style> => ({ font: font(size, bold), alignment, border: BORDER, ...more });

export const LOOKS: Readonly<Record<FormLook, Partial<Style>>> = {
  title: { font: font(14, true), alignment: CENTRE },
  letterhead: { font: font(12, true), alignment: CENTRE },
  centred: { font: font(12, false, true), alignment: CENTRE },
  right: { font: font(12, false, true), alignment: RIGHT },
  plain: { font: font(12) },
  wrapped: { font: font(12), alignment: { vertical: 'top', wrapText: true } },
  header: boxed(11, true, CENTRE, { fill: HEADER_FILL }),
  'column-number': boxed(10, false, CENTRE, { fill: HEADER_FILL }),
  'total-text': boxed(12, true, CENTRE, { fill: TOTAL_FILL }),
  'total-amount': boxed(12, true, RIGHT, { numFmt: AMOUNT, fill: TOTAL_FILL }),
  'total-rate': boxed(12, true, RIGHT, { numFmt: RATE, fill: TOTAL_FILL }),
  'group-ordinal': boxed(12, true, CENTRE),
  'group-text': boxed(12, true, WRAP),
  'group-amount': boxed(12, true, RIGHT, { numFmt: AMOUNT }),
  'group-rate': boxed(12, true, RIGHT, { numFmt: RATE }),
  text: boxed(12, false, WRAP),
  ordinal: boxed(12, false, CENTRE),
  amount: boxed(12, false, RIGHT, { numFmt: AMOUNT }),
  area: boxed(12, false, RIGHT, { numFmt: '#,##0.0' }),
  rate: boxed(12, false, RIGHT, { numFmt: RATE }),
  date: boxed(12, false, CENTRE, { numFmt: DATE }),
};
