import type { EntityManager } from 'typeorm';
import { DUTY_KINDS, type DutyKind } from '@thongvon/api-contract';
import type { KnownBlocker } from '@thongvon/blockers';
import {
  planAsKnownSql,
  plansCounted,
  positionsAsKnownSql,
  projectsWithChangedLedgers,
} from '@thongvon/capital';
import { addDays, currentPlanYear, groupBy } from '@thongvon/kernel';
import type { KnownClearance } from '@thongvon/land-clearance';
import { HELD_BY, joinHolderAsKnown } from '@thongvon/projects';
import { reportOfWeek, sentReturns } from '@thongvon/reporting-duties';
import type { FrozenWeekRef } from '../domain/frozen-week';
import { LEFT_OF_PLAN } from './frozen-sums';

const LINE =
  'plan_year, plan_type, source_code, planned, planned_before_late, disbursed, completed, advance, figure_as_of, allocation_id, figure_id';
const OWN_LINE = LINE.replaceAll(/(\w+)/g, 'line.$1');

/** Writes plan and figures as known at the cut, and the projects that have any, or clearance, or an open blocker. */
export async function writeProjects(
  manager: EntityManager,
  frozen: FrozenWeekRef,
  clearance: readonly KnownClearance[],
  blockers: readonly KnownBlocker[],
): Promise<void> {
  const { id, week, planYears, frozenAt, previousId } = frozen;
  const changed = await projectsWithChangedLedgers(manager, frozenAt);
  await manager.query(
    `WITH line AS MATERIALIZED (${linesSql({ years: '$2', asOf: '$3', knownAt: '$4', changed: '$5' })}),
     cleared AS (
       SELECT "projectId" AS project_id, numbers, "figuresAsOf" AS as_of
       FROM jsonb_to_recordset($7) AS t ("projectId" uuid, numbers jsonb, "figuresAsOf" date)
     ),
     dated AS (
       SELECT project_id, max(figure_as_of) AS figure_as_of FROM (
         SELECT project_id, figure_as_of FROM line
         UNION ALL SELECT project_id, NULL FROM cleared
         UNION ALL SELECT unnest($8::uuid[]), NULL
       ) named GROUP BY project_id
     ),
     projects AS (
       INSERT INTO snapshots.snapshot_project (snapshot_id, project_id, organization_id, code, name, name_key, kind, owner_id, owner,
         commune, figure_as_of, reported, clearance, clearance_as_of, total_investment)
       SELECT $1, p.id, ${HELD_BY}, p.code, p.name, p.name_key, p.kind, o.id,
         coalesce(o.name, p.owner_name), p.commune, dated.figure_as_of, coalesce(dated.figure_as_of >= $9::date, false),
         cleared.numbers, cleared.as_of, p.total_investment
       FROM dated JOIN projects.project_ref p ON p.id = dated.project_id ${joinHolderAsKnown('$3::date', '$4::timestamptz')}
         LEFT JOIN organizations.organization_ref o ON o.id = coalesce(former.organization_id, p.owner_id)
         LEFT JOIN cleared USING (project_id)
     )
     INSERT INTO snapshots.snapshot_line (snapshot_id, project_id, ${LINE}, change)
     SELECT $1, project_id, ${OWN_LINE}, line.disbursed - before.disbursed
     FROM line LEFT JOIN (SELECT * FROM snapshots.snapshot_line WHERE snapshot_id = $6) before
       USING (project_id, plan_year, plan_type, source_code)`,
    [
      id,
      planYears,
      week,
      frozenAt,
      changed,
      previousId,
      JSON.stringify(clearance),
      blockers.map(({ projectId }) => projectId),
      addDays(week, -6),
    ],
  );
}

/** Placeholders of `linesSql`. */
interface Given {
  readonly years: string;
  readonly asOf: string;
  readonly knownAt: string;
  /** Ids of `projectsWithChangedLedgers`. */
  readonly changed: string;
}

/**
 * SQL for plan and figures (as reported) in force on a day, as known at an instant: rows (project_id, plan_year, plan_type,
 * source_code, planned, planned_before_late, disbursed, completed, advance, figure_as_of, allocation_id, figure_id). What nothing
 * has changed since is read from the derived tables, the rest is derived from the ledgers by the same definition.
 */
