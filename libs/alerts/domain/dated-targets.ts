import { sumDong, type Dong, type PlainDate } from '@thongvon/kernel';
import { figureWeek } from './figure-week';
import { hundredths } from './fraction';
import { lineage } from './organization-totals';
import { totalOf, type LineFacts, type Total, type WeekFacts } from './week-facts';

/** A sum over projects whose figures may be of different weeks, next to the target of each of these weeks. */
export interface DatedSum extends Total {
  /** Every project's plan times the target (hundredths of a percent) in force in its figures' week. */
  readonly wanted: Dong;
  /** The newest of these weeks; null where nothing is reported. */
  readonly newest: PlainDate | null;
  /** Projects whose figures are of an earlier one. */
  readonly older: number;
}

/**
 * By organisation, each with all below it, over planned projects. A project that reports nothing is measured by nothing, one that
 * has fallen silent by what it was measured by when it last reported.
 */
export function datedSums(
  facts: WeekFacts,
  counts: (line: LineFacts) => boolean,
  targetOn: (organizationId: string, on: PlainDate) => number,
): ReadonlyMap<string, DatedSum> {
  const sums = new Map<string, Total & { readonly wanted: Dong; readonly weeks: readonly PlainDate[] }>();
  for (const { organizationId, lines } of facts.projects.values()) {
    const counted = lines.filter(counts);
    const { planned, disbursed } = totalOf(counted, 'current-year');
    if (planned === null) continue;
    const week = figureWeek(counted, facts);
    for (const id of lineage(facts, organizationId)) {
      const sum = sums.get(id);
      const target = week === null ? 0 : targetOn(id, week);
      sums.set(id, {
        planned: sumDong([sum?.planned ?? null, planned]),
        disbursed: sumDong([sum?.disbursed ?? null, disbursed]),
        wanted: (sum?.wanted ?? 0n) + planned * hundredths(target),
        weeks: [...(sum?.weeks ?? []), ...(week === null ? [] : [week])],
      });
    }
  }
  return new Map(
    [...sums].map(([id, { weeks, ...sum }]) => {
      const newest = weeks.toSorted().at(-1) ?? null;
      return [id, { ...sum, newest, older: weeks.filter((week) => week !== newest).length }];
    }),
  );
}
