import {
  type Decimal,
  absDecimal,
  addDecimals,
  compareDecimals,
  halfOfLastDigit,
  negateDecimal,
  shownDecimal,
  timesInteger,
  ZERO_DECIMAL,
} from '@thongvon/kernel';
import { AMOUNT_FIELDS, answerOf, IGNORED, type Meaning } from '../model/meaning';
import type { Choice, Findings } from '../findings/findings';
import type { Subject } from '../evidence/tally';
import type { Caption } from '../header/caption';
import { signOfRecovered } from '../columns/recovery';
import { columnLetters } from '../sheet/grid';
import type { NumberValue } from '../columns/number-cell';
import { countingRows, type Slot, slotsOf, type TypedTable } from './typed-table';

/** "(9)=(10)+(11)": a total column and the columns that make it, by formula of the column numbers or by meaning. */
export interface Identity {
  readonly total: number;
  readonly terms: readonly { readonly column: number; readonly sign: 1 | -1 }[];
  readonly origin: 'formula' | 'sources' | 'components' | 'plan-types';
  /** Whether it holds on most rows; one that mostly fails is no identity but a misunderstanding. */
  readonly holds: boolean;
  /** On every row the terms are at most the total: parts that do not claim to be complete. */
  readonly partial: boolean;
}

/** What an identity says about one row. */
export type IdentityOfRow =
  | { readonly state: 'unknown' | 'holds' }
  /** The blank terms must be zero, since the others make the total. */
  | { readonly state: 'blanks-are-zero' }
  | { readonly state: 'differs'; readonly total: NumberValue; readonly sum: Decimal };

/** The identities among the amount columns of a table. */
export function identitiesOf(table: TypedTable): Identity[] {
  const identities = new Map<number, Identity>();
  for (const field of AMOUNT_FIELDS)
    for (const slot of slotsOf(table, field)) {
      if (slot.total === undefined || identities.has(slot.total)) continue;
      const identity = formulaOf(table, slot.total) ?? meaningOf(table, slot, slot.total);
      if (identity) identities.set(slot.total, identity);
    }
  return [...identities.values()];
}

function formulaOf(table: TypedTable, total: number): Identity | undefined {
  const { numbers } = table.raw.header;
  const sum = numbers.find((n) => n.column === total)?.sum;
  const terms = sum?.map(({ label, sign }) => ({
    column: numbers.find((n) => n.label === label)?.column,
    sign,
  }));
  const known = terms?.flatMap(({ column, sign }) =>
    column === undefined || column === total ? [] : [{ column, sign }],
  );
  if (!known || known.length < 2 || known.length !== terms?.length) return undefined;
  return measured(table, { total, terms: known, origin: 'formula' });
}

function meaningOf(table: TypedTable, slot: Slot, total: number): Identity | undefined {
  if (slot.parts.length > 0) {
    const terms = slot.parts.map(({ column }) => ({ column, sign: 1 as const }));
    return measured(table, { total, terms, origin: 'sources' });
  }
  if (slot.planType === 'all') return overPlanTypes(table, slot, total);
  if (slot.field !== 'disbursed') return undefined;
  const parts = (['completed', 'advance'] as const).map(
    (field) => slotsOf(table, field).find((s) => s.planType === slot.planType)?.total,
  );
  const [completed, advance] = parts;
  if (completed === undefined || advance === undefined) return undefined;
  const recovered = slotsOf(table, 'recovered').find((s) => s.planType === slot.planType)?.total;
  const terms = [
    ...[completed, advance].map((column) => ({ column, sign: 1 as const })),
    ...(recovered === undefined
      ? []
      : [{ column: recovered, sign: signOfRecovered(table.figures, recovered) }]),
  ];
  return asTableCounts(table, [
    { total, terms, origin: 'components' },
    ...returnedColumns(table).map((column): Candidate => ({
      total,
      terms: [...terms, { column, sign: signOfRecovered(table.figures, column) }],
      origin: 'components',
    })),
  ]);
}

type Candidate = Omit<Identity, 'holds' | 'partial'>;

