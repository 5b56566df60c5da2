import { AMOUNT_UNITS, type AmountUnit, parsePlainDate } from '@thongvon/kernel';
import {
  type CellRef,
  type CorrectionType,
  isNumeric,
  isAmount,
  parseMeaning,
  type Reading,
} from '@thongvon/return-reader';

/** What a correction of a cell must be, as far as the reading says what stands there. */
export interface WantedValue {
  /** Null: anything, since no table is read there. */
  readonly type: CorrectionType | null;
  /** Of an amount: the unit of its column, if it is known. */
  readonly unit: AmountUnit | null;
}

/** What a correction of this cell must be: an amount, a count or a rate where its column has them. */
export function wantedAt(
  { sheets, evidence = [] }: Pick<Reading, 'sheets' | 'evidence'>,
  { sheet, cell }: CellRef,
): WantedValue {
  const [, letters = '', digits] = /^([A-Z]+)(\d+)$/.exec(cell) ?? [];
  const row = Number(digits);
  const index = sheets.findLastIndex(
    ({ name, headerRows }) => name === sheet && headerRows.length > 0 && Math.max(...headerRows) < row,
  );
  const said = sheets[index]?.columns.find(({ column }) => column === letters)?.meaning;
  const meaning = said === undefined ? undefined : parseMeaning(said);
  if (!meaning || meaning.field === 'ignored') return { type: null, unit: null };
  if (meaning.field === 'due') return { type: 'date', unit: null };
  if (!isNumeric(meaning)) return { type: 'text', unit: null };
  if (!isAmount(meaning)) return { type: 'number', unit: null };
  const own = evidence.find(
    ({ decision, table, columns }) =>
      decision === 'unit' && table === index && columns?.includes(letters) === true,
  )?.chosen;
  const unit = AMOUNT_UNITS.find((known) => known === own) ?? sheets[index]?.unit ?? null;
  return { type: 'number', unit };
}

/** So many digits are kept of a number by every program. */
const MOST_DIGITS = 15;
const NUMBER = /^-?\d+(?:\.\d{1,9})?$/;

/** Whether this is a number as it is declared: "12500.5". */
export function isNumber(value: string): boolean {
  return NUMBER.test(value) && value.replace(/^-?0*\.?0*|\./g, '').length <= MOST_DIGITS;
}

/** What offices write into a cell of numbers instead of one: nothing to count ("-"), and not applicable ("x"). */
const MARKS: readonly string[] = ['-', 'x'];

/** What a value declares; or what is wrong with it. A mark in a column of numbers is a text. */
export function typeOf(
  value: string,
  { type: wanted }: WantedValue,
  given: CorrectionType | null,
): CorrectionType | 'not-a-number' | 'not-a-date' {
  // A text column takes what it is given: a code is a text, also where it has digits only.
  const type = wanted ?? given;
  if (type === 'number') return isNumber(value) ? 'number' : MARKS.includes(value) ? 'text' : 'not-a-number';
  if (type === 'date') return parsePlainDate(value) === undefined ? 'not-a-date' : 'date';
  if (type === 'text') return 'text';
  if (isNumber(value)) return 'number';
  return parsePlainDate(value) === undefined ? 'text' : 'date';
}
