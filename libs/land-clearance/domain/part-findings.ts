import { formatDecimal, groupBy, matchKey } from '@thongvon/kernel';
import type { CellRef, Finding, LandClearanceReading } from '@thongvon/return-reader';
import { compareValues, MEASURE_LABELS, measuresOf, sumValues } from './measures';
import { partsDiffer, partsFound, projectRepeated } from './messages';
import type { PlacedRow } from './placed-rows';

/** A row with the segment that its part is registered as. */
export interface PartRow extends PlacedRow {
  readonly segmentId: string | null;
}

/** What is to be said of the rows of one project: rows that nothing distinguishes, parts that are new, sums that differ. */
export function partFindings(same: readonly PartRow[]): Finding[] {
  return [...repeated(same), ...divided(same), ...differing(same)];
}

/** Rows that tell of the same part, or all of the whole. */
function repeated(same: readonly PartRow[]): Finding[] {
  const groups = groupBy(same, ({ part, segmentId }) => segmentId ?? (part === null ? '' : matchKey(part)));
  return [...groups.values()].flatMap(([first, ...again]) =>
    again.flatMap(({ row, code, name }) =>
      first ? [projectRepeated(row.name, code ?? name, firstCell(row), firstCell(first.row))] : [],
    ),
  );
}

function divided(same: readonly PartRow[]): Finding[] {
  const fresh = same.filter(({ part, segmentId }) => part !== null && segmentId === null);
  const [first] = fresh;
  const parts = fresh.flatMap(({ part }) => part ?? []);
  return first ? [partsFound(first, parts, firstCell(first.row))] : [];
}

/** Where a project has a row of its own besides its parts, they should add up to it. */
function differing(same: readonly PartRow[]): Finding[] {
  const whole = same.find(({ part }) => part === null);
  const parts = same.filter(({ part }) => part !== null).map(({ row }) => measuresOf(row));
  if (!whole || parts.length === 0) return [];
  return measuresOf(whole.row).flatMap(({ measure, value }) => {
    const reported = parts.flatMap(
      (numbers) => numbers.find((number) => number.measure === measure)?.value ?? [],
    );
    const sum = reported.length === parts.length ? sumValues(reported) : undefined;
    if (!sum || compareValues(formatDecimal(sum), value) === 0) return [];
    const cell = whole.row.cells[measure] ?? firstCell(whole.row);
    return [
      partsDiffer(whole.name, MEASURE_LABELS[measure], { whole: value, parts: formatDecimal(sum) }, cell),
    ];
  });
}

/** Whether anything stands in the row besides the project's name. */
export function saysSomething({ cells }: LandClearanceReading): boolean {
  return Object.values(cells).some((cell) => cell !== undefined);
}

/** The first cell of a row that says something. Throws for one that doesn't. */
export function firstCell({ cells, name }: LandClearanceReading): CellRef {
  const cell = Object.values(cells).find((found) => found !== undefined);
  if (!cell) throw new Error(`a row without cells: ${name}`);
  return cell;
}