/** "KLHT + tạm ứng" may have what was given back taken off in the total already. */
function returnedColumns({ assignment, meanings }: TypedTable): number[] {
  return assignment.features
    .filter(({ measure, column }) => measure === 'returned' && meanings.get(column)?.field === 'ignored')
    .map(({ column }) => column);
}

/** The first of the identities that holds on every row; the first, where none does. */
function asTableCounts(table: TypedTable, [first, ...others]: readonly Candidate[]): Identity | undefined {
  if (!first) return undefined;
  const fails = (candidate: Candidate): boolean =>
    countingRows(table).some(({ index }) => identityOfRow(table, candidate, index).state === 'differs');
  const chosen = fails(first) ? (others.find((other) => !fails(other)) ?? first) : first;
  return measured(table, chosen);
}

/** A total over plan types is the sum of the columns by plan type, where this year's plan has its own. */
function overPlanTypes(table: TypedTable, slot: Slot, total: number): Identity | undefined {
  const others = slotsOf(table, slot.field).filter((other) => other !== slot);
  if (!others.some((other) => other.planType === 'current-year')) return undefined;
  const columns = others.flatMap((other) => other.total ?? other.parts.map((part) => part.column));
  const terms = columns.map((column) => ({ column, sign: 1 as const }));
  return measured(table, { total, terms, origin: 'plan-types' });
}

function measured(table: TypedTable, identity: Candidate): Identity {
  let holds = 0;
  let differs = 0;
  let less = 0;
  for (const { index } of countingRows(table)) {
    const row = identityOfRow(table, identity, index);
    if (row.state === 'differs') {
      differs += 1;
      if (compareDecimals(row.sum, row.total.value) < 0) less += 1;
    } else if (row.state !== 'unknown') holds += 1;
  }
  return { ...identity, holds: holds >= differs, partial: differs > 0 && less === differs };
}

/** Compares the total of a row with its terms, within the rounding that the shown digits allow. */
export function identityOfRow(
  { figures }: TypedTable,
  identity: Pick<Identity, 'total' | 'terms'>,
  row: number,
): IdentityOfRow {
  const total = figures.at(row, identity.total);
  if (total.state !== 'value') return UNKNOWN;
  let { decimals } = total;
  let sum = ZERO_DECIMAL;
  let values = 0;
  let blanks = 0;
  for (const { column, sign } of identity.terms) {
    const cell = figures.at(row, column);
    if (cell.state === 'unreadable' || cell.state === 'ambiguous') return UNKNOWN;
    if (cell.state === 'blank') blanks += 1;
    if (cell.state !== 'value') continue;
    const value = sign > 0 ? cell.value : negateDecimal(cell.value);
    sum = values === 0 ? value : addDecimals(sum, value);
    values += 1;
    decimals = Math.max(decimals, cell.decimals);
  }
  if (values === 0 && total.value.coefficient !== 0n) return UNKNOWN;
  if (compareDecimals(total.value, sum) !== 0) {
    const tolerance = values < 2 ? ZERO_DECIMAL : timesInteger(halfOfLastDigit(decimals), values);
    const difference = absDecimal(addDecimals(total.value, negateDecimal(sum)));
    if (compareDecimals(difference, tolerance) > 0) return { state: 'differs', total, sum };
  }
  return blanks > 0 ? BLANKS_ARE_ZERO : HOLDS;
}

const UNKNOWN: IdentityOfRow = { state: 'unknown' };
const HOLDS: IdentityOfRow = { state: 'holds' };
const BLANKS_ARE_ZERO: IdentityOfRow = { state: 'blanks-are-zero' };

