import type { EntityManager } from 'typeorm';
import { type Dong, dongOf, groupBy, type PlainDate, type PlanYear } from '@thongvon/kernel';
import { Conditions, together } from '@thongvon/platform';
import {
  daysOverdue,
  type FrozenBlocker,
  type FrozenLine,
  type FrozenOrganization,
  type FrozenProject,
  type FrozenRollup,
  type FrozenWeekRef,
} from '../domain/frozen-week';

const REF_COLUMNS = `s.id, s.week, s.revision, s.frozen_at AS "frozenAt", s.computed_at AS "computedAt",
  s.plan_years AS "planYears", s.previous_id AS "previousId", c.reason`;

/** Which frozen week is meant; what is left out narrows nothing. */
interface SnapshotKey {
  readonly id?: string;
  readonly week?: PlainDate;
  readonly revision?: number | undefined;
  /** Of an earlier week than this. */
  readonly before?: PlainDate;
  /** Which the latest revision of this week, or the one named, counts its changes from. */
  readonly previousOf?: { readonly week: PlainDate; readonly revision?: number | undefined };
}

/** Of those that are meant the latest revision of the latest week; undefined: there is none. */
export async function findSnapshot(
  manager: EntityManager,
  { id, week, revision, before, previousOf }: SnapshotKey,
): Promise<FrozenWeekRef | undefined> {
  const where = new Conditions();
  if (id !== undefined) where.and((value) => `s.id = ${value}`, id);
  if (week !== undefined) where.and((value) => `s.week = ${value}`, week);
  if (revision !== undefined) where.and((value) => `s.revision = ${value}`, revision);
  if (before !== undefined) where.and((value) => `s.week < ${value}`, before);
  if (previousOf !== undefined) {
    const of = where.parameter(previousOf.week);
    where.and(
      (value) => `s.id = (SELECT previous_id FROM snapshots.weekly_snapshot next WHERE next.week = ${of}
        AND (${value}::int IS NULL OR next.revision = ${value}) ORDER BY next.revision DESC LIMIT 1)`,
      previousOf.revision ?? null,
    );
  }
  const [row] = await manager.query<FrozenWeekRef[]>(
    `SELECT ${REF_COLUMNS} FROM snapshots.weekly_snapshot s JOIN snapshots.weekly_cut c USING (week, revision)
     WHERE ${where.sql} ORDER BY s.week DESC, s.revision DESC LIMIT 1`,
    [...where.parameters],
  );
  return row;
}

/** So many weeks, latest first: the one that this one counts its changes from, and the latest revisions of those before. */
export function snapshotsBefore(
  manager: EntityManager,
  { week, previousId }: Pick<FrozenWeekRef, 'week' | 'previousId'>,
  weeks: number,
): Promise<FrozenWeekRef[]> {
  return manager.query<FrozenWeekRef[]>(
    `SELECT DISTINCT ON (s.week) ${REF_COLUMNS}
     FROM snapshots.weekly_snapshot s JOIN snapshots.weekly_cut c USING (week, revision)
     WHERE s.week < $1 AND ($3::uuid IS NULL OR s.id = $3
       OR s.week < (SELECT week FROM snapshots.weekly_snapshot WHERE id = $3))
     ORDER BY s.week DESC, s.revision DESC LIMIT $2`,
    [week, weeks, previousId],
  );
}

/** Lets one transaction at a time write a frozen week, until it ends; readers go on. */
export async function lockSnapshots(manager: EntityManager): Promise<void> {
  await manager.query('LOCK TABLE snapshots.weekly_snapshot IN SHARE ROW EXCLUSIVE MODE');
}

/** The frozen week itself, as its cut says; its rows follow in the same transaction. */
interface NewSnapshot {
  readonly week: PlainDate;
  readonly revision: number;
  /** Business clock. */
  readonly computedAt: Date;
  readonly planYears: readonly PlanYear[];
  /** The frozen week before it; null: it is the first. */
  readonly previousId: string | null;
}

