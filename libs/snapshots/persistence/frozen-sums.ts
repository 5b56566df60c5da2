import type { EntityManager } from 'typeorm';
import type { SnapshotGrouping } from '@thongvon/api-contract';
import { type Amounts, countedTypes, showAmounts, type ShownAmounts } from '@thongvon/capital';
import { currentPlanYear, type Denominator, dongOf, type PlainDate, type PlanYear } from '@thongvon/kernel';
import type { HeldBlocker } from '@thongvon/blockers';
import { takesPart } from '@thongvon/projects';
import type { FrozenWeekRef } from '../domain/frozen-week';

/** Which sums of a snapshot: of whom, of which year, and which plan counts. */
export interface SumsQuery {
  readonly scope: readonly string[];
  readonly planYear: PlanYear;
  readonly denominator: Denominator;
}

export interface Sum extends Amounts {
  readonly dimension: SnapshotGrouping | 'total' | 'unplanned';
  readonly key: string | null;
  readonly label: string | null;
  readonly projects: number;
  readonly withFigure: number;
  readonly reported: number;
}

type Row = Omit<Sum, keyof Amounts> & Readonly<Record<Exclude<keyof Amounts, 'split'>, string | null>>;

const SUMS = `sum(projects)::int AS projects, sum(with_figure)::int AS "withFigure", sum(reported)::int AS reported,
  sum(planned) AS planned, sum(disbursed) AS disbursed, sum(completed) AS completed, sum(advance) AS advance`;

/** Sums over these holders by every dimension, largest plan first. */
export async function rollupSums(
  manager: EntityManager,
  snapshotId: string,
  { scope, planYear, denominator }: SumsQuery,
): Promise<Sum[]> {
  const rows = await manager.query<Row[]>(
    `WITH mine AS (
       SELECT * FROM snapshots.snapshot_rollup
       WHERE snapshot_id = $1 AND organization_id = ANY($2::uuid[]) AND plan_year = $3 AND denominator = $4
     )
     SELECT * FROM (
       SELECT dimension, key, max(label) AS label, ${SUMS} FROM mine GROUP BY dimension, key
       UNION ALL
       SELECT 'organization', o.id::text, o.name, ${SUMS} FROM mine JOIN organizations.organization_ref o ON o.id = mine.organization_id
       WHERE dimension = 'total' GROUP BY o.id, o.name
     ) sums
     ORDER BY planned DESC NULLS LAST, dimension, key`,
    [snapshotId, scope, planYear, denominator],
  );
  return rows.map((row) => ({
    ...row,
    planned: dongOf(row.planned),
    disbursed: dongOf(row.disbursed),
    completed: dongOf(row.completed),
    advance: dongOf(row.advance),
  }));
}

/** What a frozen week comes to next to another. */
export interface SumsOfWeek extends Pick<ShownAmounts, 'planned' | 'disbursed' | 'rate'> {
  readonly week: PlainDate;
  readonly revision: number;
}

/** The sums of the week, as far as one sum says them. */
export function sumsOfWeek({ week, revision }: FrozenWeekRef, sum: Amounts | undefined): SumsOfWeek {
  const { planned, disbursed, rate } = shownSum(sum);
  return { week, revision, planned, disbursed, rate };
}

/** What one sum says, or says not. */
export function shownSum(sum: Amounts | undefined): ShownAmounts {
  return showAmounts(sum ?? { planned: null, disbursed: null, completed: null, advance: null });
}

/** Date of the newest figure of planned projects of these organisations in a snapshot; null where nobody has reported. */
export async function figuresOn(
  manager: EntityManager,
  snapshotId: string,
  { scope, planYear, denominator }: Pick<SumsQuery, 'scope' | 'planYear' | 'denominator'>,
): Promise<PlainDate | null> {
  const [row] = await manager.query<{ on: PlainDate | null }[]>(
    `WITH line AS (
       SELECT l.* FROM snapshots.snapshot_line l JOIN snapshots.snapshot_project p USING (snapshot_id, project_id)
       WHERE l.snapshot_id = $1 AND p.organization_id = ANY($2::uuid[]) AND l.plan_year = $3
         AND ${countedTypes(denominator)}
     )
     SELECT max(figure_as_of) AS "on" FROM line
     WHERE project_id IN (SELECT project_id FROM line WHERE planned IS NOT NULL)`,
    [snapshotId, scope, planYear],
  );
  return row?.on ?? null;
}

