import { type Dong, sumDong } from '@thongvon/kernel';
import { type LineFacts, type Total, totalOf, type WeekFacts } from './week-facts';

/** Ids of the organisation and of all above it, nearest first. */
export function lineage(facts: WeekFacts, organizationId: string): string[] {
  const ids: string[] = [];
  let id: string | null = organizationId;
  while (id !== null && !ids.includes(id)) {
    ids.push(id);
    id = facts.organizations.get(id)?.parentId ?? null;
  }
  return ids;
}

/**
 * This year's plan and what is disbursed of it, by organisation, each with all below it, as summaries count it:
 * projects without a plan enter no rate. Only lines that `counts` are summed.
 */
export function totalsByOrganization(
  facts: WeekFacts,
  counts: (line: LineFacts) => boolean = () => true,
): Map<string, Total> {
  const totals = new Map<string, Total>();
  for (const project of facts.projects.values()) {
    const total = totalOf(project.lines.filter(counts), 'current-year');
    if (total.planned === null) continue;
    for (const id of lineage(facts, project.organizationId)) {
      const sum = totals.get(id);
      totals.set(id, {
        planned: sumDong([sum?.planned ?? null, total.planned]),
        disbursed: sumDong([sum?.disbursed ?? null, total.disbursed]),
      });
    }
  }
  return totals;
}

/** A threshold in percent (two decimals at most) as whole hundredths of a percent. */
export function hundredths(percent: number): bigint {
  return BigInt(Math.round(percent * 100));
}

/** Whether `part ÷ whole` is below `percent`, as exact fractions. A whole that isn't positive has no rate. */
export function isBelow(part: Dong, whole: Dong, percent: number): boolean {
  return whole > 0n && part * 10_000n < hundredths(percent) * whole;
}

/** Part and whole that are known, the whole more than nothing. */
export interface KnownRate {
  readonly planned: Dong;
  readonly disbursed: Dong;
}

/** Undefined where there is no rate. */
export function rateOf(total: Total | undefined): KnownRate | undefined {
  if (total === undefined || total.planned === null || total.disbursed === null) return undefined;
  return total.planned > 0n ? { planned: total.planned, disbursed: total.disbursed } : undefined;
}

/** rate < other − points, as exact fractions. */
export function isBelowBy(rate: KnownRate, other: KnownRate, points: number): boolean {
  const mine = rate.disbursed * other.planned * 10_000n;
  const theirs = other.disbursed * rate.planned * 10_000n;
  return mine < theirs - hundredths(points) * rate.planned * other.planned;
}
