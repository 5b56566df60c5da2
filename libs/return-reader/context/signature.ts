import { type PlanYear, unaccent } from '@thongvon/kernel';
import type { RowModel } from '@thongvon/workbook-io';
import type { SurveyedTable } from '../header/tables';
import { statementsOf } from '../sheet/statements';
import { SIGNED } from '../vocabulary/texts';

/** A signature stands in the last rows under a table, or at the right of its head. */
const ROWS_BELOW = 15;

/** Figures are reported, and a year's books closed, until the end of the quarter after it. */
const LAST_MONTH_OF_LAST_YEAR = 3;

/** A plan year is settled after its end, whenever that is. */
const SETTLED = /\b(?:quyet toan|nien do)\b/;
const YEARS_SETTLED = 3;

/**
 * The plan years that a table's lines of signature ("Hà Nội, ngày 21 tháng 6 năm 2022") can be written in: the year itself, the
 * one before until the end of March, for a plan the next one too. A year named there without its day is any day of it.
 */
export function yearsOfSignatures({ raw, kind, statements }: SurveyedTable): PlanYear[][] {
  const isSettled = statements.some(({ text }) => SETTLED.test(unaccent(text)));
  const lines = [
    ...statementsOf(raw.above).filter(({ text }) => text.includes(',')),
    ...statementsOf(raw.below.slice(-ROWS_BELOW).filter(isWithoutFigures)),
  ];
  return lines.flatMap(({ text }): PlanYear[][] => {
    const groups = SIGNED.exec(unaccent(text))?.groups;
    if (!groups) return [];
    const { year: named, month } = groups;
    const year = Number(named);
    const isEarly = month === undefined || Number(month) <= LAST_MONTH_OF_LAST_YEAR;
    const before = isSettled ? YEARS_SETTLED : isEarly ? 1 : 0;
    return [
      [
        ...(kind === 'plan' ? [year + 1] : []),
        year,
        ...Array.from({ length: before }, (_, i) => year - 1 - i),
      ],
    ];
  });
}

const isWithoutFigures = ({ cells }: RowModel): boolean =>
  cells.every(({ value }) => value.type !== 'number');