/** Date of the newest figure of each group of planned lines, by `dimension:key`: a group may be silent while others report. */
export async function groupFiguresOn(
  manager: EntityManager,
  snapshotId: string,
  { scope, planYear, denominator }: Pick<SumsQuery, 'scope' | 'planYear' | 'denominator'>,
): Promise<ReadonlyMap<string, PlainDate>> {
  const rows = await manager.query<{ group: string; on: PlainDate }[]>(
    `SELECT dimension || ':' || coalesce(key, '') AS "group", max(l.figure_as_of) AS "on"
     FROM snapshots.snapshot_line l JOIN snapshots.snapshot_project p USING (snapshot_id, project_id)
       CROSS JOIN LATERAL (VALUES ('organization', p.organization_id::text), ('owner', coalesce(p.owner_id::text, p.owner)),
         ('kind', p.kind), ('commune', p.commune), ('source', l.source_code), ('planType', l.plan_type)) part (dimension, key)
     WHERE snapshot_id = $1 AND p.organization_id = ANY($2::uuid[]) AND l.plan_year = $3 AND l.figure_as_of IS NOT NULL
       AND ${countedTypes(denominator)}
       AND EXISTS (SELECT FROM snapshots.snapshot_line planned WHERE (planned.snapshot_id, planned.project_id, planned.plan_year)
         = (l.snapshot_id, l.project_id, l.plan_year) AND planned.planned IS NOT NULL)
     GROUP BY dimension, key`,
    [snapshotId, scope, planYear],
  );
  return new Map(rows.map(({ group, on }) => [group, on]));
}

/** The open blockers of a snapshot as far as totals look at them, those that these organisations may see. */
export async function heldBlockers(
  manager: EntityManager,
  { id, week }: FrozenWeekRef,
  scope: readonly string[],
): Promise<HeldBlocker[]> {
  const rows = await manager.query<
    { projectId: string; due: PlainDate | null; setAmount: string | null; remaining: string | null }[]
  >(
    `SELECT b.project_id AS "projectId", b.due, b.set_amount AS "setAmount", capital.remaining
     FROM snapshots.snapshot_blocker b JOIN snapshots.snapshot_project p USING (snapshot_id, project_id)
       LEFT JOIN LATERAL (${remainingSql('$3')}) capital ON true
     WHERE b.snapshot_id = $1 AND ${blockersSeenBy('$2')}`,
    [id, scope, currentPlanYear(week)],
  );
  return rows.map(({ setAmount, remaining, ...row }) => ({
    ...row,
    setAmount: dongOf(setAmount),
    remaining: dongOf(remaining),
  }));
}

/** SQL for what lines have left of their plan together; null where either isn't known. */
export const LEFT_OF_PLAN =
  'CASE WHEN sum(planned) < sum(disbursed) THEN 0 ELSE sum(planned) - sum(disbursed) END';

/** What blocker `b`'s project has left of the plan of a year: one row, null where either isn't known. */
function remainingSql(year: string): string {
  return `
    SELECT ${LEFT_OF_PLAN} AS remaining
    FROM snapshots.snapshot_line l WHERE (l.snapshot_id, l.project_id) = (b.snapshot_id, b.project_id)
      AND l.plan_year = ${year} AND l.plan_type = 'current-year'`;
}

/**
 * SQL: whether a blocker of the frozen project `p` may be seen by the organisations in the placeholder `ids`: those that hold the
 * project, and those that take part in its clearance, as with open blockers (`visibleClearance`).
 */
export function blockersSeenBy(ids: string): string {
  return `(p.organization_id = ANY(${ids}::uuid[])
    OR p.project_id IN ${takesPart(ids)})`;
}
