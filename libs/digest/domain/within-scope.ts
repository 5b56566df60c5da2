import type { FrozenWeek } from '@thongvon/snapshots';
import type { RaisedAlert } from './raised-alert';

/** What one digest is made of. */
export interface WeekMaterial {
  readonly now: FrozenWeek;
  /** Earlier frozen weeks, latest first: the one that changes count from, then those of the chart. */
  readonly before: readonly FrozenWeek[];
  readonly alerts: readonly RaisedAlert[];
}

/** Only what belongs to these organisations. */
export function withinScope({ now, before, alerts }: WeekMaterial, scope: readonly string[]): WeekMaterial {
  const visible = new Set(scope);
  return {
    now: weekWithin(now, visible),
    before: before.map((week) => weekWithin(week, visible)),
    alerts: alerts.filter(({ organizationId }) => visible.has(organizationId)),
  };
}

function weekWithin(week: FrozenWeek, visible: ReadonlySet<string>): FrozenWeek {
  const projects = week.projects.filter(({ organizationId }) => visible.has(organizationId));
  const ids = new Set(projects.map(({ id }) => id));
  return {
    ...week,
    projects,
    organizations: week.organizations.filter(({ id }) => visible.has(id)),
    blockers: week.blockers.filter(({ projectId }) => ids.has(projectId)),
    rollups: week.rollups.filter(({ organizationId }) => visible.has(organizationId)),
  };
}