function linesSql({ years, asOf, knownAt, changed }: Given): string {
  const grain = 'project_id, plan_year, plan_type, source_code';
  const planColumns = `${grain}, valid_from, valid_to, amount, allocation_id`;
  const plan = `(
    SELECT ${planColumns} FROM capital.plan_position_ref WHERE project_id <> ALL(${changed}::uuid[])
    UNION ALL SELECT ${planColumns} FROM (${planAsKnownSql(knownAt, changed)}) known
  )`;
  const on = (day: string): string =>
    `plan_year = ANY(${years}::int[]) AND valid_from <= ${day} AND valid_to > ${day}`;
  const day = `${asOf}::date`;
  const { planDate } = plansCounted('excluding-late-supplements', 'plan_year', day);
  return `
    SELECT ${grain}, max(planned) AS planned, max(before_late) AS planned_before_late, max(disbursed) AS disbursed,
      max(completed) AS completed, max(advance) AS advance, max(figure_as_of) AS figure_as_of,
      max(allocation_id) AS allocation_id, max(figure_id) AS figure_id
    FROM (
      SELECT ${grain}, amount AS planned, NULL::numeric AS before_late, NULL::numeric AS disbursed, NULL::numeric AS completed,
        NULL::numeric AS advance, NULL::date AS figure_as_of, allocation_id, NULL::bigint AS figure_id
      FROM ${plan} plan WHERE ${on(day)}
      UNION ALL
      SELECT ${grain}, NULL, amount, NULL, NULL, NULL, NULL, NULL, NULL FROM ${plan} plan WHERE ${on(planDate)}
      UNION ALL
      SELECT ${grain}, NULL, NULL, disbursed, completed, advance, valid_from, NULL, figure_id
      FROM (${positionsAsKnownSql(knownAt, changed)}) reported WHERE basis = 'reported' AND ${on(day)}
    ) part
    GROUP BY ${grain}`;
}

/** Writes the open blockers, with what they hold of this year's plan. After the lines. */
export async function writeBlockers(
  manager: EntityManager,
  { id, week }: FrozenWeekRef,
  blockers: readonly KnownBlocker[],
): Promise<void> {
  const rows = blockers.map((blocker) => ({ ...blocker, setAmount: blocker.setAmount?.toString() ?? null }));
  await manager.query(
    `INSERT INTO snapshots.snapshot_blocker (snapshot_id, blocker_id, project_id, segment_id, description, cause, responsible_unit,
       responsible_person, deciding_level, contractor, opened_on, due, last_action_on, last_action, reopened, set_amount, held)
     SELECT $1, b.id, b."projectId", b."segmentId", b.description, b.cause, b."responsibleUnit", b."responsiblePerson",
       b."decidingLevel", b.contractor, b."openedOn", b.due, b."lastActionOn", b."lastAction", b.reopened, b."setAmount",
       coalesce(b."setAmount", remaining)
     FROM jsonb_to_recordset($2) AS b (id uuid, "projectId" uuid, "segmentId" uuid, description text, cause text,
         "responsibleUnit" text, "responsiblePerson" text, "decidingLevel" text, contractor text, "openedOn" date, due date,
         "lastActionOn" date, "lastAction" text, reopened integer, "setAmount" numeric)
       LEFT JOIN (
         SELECT project_id, ${LEFT_OF_PLAN} AS remaining FROM snapshots.snapshot_line
         WHERE snapshot_id = $1 AND plan_year = $3 AND plan_type = 'current-year' GROUP BY project_id
       ) capital ON capital.project_id = b."projectId"`,
    [id, JSON.stringify(rows), currentPlanYear(week)],
  );
}

/**
 * Sums up the lines of a snapshot by holder. A denominator says which plan types count and which plan; projects without
 * any plan in force enter no sum but `unplanned` (contract, section 3).
 */
