import { type Dong, type PlainDate, type PlanYear, sumDong } from '@thongvon/kernel';
import type { FrozenProject } from '@thongvon/snapshots';

/** Part of a whole; either is null where it isn't reported. */
export interface Share {
  readonly planned: Dong | null;
  readonly disbursed: Dong | null;
}

/** This year's plan of a project and what is disbursed of it. */
export function shareOf({ lines }: Pick<FrozenProject, 'lines'>, planYear: PlanYear): Share {
  const counted = lines.filter((line) => line.planYear === planYear && line.planType === 'current-year');
  return {
    planned: sumDong(counted.map(({ planned }) => planned)),
    disbursed: sumDong(counted.map(({ disbursed }) => disbursed)),
  };
}

/** Date of the newest figure of this year's plan of a project; null where none is reported. */
export function figureDateOf({ lines }: Pick<FrozenProject, 'lines'>, planYear: PlanYear): PlainDate | null {
  const dates = lines.flatMap((line) =>
    line.planYear === planYear && line.planType === 'current-year' ? (line.figureAsOf ?? []) : [],
  );
  return dates.toSorted().at(-1) ?? null;
}

/** Plan less disbursed, not below zero; null where either isn't known. */
export function remainingOf({ planned, disbursed }: Share): Dong | null {
  if (planned === null || disbursed === null) return null;
  return planned > disbursed ? planned - disbursed : 0n;
}
