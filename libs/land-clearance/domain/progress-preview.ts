import { dongOf, formatDecimal, groupBy, parseDecimal, type PlainDate } from '@thongvon/kernel';
import {
  lossesOf,
  type PreviewNumber,
  previewRow,
  type PreviewRow,
  type ProjectShift,
  type TotalChange,
} from '@thongvon/returns';
import {
  differenceOf,
  type Measure,
  MEASURE_LABELS,
  MEASURES,
  measuresOf,
  raised,
  sumValues,
} from './measures';
import type { PlacedRow } from './placed-rows';

/** What counts now of a project, or a part of it, by measure. */
export type Earlier = ReadonlyMap<Measure, { readonly value: string }>;

/** A row as the preview shows it: the compensation paid as its amount, and each of its numbers against what counts now. */
export function progressRow(
  { row, code, name, part }: PlacedRow,
  projectId: string | null,
  earlier: Earlier,
): PreviewRow {
  const before = earlier.get('compensated')?.value;
  return {
    ...previewRow({
      projectId,
      code,
      name: part === null ? name : `${name}, ${part}`,
      before: dongOf(before),
      after: dongOf(row.compensated),
      cell: row.cells['compensated'] ?? null,
    }),
    numbers: measuresOf(row).map(({ measure, value }) => ({
      ...numberOf(measure, earlier.get(measure)?.value ?? null, value),
      cell: row.cells[measure] ?? null,
    })),
  };
}

/** Each measure summed over rows that tell of no part of each other. What is new counts as grown from nothing. */
export function progressTotals(rows: readonly PreviewRow[]): PreviewNumber[] {
  const numbers = rows.flatMap((row) => row.numbers ?? []);
  return (Object.keys(MEASURES) as Measure[]).flatMap((measure) => {
    const same = numbers.filter((number) => number.measure === measure);
    const after = sumValues(same.flatMap((number) => number.after ?? []));
    const before = sumValues(same.flatMap((number) => number.before ?? []));
    if (after === undefined) return [];
    const [then, now] = [before === undefined ? null : formatDecimal(before), formatDecimal(after)];
    return [{ ...numberOf(measure, then, now), change: differenceOf(now, then ?? '0'), cell: null }];
  });
}

function numberOf(measure: Measure, before: string | null, after: string): Omit<PreviewNumber, 'cell'> {
  const change = before === null ? null : differenceOf(after, before);
  return { measure, unit: MEASURES[measure], before, after, change };
}

/** A project's number on a day, before and after an approval; null: nothing. Decimal texts. */
export interface ClearanceShift extends Omit<ProjectShift, 'projectId' | 'name'> {
  readonly projectId: string;
  /** Null: not registered yet. */
  readonly name: string | null;
  readonly day: PlainDate;
  readonly measure: Measure;
  /** What stands before is dated that day as well, so that nobody was asked why it falls. */
  readonly sameDay: boolean;
}

/** A total in which something falls, without what else is in it. */
type ClearanceLoss = Omit<TotalChange, 'before' | 'after'> & {
  readonly counted: Measure;
  /** By how much the total changes. */
  readonly difference: string;
};

/**
 * By number the change of the last day on which the total falls, else of the last on which some project's does.
 * `explained`: whether the sender has said why this project's number falls.
 */
export function clearanceLosses(
  shifts: readonly ClearanceShift[],
  explained: (shift: Pick<ClearanceShift, 'projectId' | 'measure'>) => boolean,
): ClearanceLoss[] {
  return [...groupBy(shifts, ({ measure }) => measure)].flatMap(([measure, same]) => {
    const days = [...groupBy(same, ({ day }) => day).values()]
      .map((ofDay) => lossOfDay(measure, ofDay, explained))
      .filter(
        ({ vanishes, falls, difference }) => vanishes.length + falls.length > 0 || difference.startsWith('-'),
      );
    const shown = days.findLast(({ difference }) => difference.startsWith('-')) ?? days.at(-1);
    const totalFalls = days.some(({ difference }) => difference.startsWith('-'));
    return shown ? [{ ...shown, lowers: days.some(({ lowers }) => lowers), totalFalls }] : [];
  });
}

function lossOfDay(
  measure: Measure,
  shifts: readonly ClearanceShift[],
  explained: (shift: ClearanceShift) => boolean,
): ClearanceLoss {
  const [first] = shifts;
  if (!first) throw new Error('a day without projects');
  const scale = Math.max(
    ...shifts
      .flatMap(({ before, after }) => [before, after])
      .map((text) => parseDecimal(text ?? '0')?.scale ?? 0),
  );
  const whole = (text: string | null): string | null => {
    const decimal = text === null ? undefined : parseDecimal(text);
    return decimal ? raised(decimal, scale).toString() : null;
  };
  const write = (coefficient: bigint): string => formatDecimal({ coefficient, scale });
  const { vanishes, falls, difference } = lossesOf(
    shifts.map(({ projectId, code, name, before, after }) => ({
      projectId,
      code,
      name: name ?? '',
      before: whole(before),
      after: whole(after),
    })),
  );
  const lost = new Set([...vanishes, ...falls].map(({ projectId }) => projectId));
  const shown = ({ before, after, ...project }: (typeof falls)[number]): (typeof falls)[number] => ({
    ...project,
    before: write(BigInt(before)),
    after: after === null ? null : write(BigInt(after)),
  });
  const [label, labelEn] = MEASURE_LABELS[measure];
  return {
    measure: 'cleared',
    basis: null,
    counted: measure,
    counts: { measure, unit: MEASURES[measure], label, labelEn },
    planYear: null,
    planType: null,
    on: first.day,
    lowers:
      difference < 0n ||
      shifts.some((shift) => lost.has(shift.projectId) && (shift.sameDay || !explained(shift))),
    vanishes: vanishes.map(shown),
    falls: falls.map(shown),
    difference: write(difference),
  };
}