/** Writes nothing where the week has no cut in this revision. */
export async function insertSnapshot(
  manager: EntityManager,
  { week, revision, computedAt, planYears, previousId }: NewSnapshot,
): Promise<void> {
  await manager.query(
    `INSERT INTO snapshots.weekly_snapshot (week, revision, frozen_at, computed_at, plan_years, previous_id)
     SELECT week, revision, known_through, $3, $4, $5 FROM snapshots.weekly_cut WHERE week = $1 AND revision = $2`,
    [week, revision, computedAt, planYears, previousId],
  );
}

/** Whose rows: these organisations', or all (null). */
type Scope = readonly string[] | null;

const inScope = (column: string): string => `($2::uuid[] IS NULL OR ${column} = ANY($2::uuid[]))`;

/** The projects of a frozen week with their lines, by name without accents. */
export async function projectRows(
  manager: EntityManager,
  snapshotId: string,
  scope: Scope,
): Promise<FrozenProject[]> {
  const [projects, lines] = await together(manager, (all) =>
    Promise.all([frozenProjects(all, snapshotId, scope), frozenLines(all, snapshotId, scope)]),
  );
  const byProject = groupBy(lines, ({ projectId }) => projectId);
  return projects.map((project) => ({
    ...project,
    ...amounts(project, ['totalInvestment']),
    lines: (byProject.get(project.id) ?? []).map(({ projectId: _, ...line }) => ({
      ...line,
      ...amounts(line, ['planned', 'plannedBeforeLate', 'disbursed', 'completed', 'advance', 'change']),
    })),
  }));
}

function frozenProjects(
  manager: EntityManager,
  snapshotId: string,
  scope: Scope,
): Promise<WithTexts<Omit<FrozenProject, 'lines'>>[]> {
  return manager.query<WithTexts<Omit<FrozenProject, 'lines'>>[]>(
    `SELECT project_id AS id, organization_id AS "organizationId", code, name, kind, owner_id AS "ownerId", owner, commune,
       figure_as_of AS "figureAsOf", reported, clearance, clearance_as_of AS "clearanceAsOf",
       total_investment AS "totalInvestment"
     FROM snapshots.snapshot_project WHERE snapshot_id = $1 AND ${inScope('organization_id')} ORDER BY name_key, project_id`,
    [snapshotId, scope],
  );
}

type LineRow = WithTexts<FrozenLine> & { readonly projectId: string };

function frozenLines(manager: EntityManager, snapshotId: string, scope: Scope): Promise<LineRow[]> {
  return manager.query<LineRow[]>(
    `SELECT project_id AS "projectId", plan_year AS "planYear", plan_type AS "planType", source_code AS source, planned,
       planned_before_late AS "plannedBeforeLate", disbursed, completed, advance, change, figure_as_of AS "figureAsOf",
       allocation_id AS "allocationId", figure_id AS "figureId"
     FROM snapshots.snapshot_line WHERE snapshot_id = $1 AND ($2::uuid[] IS NULL OR project_id IN (
       SELECT project_id FROM snapshots.snapshot_project p WHERE p.snapshot_id = $1 AND p.organization_id = ANY($2)))
     ORDER BY plan_year, plan_type, source_code`,
    [snapshotId, scope],
  );
}

/** Who owed a return or sent figures, by name. */
export async function organizationRows(
  manager: EntityManager,
  snapshotId: string,
  scope: Scope,
): Promise<FrozenOrganization[]> {
  return manager.query<FrozenOrganization[]>(
    `SELECT organization_id AS id, name, kind, owes, state, late, return_id AS "returnId", received_at AS "receivedAt",
       last_as_of AS "lastAsOf"
     FROM snapshots.snapshot_organization WHERE snapshot_id = $1 AND ${inScope('organization_id')} ORDER BY name, organization_id, kind`,
    [snapshotId, scope],
  );
}

