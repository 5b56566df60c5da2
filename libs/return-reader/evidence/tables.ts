import { addTo, type AmountUnit, groupBy } from '@thongvon/kernel';
import { answeredUnit } from '../columns/assignment';
import type { ReadingOptions } from '../model/options';
import type { Evidence, Finding, ReturnKind, ROW_KINDS, Witness } from '../model/reading';
import { columnLetters, isFilled, nameOf, textOf } from '../sheet/grid';
import { statedUnits } from '../table/amounts';
import type { ReadyTable } from '../table/line-amount';
import type { TypedTable } from '../table/typed-table';
import { isTelling } from './columns';
import type { Settled } from './decide';
import { placeOf, witnessOf } from './entries';
import type { Count } from './tally';

/** What a table is, from its first caption to its last row, and what agrees in it. */
export function tableEvidence(
  { table }: ReadyTable,
  index: number,
  chosen: ReturnKind | 'ignored',
  counts: readonly Count[],
  { kind }: ReadingOptions,
): Evidence {
  const { grid, header } = table.raw;
  const columns = header.columns.map(({ column }) => column);
  const [left, right] = [Math.min(...columns), Math.max(...columns)];
  const bottom = table.body.rows.at(-1)?.index ?? header.bottom;
  const first = { row: header.top, column: left };
  return {
    decision: 'table',
    table: index,
    sheet: grid.name,
    chosen,
    by: kind === undefined && !header.mapping ? 'stated' : 'answer',
    cells: [placeOf(grid.name, first)],
    range: `${nameOf(first)}:${nameOf({ row: bottom, column: right })}`,
    witnesses: counts
      .filter(
        (count) => isTelling(count) && (!count.witness.endsWith('totals') || count.columns.length === 0),
      )
      .map((count) => witnessOf(grid.name, count)),
    rejected: [],
  };
}

interface UnitContext {
  /** What the amounts of the whole file agree with, which they would in no other unit. */
  readonly known: readonly Witness[];
  readonly settled: readonly Settled[];
  readonly findings: readonly Finding[];
  readonly options: ReadingOptions;
}

/** The unit of a table, and those of its columns that say another. */
export function unitEvidence({ table, unit }: ReadyTable, index: number, context: UnitContext): Evidence[] {
  const { raw } = table;
  const { grid } = raw;
  const [stated] = statedUnits(grid, raw.above);
  const isAbout = ({ asks, sheet }: Finding): boolean => asks === 'unit' && sheet === grid.name;
  const asked = context.findings.some((finding) => finding.severity === 'question' && isAbout(finding));
  const isSettled = context.settled.some(({ finding }) => isAbout(finding));
  const answer = context.options.units?.find((one) => one.sheet === grid.name && one.column === undefined);
  const groups = columnsByUnit(table);
  const whole = unit ?? (groups.size === 1 ? [...groups.keys()][0] : undefined);
  const witnesses = [...context.known, ...magnitudeOf(table, context.findings)];
  const entry = (of: AmountUnit | undefined, own: Partial<Evidence>): Evidence => ({
    decision: 'unit',
    table: index,
    sheet: grid.name,
    chosen: of ?? null,
    by: 'stated',
    cells: [],
    // Nothing can agree with a unit that there isn't yet.
    witnesses: own.by === 'asked' ? witnesses.filter(({ outcome }) => outcome !== 'agrees') : witnesses,
    rejected: [],
    ...own,
  });
  const ofTable = (): Evidence => {
    if (asked) return entry(whole, { by: 'asked', chosen: null, ...said(grid.name, stated?.cell) });
    if (isSettled) return entry(whole, { by: 'witnesses' });
    if (answer && answer.unit === whole && !(answer.unlessStated && stated))
      return entry(whole, { by: 'answer' });
    if (stated && stated.unit === whole) return entry(whole, said(grid.name, stated.cell));
    const column = [...groups].find(([of]) => of === whole)?.[1][0];
    const caption = column === undefined ? undefined : captionWithUnit(table, column);
    return caption
      ? entry(whole, {
          cells: [placeOf(grid.name, caption)],
          text: textOf(grid.seen(caption.row, caption.column)),
        })
      : entry(whole, { by: whole === undefined ? 'asked' : 'inherited' });
  };
  const others = [...groups].filter(([of]) => of !== whole);
  return [
    ...(groups.size > 0 ? [ofTable()] : []),
    ...others.map(([of, columns]): Evidence => {
      const [first = 0] = columns;
      const caption = captionWithUnit(table, first);
      const header = raw.header.columns.find((c) => c.column === first);
      const isAnswered = header && answeredUnit(grid.name, header, context.options) !== undefined;
      return entry(of, {
        columns: columns.map(columnLetters),
        by: of === undefined ? 'asked' : isAnswered ? 'answer' : 'stated',
        ...(caption && !isAnswered
          ? { cells: [placeOf(grid.name, caption)], text: textOf(grid.seen(caption.row, caption.column)) }
          : {}),
      });
    }),
  ];
}