/** Tells of the rows on which an identity fails, or, where it mostly fails, that the columns are not understood. */
export function checkIdentities(
  table: TypedTable,
  identities: readonly Identity[],
  findings: Findings,
): void {
  const sheet = table.raw.grid.name;
  const asked = new Set<string>(table.assignment.questions.map(({ field }) => field));
  for (const identity of identities) {
    // Of a sum that lacks a column about which a person is asked, nothing can be said yet.
    const field = table.meanings.get(identity.total)?.field ?? '';
    if (identity.origin === 'sources' && asked.has(field)) continue;
    const columns = identity.terms.map(({ column }) => columnLetters(column)).join(', ');
    if (!identity.holds) {
      if (!identity.partial) findings.tally.count(table, subjectOf(identity), 'differs');
      if (identity.origin === 'sources' && identity.partial && !areOnlyBeside(table, identity)) continue;
      // Parts that a table calls so stop the return where they are more than the whole (checks/parts-within.ts).
      if (!identity.partial && areOfWhich(table, identity)) continue;
      const at = { row: table.raw.header.bottom, column: identity.total };
      findings.add(
        'parts-differ',
        { sheet, at },
        { total: columnLetters(identity.total), columns },
        wholeOrParts(table, identity),
      );
      continue;
    }
    const subject = subjectOf(identity);
    for (const { index } of countingRows(table)) {
      const row = identityOfRow(table, identity, index);
      if (row.state !== 'unknown')
        findings.tally.count(
          table,
          subject,
          row.state === 'differs' ? 'differs' : 'agrees',
          row.state === 'differs' ? row.total.cell : undefined,
        );
      if (row.state === 'differs')
        findings.add(
          'identity-differs',
          { sheet, cell: row.total.cell },
          { columns, total: shownDecimal(row.total.value), sum: shownDecimal(row.sum) },
        );
    }
  }
}

/** "I = J + K", by the row of column numbers or by what the columns mean. */
function subjectOf({ total, terms, origin }: Identity): Subject {
  const sum = terms
    .map(({ column, sign }, i) => `${sign < 0 ? ' − ' : i === 0 ? '' : ' + '}${columnLetters(column)}`)
    .join('');
  return {
    witness: origin === 'formula' ? 'column-formulas' : 'parts',
    columns: [total, ...terms.map(({ column }) => column)],
    text: `${columnLetters(total)} = ${sum}`,
  };
}

function areOfWhich({ assignment }: TypedTable, { terms }: Identity): boolean {
  return terms.every(({ column }) => assignment.features.some((f) => f.column === column && f.ofWhich));
}

/** Sources that stand behind a column without saying that they are of it, and don't make it: nobody has said what they are. */
function areOnlyBeside({ assignment, raw }: TypedTable, { total, terms }: Identity): boolean {
  const pathOf = (column: number): readonly Caption[] =>
    raw.header.columns.find((c) => c.column === column)?.path ?? [];
  const whole = pathOf(total);
  const isBeside = (path: readonly Caption[]): boolean =>
    path.length === whole.length + 1 && whole.every((caption, i) => path[i] === caption);
  return (
    !terms.some(({ column }) => pathOf(column).some(({ tags }) => tags.has('of-which'))) &&
    terms.every(({ column }) => isBeside(pathOf(column)) && !assignment.answered.has(column))
  );
}

/** Which of the two counts: the column that should be the whole, or those that should make it. */
function wholeOrParts({ meanings }: TypedTable, { total, terms, partial }: Identity): Choice[] {
  const letters = columnLetters(total);
  const parts = terms.map(({ column }) => column);
  const said = (columns: readonly number[]): [number, Meaning][] =>
    columns.map((column) => [column, meanings.get(column) ?? IGNORED]);
  const ignored = (columns: readonly number[]): [number, Meaning][] =>
    columns.map((column) => [column, IGNORED]);
  const listed = parts.map(columnLetters).join(', ');
  return [
    ...(partial
      ? [
          {
            value: answerOf(said([total, ...parts])),
            label: `${listed} là một phần nguồn vốn của ${letters}, phần còn lại chưa rõ nguồn`,
            labelEn: `${listed} are some of the sources of ${letters}; that of the rest isn’t known`,
          },
        ]
      : []),
    {
      value: answerOf([...said([total]), ...ignored(parts)]),
      label: `Tính theo cột ${letters}, bỏ qua ${listed}`,
      labelEn: `Column ${letters} counts; ${listed} are ignored`,
    },
    {
      value: answerOf([...said(parts), ...ignored([total])]),
      label: `Tính theo các cột ${listed}, bỏ qua ${letters}`,
      labelEn: `Columns ${listed} count; ${letters} is ignored`,
    },
  ];
}
