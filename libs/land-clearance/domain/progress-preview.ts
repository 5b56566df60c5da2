import { formatDecimal } from '@thongvon/kernel';
import { previewRow, type PreviewNumber, type PreviewRow } from '@thongvon/returns';
import { differenceOf, sumValues } from './decimals';
import { MEASURES, measuresOf, type Measure } from './measures';
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
      before: before === undefined ? null : BigInt(before),
      after: row.compensated === null ? null : BigInt(row.compensated),
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