const said = (sheet: string, cell: Parameters<typeof textOf>[0]): Partial<Evidence> =>
  cell ? { cells: [placeOf(sheet, cell)], text: textOf(cell) } : {};

function columnsByUnit({ units }: TypedTable): Map<AmountUnit | undefined, number[]> {
  const groups = new Map<AmountUnit | undefined, number[]>();
  for (const [column, unit] of units) addTo(groups, unit, column);
  return groups;
}

/** Where the captions of a column state its unit. */
function captionWithUnit(
  { raw: { header } }: TypedTable,
  column: number,
): { row: number; column: number } | undefined {
  const found = header.columns.find((c) => c.column === column);
  return found?.path.some(({ unit }) => unit !== undefined) ? { row: found.row, column } : undefined;
}

/** Whether its amounts are what works of their kind take, in this unit. */
function magnitudeOf({ raw: { grid }, kind }: TypedTable, findings: readonly Finding[]): Witness[] {
  const doubted = findings.find(({ code, sheet }) => code === 'RET-UNIT-SUSPECT' && sheet === grid.name);
  if (kind === 'land-clearance' && !doubted) return [];
  return [
    {
      witness: 'magnitude',
      outcome: doubted && doubted.severity !== 'info' ? 'differs' : 'agrees',
      ...(doubted?.cell ? { cells: [{ sheet: grid.name, cell: doubted.cell }] } : {}),
    },
  ];
}

type RowKind = (typeof ROW_KINDS)[number];

/** Which rows of a table count, which only state what others make, and which say nothing. */
export function rowEvidence(table: TypedTable, index: number, counts: readonly Count[]): Evidence[] {
  const rows = groupBy(kindsOf(table), ({ kind }) => kind);
  const sheet = table.raw.grid.name;
  return [...rows].map(([kind, found]): Evidence => {
    const witness = WITNESS_OF_ROWS[kind];
    return {
      decision: 'rows',
      table: index,
      sheet,
      chosen: kind,
      by:
        kind === 'unclear'
          ? 'asked'
          : kind === 'heading' && table.arrangedBy === 'sums'
            ? 'witnesses'
            : 'stated',
      cells: [],
      count: found.length,
      rows: found.slice(0, MOST_ROWS).map(({ index: row }) => row + 1),
      witnesses: counts
        .filter((count) => count.witness === witness && count.columns.length === 0)
        .map((count) => witnessOf(sheet, count)),
      rejected: [],
    };
  });
}

const MOST_ROWS = 10;

const WITNESS_OF_ROWS: Readonly<Partial<Record<RowKind, Witness['witness']>>> = {
  heading: 'subtotals',
  total: 'stated-totals',
};

function kindsOf({ portfolio, outline, body, raw }: TypedTable): { kind: RowKind; index: number }[] {
  const kinds = new Map<number, RowKind>();
  for (const { row } of portfolio.groups.map(({ node }) => node)) kinds.set(row.index, 'heading');
  for (const row of outline.totals) kinds.set(row.index, 'total');
  for (const { own, lines } of portfolio.projects) {
    for (const { index } of lines) kinds.set(index, 'line');
    kinds.set(own.index, 'project');
  }
  for (const row of [...portfolio.unclear, ...body.stray]) kinds.set(row.index, 'unclear');
  for (const [index, kind] of outline.kinds)
    if (kind === 'detail' || kind === 'note' || kind === 'unclear') kinds.set(index, kind);
  const counted = new Set(body.rows.map(({ index }) => index));
  const aside = raw.below.filter(
    (row) => !counted.has(row.index) && !kinds.has(row.index) && row.cells.some(isFilled),
  );
  return [
    ...[...kinds].map(([index, kind]) => ({ kind, index })),
    ...aside.map(({ index }) => ({ kind: 'aside' as const, index })),
  ].sort((a, b) => a.index - b.index);
}
