import type { StandingAlert } from '@thongvon/alerts';
import type { FrozenWeek } from '@thongvon/snapshots';

/** A frozen week as far as its letter looks at it. Of its sums: those of this year's plan. */
export type LetterWeek = Omit<FrozenWeek, 'rollups'> & SummedWeek;
/** An earlier week in the chart. */
export type SummedWeek = Pick<FrozenWeek, 'week' | 'rollups'>;
/** The week that changes count from. */
export type PreviousWeek = SummedWeek & Pick<FrozenWeek, 'projects' | 'blockers'>;

/** What one digest is made of. */
export interface WeekMaterial {
  readonly now: LetterWeek;
  /** Null for the first week. */
  readonly previous: PreviousWeek | null;
  /** The weeks before that, latest first. */
  readonly earlier: readonly SummedWeek[];
  readonly alerts: readonly StandingAlert[];
}

/** Only what belongs to these organisations. */
export function withinScope(
  { now, previous, earlier, alerts }: WeekMaterial,
  scope: readonly string[],
): WeekMaterial {
  const visible = new Set(scope);
  return {
    now: {
      ...rowsWithin(now, visible),
      organizations: now.organizations.filter(({ id }) => visible.has(id)),
    },
    previous: previous && rowsWithin(previous, visible),
    earlier: earlier.map((week) => sumsWithin(week, visible)),
    alerts: alerts.filter(({ organizationId }) => visible.has(organizationId)),
  };
}

function rowsWithin<Week extends PreviousWeek>(week: Week, visible: ReadonlySet<string>): Week {
  const projects = week.projects.filter(({ organizationId }) => visible.has(organizationId));
  const ids = new Set(projects.map(({ id }) => id));
  const blockers = week.blockers.filter(({ projectId }) => ids.has(projectId));
  return { ...sumsWithin(week, visible), projects, blockers };
}

function sumsWithin<Week extends SummedWeek>(week: Week, visible: ReadonlySet<string>): Week {
  return { ...week, rollups: week.rollups.filter(({ organizationId }) => visible.has(organizationId)) };
}