/** The blockers that were open: earliest due first, then those that hold most. */
export async function blockerRows(
  manager: EntityManager,
  { id, week }: { readonly id: string; readonly week: PlainDate },
  scope: Scope,
): Promise<FrozenBlocker[]> {
  const rows = await manager.query<WithTexts<Omit<FrozenBlocker, 'daysOverdue'>>[]>(
    `SELECT blocker_id AS id, b.project_id AS "projectId", segment_id AS "segmentId", description, cause,
       responsible_unit AS "responsibleUnit", responsible_person AS "responsiblePerson", deciding_level AS "decidingLevel",
       contractor, opened_on AS "openedOn", due, last_action_on AS "lastActionOn", last_action AS "lastAction", reopened,
       set_amount AS "setAmount", held
     FROM snapshots.snapshot_blocker b JOIN snapshots.snapshot_project p USING (snapshot_id, project_id)
     WHERE snapshot_id = $1 AND ${inScope('p.organization_id')} ORDER BY due NULLS LAST, held DESC NULLS LAST, blocker_id`,
    [id, scope],
  );
  return rows.map((row) => ({
    ...row,
    ...amounts(row, ['setAmount', 'held']),
    daysOverdue: daysOverdue(row.due, week),
  }));
}

const PICKED = {
  all: 'true',
  'totals-of-this-years-plan': `denominator = 'current-year-plan' AND dimension IN ('total', 'unplanned')`,
} as const;

/** Sums by every dimension and denominator, or only each holder's totals of this year's plan. */
export async function rollupRows(
  manager: EntityManager,
  snapshotId: string,
  scope: Scope,
  picked: keyof typeof PICKED = 'all',
): Promise<FrozenRollup[]> {
  const rows = await manager.query<WithTexts<FrozenRollup>[]>(
    `SELECT plan_year AS "planYear", denominator, organization_id AS "organizationId", dimension, key, label, projects,
       with_figure AS "withFigure", reported, planned, disbursed, completed, advance
     FROM snapshots.snapshot_rollup WHERE snapshot_id = $1 AND ${inScope('organization_id')} AND ${PICKED[picked]}
     ORDER BY plan_year, denominator, dimension, key, organization_id`,
    [snapshotId, scope],
  );
  return rows.map((row) => ({ ...row, ...amounts(row, ['planned', 'disbursed', 'completed', 'advance']) }));
}

/** A row as the driver gives it: amounts are texts. */
type WithTexts<T> = { readonly [K in keyof T]: T[K] extends Dong | null ? string | null : T[K] };

function amounts<K extends string>(
  row: Readonly<Record<K, string | null>>,
  fields: readonly K[],
): Record<K, Dong | null> {
  return Object.fromEntries(fields.map((field) => [field, dongOf(row[field])])) as Record<K, Dong | null>;
}

/** Clearance measures of those projects that have any. */
export async function clearanceNumbers(
  manager: EntityManager,
  snapshotId: string,
  scope: Scope,
): Promise<NonNullable<FrozenProject['clearance']>[]> {
  const rows = await manager.query<{ clearance: NonNullable<FrozenProject['clearance']> }[]>(
    `SELECT clearance FROM snapshots.snapshot_project
     WHERE snapshot_id = $1 AND ${inScope('organization_id')} AND clearance IS NOT NULL`,
    [snapshotId, scope],
  );
  return rows.map(({ clearance }) => clearance);
}

/** The returns that began or ceased to count since, that speak of the week or of days before it. */
export async function laterReturnIds(
  manager: EntityManager,
  { week, frozenAt }: Pick<FrozenWeekRef, 'week' | 'frozenAt'>,
): Promise<string[]> {
  const rows = await manager.query<{ id: string }[]>(
    `SELECT DISTINCT r.id
     FROM returns.return_effect_ref e JOIN returns.return_ref r ON r.id = e.return_id
     WHERE e.at > $2 AND (r.as_of <= $1
       OR EXISTS (SELECT FROM capital.allocation_ref a WHERE a.return_id = r.id AND a.effective_on <= $1))`,
    [week, frozenAt],
  );
  return rows.map(({ id }) => id);
}

/** How many they are. */
export async function laterReturns(manager: EntityManager, frozen: FrozenWeekRef): Promise<number> {
  return (await laterReturnIds(manager, frozen)).length;
}
