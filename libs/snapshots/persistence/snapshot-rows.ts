import type { EntityManager } from 'typeorm';
import { daysBetween, type Dong, groupBy, type PlainDate } from '@thongvon/kernel';
import type {
  FrozenBlocker,
  FrozenLine,
  FrozenOrganization,
  FrozenProject,
  FrozenRollup,
  FrozenWeekRef,
} from '../domain/frozen-week';

const REF_COLUMNS = `s.id, s.week, s.revision, s.frozen_at AS "frozenAt", s.computed_at AS "computedAt",
  s.plan_years AS "planYears", s.previous_id AS "previousId", c.reason`;

/** The frozen week that `where` (over snapshot `s`) finds first, latest week and revision first. */
export async function findSnapshot(
  manager: EntityManager,
  where: string,
  parameters: readonly unknown[],
): Promise<FrozenWeekRef | undefined> {
  const [row] = await manager.query<FrozenWeekRef[]>(
    `SELECT ${REF_COLUMNS} FROM snapshots.weekly_snapshot s JOIN snapshots.weekly_cut c USING (week, revision)
     WHERE ${where} ORDER BY s.week DESC, s.revision DESC LIMIT 1`,
    [...parameters],
  );
  return row;
}

/** Whose rows: these organisations', or all (null). */
type Scope = readonly string[] | null;

const inScope = (column: string): string => `($2::uuid[] IS NULL OR ${column} = ANY($2::uuid[]))`;

export async function projectRows(
  manager: EntityManager,
  snapshotId: string,
  scope: Scope,
): Promise<FrozenProject[]> {
  const projects = await manager.query<Omit<FrozenProject, 'lines'>[]>(
    `SELECT project_id AS id, organization_id AS "organizationId", code, name, kind, owner_id AS "ownerId", owner, commune,
       figure_as_of AS "figureAsOf", reported, clearance, clearance_as_of AS "clearanceAsOf"
     FROM snapshots.snapshot_project WHERE snapshot_id = $1 AND ${inScope('organization_id')} ORDER BY name_key, project_id`,
    [snapshotId, scope],
  );
  const lines = await manager.query<(WithTexts<FrozenLine> & { projectId: string })[]>(
    `SELECT project_id AS "projectId", plan_year AS "planYear", plan_type AS "planType", source_code AS source, planned,
       planned_before_late AS "plannedBeforeLate", disbursed, completed, advance, change, figure_as_of AS "figureAsOf",
       allocation_id AS "allocationId", figure_id AS "figureId"
     FROM snapshots.snapshot_line WHERE snapshot_id = $1 AND ${inScope('project_id')} ORDER BY plan_year, plan_type, source_code`,
    [snapshotId, scope && projects.map(({ id }) => id)],
  );
  const byProject = groupBy(lines, ({ projectId }) => projectId);
  return projects.map((project) => ({
    ...project,
    lines: (byProject.get(project.id) ?? []).map(({ projectId: _, ...line }) => ({
      ...line,
      ...amounts(line, ['planned', 'plannedBeforeLate', 'disbursed', 'completed', 'advance', 'change']),
    })),
  }));
}

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
    daysOverdue: row.due === null ? null : Math.max(0, daysBetween(row.due, week)),
  }));
}

/** Sums by every dimension and denominator, or only those that `where` (over the rollup) picks. */
export async function rollupRows(
  manager: EntityManager,
  snapshotId: string,
  scope: Scope,
  where = 'true',
): Promise<FrozenRollup[]> {
  const rows = await manager.query<WithTexts<FrozenRollup>[]>(
    `SELECT plan_year AS "planYear", denominator, organization_id AS "organizationId", dimension, key, label, projects,
       with_figure AS "withFigure", reported, planned, disbursed, completed, advance
     FROM snapshots.snapshot_rollup WHERE snapshot_id = $1 AND ${inScope('organization_id')} AND ${where}
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

/** An amount as the driver gives it: text, or null when it isn't known. */
export function dongOf(text: string | null): Dong | null {
  return text === null ? null : BigInt(text);
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
