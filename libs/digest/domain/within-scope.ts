import type { StandingAlert } from '@thongvon/alerts';
import type { Dong, PlainDate } from '@thongvon/kernel';
import type { FrozenProject, FrozenWeek, PaceGround } from '@thongvon/snapshots';
import { isWithin, type KnownTask, type KnownTasks, tasksWithin } from '@thongvon/tasks';

/** An earlier week in the chart. Of its sums: those of this year's plan. */
export type SummedWeek = Pick<FrozenWeek, 'week' | 'rollups'>;

/** The week that changes count from. */
export interface PreviousWeek extends SummedWeek, Pick<FrozenWeek, 'projects' | 'blockers'> {
  /** Projects of others, of which a part is cleared here: in no sum or table, but their blockers are among `blockers`. */
  readonly cleared: readonly FrozenProject[];
}

/** A frozen week as far as its letter looks at it. */
export type LetterWeek = Omit<FrozenWeek, 'rollups'> & PreviousWeek;

/** Ids of organisations that clear a part of a project, by the project's. */
export type WhoClears = ReadonlyMap<string, readonly string[]>;

/** What one digest is made of. */
export interface WeekMaterial {
  readonly now: LetterWeek;
  /** Null for the first week. */
  readonly previous: PreviousWeek | null;
  /**
   * The week whose figures amounts are compared with: those in force seven days before the newest now. Mostly it is the
   * previous one, and it is that without it; null: none was.
   */
  readonly base?: PreviousWeek | null;
  /** The weeks before that, latest first. */
  readonly earlier: readonly SummedWeek[];
  readonly alerts: readonly StandingAlert[];
  /** What was given to offices, as it stood when the week was frozen; without it, nothing ever was. */
  readonly tasks?: KnownTasks;
  /** What has not ended, and the day on which that is; without it, that of `tasks` on the cut-off. */
  readonly open?: { readonly tasks: readonly KnownTask[]; readonly day: PlainDate };
  /** What the pace of the week's projects is counted from; without it none is known. */
  readonly grounds?: readonly PaceGround[];
  /** Projects of which the owner had said by the cut what will have been disbursed by the year's last day; null: nobody looked. */
  readonly estimated?: ReadonlySet<string> | null;
  /** Disbursed of projects before the plan year, as known at the cut; who isn't in it: not known. Whole đồng. */
  readonly paidBefore?: ReadonlyMap<string, Dong>;
}

/**
 * Only what belongs to these organisations, and what hinders the clearing of a part of a project that is theirs to clear,
 * whoever holds the project: as they see it when they sign in.
 */
export function withinScope(
  { now, previous, base, earlier, alerts, tasks, open, grounds, estimated, paidBefore }: WeekMaterial,
  scope: readonly string[],
  whoClears: WhoClears,
): WeekMaterial {
  const visible = new Set(scope);
  const clears = (projectId: string | null): boolean =>
    (projectId === null ? undefined : whoClears.get(projectId))?.some((id) => visible.has(id)) ?? false;
  return {
    now: {
      ...rowsWithin(now, visible, clears),
      organizations: now.organizations.filter(({ id }) => visible.has(id)),
    },
    previous: previous && rowsWithin(previous, visible, clears),
    ...(base === undefined ? {} : { base: base && rowsWithin(base, visible, clears) }),
    // Of no project but those above: nothing else is looked up in it.
    ...(grounds === undefined ? {} : { grounds }),
    ...(estimated === undefined ? {} : { estimated }),
    ...(paidBefore === undefined ? {} : { paidBefore }),
    earlier: earlier.map((week) => sumsWithin(week, visible)),
    ...(tasks === undefined ? {} : { tasks: tasksWithin(tasks, scope) }),
    ...(open === undefined ? {} : { open: { ...open, tasks: open.tasks.filter(isWithin(scope)) } }),
    alerts: alerts.filter(
      ({ organizationId, projectId, ofClearance }) =>
        visible.has(organizationId) || (ofClearance && clears(projectId)),
    ),
  };
}

function rowsWithin<Week extends PreviousWeek>(
  week: Week,
  visible: ReadonlySet<string>,
  clears: (projectId: string) => boolean,
): Week {
  const projects = week.projects.filter(({ organizationId }) => visible.has(organizationId));
  const cleared = week.projects.filter(
    ({ id, organizationId }) => !visible.has(organizationId) && clears(id),
  );
  const ids = new Set([...projects, ...cleared].map(({ id }) => id));
  const blockers = week.blockers.filter(({ projectId }) => ids.has(projectId));
  return { ...sumsWithin(week, visible), projects, cleared, blockers };
}

function sumsWithin<Week extends SummedWeek>(week: Week, visible: ReadonlySet<string>): Week {
  return { ...week, rollups: week.rollups.filter(({ organizationId }) => visible.has(organizationId)) };
}