export async function writeRollups(manager: EntityManager, snapshotId: string): Promise<void> {
  await manager.query(
    `INSERT INTO snapshots.snapshot_rollup (snapshot_id, plan_year, denominator, organization_id, dimension, key, label, projects,
       with_figure, reported, planned, disbursed, completed, advance)
     WITH line AS (
       SELECT l.*, p.organization_id, p.reported,
         bool_or(l.planned IS NOT NULL) OVER (PARTITION BY l.project_id, l.plan_year) AS in_plan
       FROM snapshots.snapshot_line l JOIN snapshots.snapshot_project p USING (snapshot_id, project_id)
       WHERE snapshot_id = $1
     ),
     counted AS MATERIALIZED (
       SELECT plan_year, denominator, organization_id, project_id, in_plan, reported, plan_type, source_code, counted_plan,
         disbursed, completed, advance
       FROM line CROSS JOIN LATERAL (VALUES
         ('current-year-plan', planned, plan_type = 'current-year'),
         ('all-plan', planned, true),
         ('excluding-late-supplements', planned_before_late, plan_type = 'current-year')
       ) counting (denominator, counted_plan, counts)
       WHERE counts
     ),
     ${BY_SOURCE},
     whole AS MATERIALIZED (${eachProject('in_plan')}),
     part AS (
       SELECT plan_year, denominator, whole.organization_id, dimension, key, label, with_figure, whole.reported, planned, disbursed,
         completed, advance
       FROM whole JOIN snapshots.snapshot_project p ON p.snapshot_id = $1 AND p.project_id = whole.project_id
         CROSS JOIN LATERAL (VALUES
           ('total', NULL, NULL, in_plan),
           ('unplanned', NULL, NULL, NOT in_plan),
           ('owner', coalesce(p.owner_id::text, p.owner), p.owner, in_plan),
           ('kind', p.kind, NULL, in_plan),
           ('commune', p.commune, p.commune, in_plan)
         ) grouping_of (dimension, key, label, enters)
       WHERE enters
       UNION ALL
       SELECT plan_year, denominator, organization_id, 'source', source_code, s.label, with_figure, reported, planned, disbursed,
         completed, advance
       FROM (${eachProject('source_code', IN_PLAN_OF_SOURCE, 'counted_by_source')}) by_source
         JOIN projects.source_ref s ON s.code = source_code
       UNION ALL
       SELECT plan_year, denominator, organization_id, 'planType', plan_type, NULL, with_figure, reported, planned, disbursed,
         completed, advance
       FROM (${eachProject('plan_type', 'in_plan')}) by_type
     )
     SELECT $1, plan_year, denominator, organization_id, dimension, key, max(label), count(*), count(*) FILTER (WHERE with_figure),
       count(*) FILTER (WHERE with_figure AND reported), sum(planned), sum(disbursed), sum(completed), sum(advance)
     FROM part GROUP BY plan_year, denominator, organization_id, dimension, key`,
    [snapshotId],
  );
}

/**
 * The lines with figures given to sources as live pages give them (contract, section 3): what a return doesn't split is of the
 * one source that the project's plan of that type has; nothing, split over several, is nothing for each; the rest stays
 * unspecified. A frozen week doesn't look into Treasury statements for it.
 */
const BY_SOURCE = `
     plan_sources AS MATERIALIZED (
       SELECT project_id, plan_year, plan_type, array_agg(DISTINCT source_code) AS sources FROM line
       WHERE source_code <> 'unspecified' AND planned <> 0 GROUP BY project_id, plan_year, plan_type
     ),
     counted_by_source AS MATERIALIZED (
       SELECT plan_year, denominator, organization_id, project_id, in_plan, reported, source_code, counted_plan,
         NULL::numeric AS disbursed, NULL::numeric AS completed, NULL::numeric AS advance
       FROM counted
       UNION ALL
       SELECT plan_year, denominator, organization_id, project_id, in_plan, reported, each, NULL, disbursed, completed, advance
       FROM counted LEFT JOIN plan_sources USING (project_id, plan_year, plan_type)
         CROSS JOIN LATERAL unnest(CASE
           WHEN source_code = 'unspecified' AND (cardinality(sources) = 1 OR cardinality(sources) > 1
             AND coalesce(disbursed, 0) = 0 AND coalesce(completed, 0) = 0 AND coalesce(advance, 0) = 0)
           THEN sources ELSE ARRAY[source_code] END) AS each
       WHERE num_nonnulls(disbursed, completed, advance) > 0
     )`;

