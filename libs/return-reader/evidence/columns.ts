import { type Features, isMeant } from '../columns/features';
import type { HeaderColumn } from '../header/tables';
import { formatMeaning, type Meaning } from '../model/meaning';
import type { COLUMN_REASONS, Evidence, Witness } from '../model/evidence';
import { columnLetters } from '../sheet/grid';
import type { TypedTable } from '../table/typed-table';
import { placeOf, witnessOf } from './entries';
import type { HeldAgainst } from './known';
import type { Count } from './tally';

/** What the columns of one table are held against besides the table itself. */
export interface ColumnContext {
  readonly table: TypedTable;
  /** Index among the reading's sheets. */
  readonly index: number;
  readonly counts: readonly Count[];
  /** Letters of the columns that the whole table settled, and of those about which a person is asked. */
  readonly settled: ReadonlySet<string>;
  readonly asked: ReadonlySet<string>;
  readonly plan: HeldAgainst;
  readonly lastReturn: HeldAgainst;
}

/** What each column of a table means, or why it isn't read, and what confirms it. */
export function columnEvidence(context: ColumnContext): Evidence[] {
  const { table, index } = context;
  return table.raw.header.columns.map((header): Evidence => {
    const letters = columnLetters(header.column);
    const meaning = table.meanings.get(header.column);
    const chosen = meaning ? formatMeaning(meaning) : 'ignored';
    const by = basisOf(header.column, letters, context);
    const because = chosen === 'ignored' && by === 'stated' ? reasonOf(header, context) : undefined;
    return {
      decision: 'column',
      table: index,
      sheet: table.raw.grid.name,
      columns: [letters],
      chosen: by === 'asked' ? null : chosen,
      by,
      cells: [placeOf(table.raw.grid.name, { row: header.row, column: header.column })],
      ...(because ? { because } : {}),
      witnesses: witnessesOf(header.column, meaning, context),
      rejected: [],
    };
  });
}

function basisOf(column: number, letters: string, { table, settled, asked }: ColumnContext): Evidence['by'] {
  if (settled.has(letters)) return 'witnesses';
  if (asked.has(letters)) return 'asked';
  return table.assignment.answered.has(column) ? 'answer' : 'stated';
}

function witnessesOf(
  column: number,
  meaning: Meaning | undefined,
  { table, counts, plan, lastReturn }: ColumnContext,
): Witness[] {
  const sheet = table.raw.grid.name;
  const own = counts.filter((count) => count.columns.includes(column) && isTelling(count));
  // A ledger is held against the whole of this year, which the column of all sources is.
  const isWhole = meaning && 'planType' in meaning && !meaning.source && meaning.planType === 'current-year';
  return [
    ...own.map((count) => witnessOf(sheet, count)),
    ...(isWhole && meaning.field === 'planned' ? knownWitness(plan) : []),
    ...(isWhole && meaning.field === 'disbursed' ? knownWitness(lastReturn) : []),
  ];
}

/** What is left may be left of something else. */
export const isTelling = ({ witness, agreeing, differing }: Count): boolean =>
  witness !== 'remainders' || agreeing > differing;

export function knownWitness(held: HeldAgainst): Witness[] {
  if (held.outcome === 'unknown') return [];
  const { compared, differing, outcome, read, expected } = held;
  return [
    {
      witness: held.with,
      outcome,
      agreeing: compared - Math.min(differing, compared),
      of: compared,
      read: read.toString(),
      expected: expected.toString(),
    },
  ];
}

type ColumnReason = (typeof COLUMN_REASONS)[number];

/** Why the captions leave a column out. */
function reasonOf({ column, path }: HeaderColumn, { table }: ColumnContext): ColumnReason {
  const features = table.assignment.features.find((f) => f.column === column);
  const has = (...tags: readonly string[]): boolean =>
    path.some((caption) => [...caption.tags].some((tag) => tags.includes(tag)));
  if (!table.body.rows.some((row) => table.raw.grid.cell(row.index, column) !== undefined)) return 'empty';
  if (has('remaining')) return 'remainder';
  if (!features) return 'not-asked-for';
  if (features.midTerm) return 'mid-term';
  if (features.otherYear) return 'other-year';
  if (features.time === 'period') return 'period';
  if (features.time === 'previous') return 'earlier';
  if (features.version !== undefined) return 'adjustment';
  if (features.measure === undefined) return 'unnamed';
  return isMeant(features) && hasRival(features, table) ? 'other-column' : 'not-asked-for';
}

/** Another column of the same measure, over all sources or of the same one, that is read. */
function hasRival(features: Features, { assignment, meanings }: TypedTable): boolean {
  return assignment.features.some(
    (other) =>
      other.column !== features.column &&
      other.measure === features.measure &&
      (meanings.get(other.column)?.field ?? 'ignored') !== 'ignored',
  );
}