/** What a project has of a source of which it has no plan enters no sum of it, as on live pages. */
const IN_PLAN_OF_SOURCE = `in_plan AND (source_code = 'unspecified' OR (project_id, plan_year, source_code) IN (
         SELECT project_id, plan_year, source_code FROM line WHERE planned IS NOT NULL))`;

/**
 * SQL for the lines summed up to one row for each project and value of `column`, so that counting rows afterwards counts
 * projects: counting distinct ones would sort every line once for each dimension.
 */
function eachProject(column: string, where = 'true', from = 'counted'): string {
  return `
    SELECT plan_year, denominator, organization_id, project_id, reported, ${column}, bool_or(disbursed IS NOT NULL) AS with_figure,
      sum(counted_plan) AS planned, sum(disbursed) AS disbursed, sum(completed) AS completed, sum(advance) AS advance
    FROM ${from} WHERE ${where} GROUP BY plan_year, denominator, organization_id, project_id, reported, ${column}`;
}

/**
 * Tells the planner of the week that was just written. Its statistics know all earlier weeks by their ids, so of a new one it
 * expects no row, and joins thousands of them by comparing each with each.
 */
export async function analyzeSnapshots(manager: EntityManager): Promise<void> {
  await manager.query(
    'ANALYZE snapshots.snapshot_project (snapshot_id), snapshots.snapshot_line (snapshot_id), snapshots.snapshot_blocker (snapshot_id)',
  );
}

interface Office {
  readonly id: string;
  readonly name: string;
  readonly lastAsOf: string | null;
}

/** Writes who owed a return, or sent figures, and what had come of it by the cut. After the lines. */
export async function writeOrganizations(
  manager: EntityManager,
  frozen: FrozenWeekRef,
  owed: ReadonlyMap<string, readonly DutyKind[]>,
): Promise<void> {
  const { id } = frozen;
  const sent = groupBy(await sentReturns(manager, frozen), ({ organizationId }) => organizationId);
  const offices = await officesOf(manager, frozen.id, [...sent.keys(), ...owed.keys()]);
  const rows = offices.flatMap((office) =>
    DUTY_KINDS.flatMap((kind) => {
      const report = reportOfWeek(sent.get(office.id) ?? [], kind, frozen);
      const owes = owed.get(office.id)?.includes(kind) ?? false;
      // Figures that came without a duty are worth knowing of; other kinds are looked at where they are owed.
      return owes || (kind === 'disbursement' && report.state !== 'silent')
        ? [{ ...office, kind, owes, ...report }]
        : [];
    }),
  );
  await manager.query(
    `INSERT INTO snapshots.snapshot_organization (snapshot_id, organization_id, kind, name, owes, state, late, return_id, received_at, last_as_of)
     SELECT $1, id, kind, name, owes, state, late, "returnId", "receivedAt", "lastAsOf"
     FROM jsonb_to_recordset($2) AS t (id uuid, kind text, name text, owes boolean, state text, late boolean, "returnId" uuid,
       "receivedAt" timestamptz, "lastAsOf" date)`,
    [id, JSON.stringify(rows)],
  );
}

async function officesOf(
  manager: EntityManager,
  snapshotId: string,
  officeIds: readonly string[],
): Promise<Office[]> {
  return manager.query(
    `SELECT o.id, o.name, newest.as_of AS "lastAsOf"
     FROM organizations.organization_ref o
       LEFT JOIN (
         SELECT r.organization_id, max(f.as_of) AS as_of
         FROM snapshots.snapshot_line l
           -- Each by its id: joined, PostgreSQL would go through all figures of all weeks.
           CROSS JOIN LATERAL (SELECT return_id, as_of FROM capital.figure_ref WHERE id = l.figure_id OFFSET 0) f
           JOIN returns.return_ref r ON r.id = f.return_id
         WHERE l.snapshot_id = $1 GROUP BY r.organization_id
       ) newest ON newest.organization_id = o.id
     WHERE o.id = ANY($2)`,
    [snapshotId, officeIds],
  );
}
