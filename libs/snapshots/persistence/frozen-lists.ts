import { countedTypes } from '@thongvon/capital';
import {
  currentPlanYearSql,
  firstDayOfWeek,
  type PlainDate,
  type PlanType,
  type PlanYear,
} from '@thongvon/kernel';
import { Conditions, type ListSource, type SortKey } from '@thongvon/platform';
import { PROJECT_REF, type ProjectRef } from '@thongvon/projects';
import type { FrozenBlocker, FrozenProject, FrozenWeekRef } from '../domain/frozen-week';
import { blockersSeenBy, type SumsQuery } from './frozen-sums';

/** A frozen week in a revision, with its sums. */
export interface WeekRow {
  readonly week: PlainDate;
  readonly revision: number;
  readonly frozenAt: Date;
  readonly planYears: readonly PlanYear[];
  /** Why it was frozen again; null: it wasn't. */
  readonly correction: string | null;
  /** Sums over the organisations that were asked for, of the week's own year. Whole đồng as text. */
  readonly planned: string | null;
  readonly disbursed: string | null;
}

/** The frozen weeks and their revisions: newest week first, within it the newest revision. */
export function weekList(organizationIds: readonly string[]): ListSource {
  const where = new Conditions();
  const scope = `${where.parameter(organizationIds)}::uuid[]`;
  const from = `snapshots.weekly_snapshot s JOIN snapshots.weekly_cut c USING (week, revision)
    CROSS JOIN LATERAL (
      SELECT sum(planned)::text AS planned, sum(disbursed)::text AS disbursed FROM snapshots.snapshot_rollup r
      WHERE r.snapshot_id = s.id AND r.dimension = 'total' AND r.denominator = 'current-year-plan'
        AND r.plan_year = ${currentPlanYearSql('s.week')} AND r.organization_id = ANY(${scope})
    ) total`;
  const columns = `s.week, s.revision, s.frozen_at AS "frozenAt", s.plan_years AS "planYears", c.reason AS correction,
    total.planned, total.disbursed`;
  const sort: SortKey[] = [
    { sql: 's.week', type: 'date' },
    { sql: 's.revision', type: 'integer' },
  ];
  return { columns, from, where, sort, descending: true };
}

/** A plan type and source of a project in a frozen week: whole đồng as text, null where it isn't known. */
export interface ListedLine {
  readonly planType: PlanType;
  readonly source: { readonly code: string; readonly label: string };
  readonly planned: string | null;
  readonly disbursed: string | null;
  readonly completed: string | null;
  readonly advance: string | null;
  /** Disbursed less that of the line the week before. */
  readonly change: string | null;
}

/** A row of `frozenProjectList`: amounts as text, whole đồng. */
export interface FrozenProjectRow extends Pick<
  FrozenProject,
  'id' | 'code' | 'name' | 'kind' | 'commune' | 'figureAsOf' | 'reported' | 'clearance'
> {
  readonly owner: { readonly id: string | null; readonly name: string | null };
  /** Disbursed in the week before, and the date of that figure. */
  readonly before: string | null;
  readonly beforeOn: PlainDate | null;
  /** Date of the newest figure of the plan year. */
  readonly figureOn: PlainDate | null;
  /** `beforeLate`: the plan without what was added after 30 September. */
  readonly lines: readonly (ListedLine & { readonly beforeLate: string | null })[];
}

/** The projects of a frozen week that these organisations held, by name without accents. `q` searches name and code. */
export function frozenProjectList(
  ref: FrozenWeekRef,
  { scope: organizationIds, planYear, denominator }: SumsQuery,
  q?: string,
): ListSource {
  const where = new Conditions().matchingAny(['p.name_key', 'p.code'], q);
  where.and((id) => `p.snapshot_id = ${id}::uuid`, ref.id);
  where.and((scope) => `p.organization_id = ANY(${scope}::uuid[])`, organizationIds);
  const year = `${where.parameter(planYear)}::int`;
  const previous = `${where.parameter(ref.previousId)}::uuid`;
  // A line's own figure of the week: older ones say of no change.
  const fresh = `${where.parameter(firstDayOfWeek(ref.week))}::date`;
  const types = countedTypes(denominator);
  const from = `snapshots.snapshot_project p LEFT JOIN LATERAL (
      SELECT jsonb_agg(jsonb_build_object('planType', plan_type, 'source', jsonb_build_object('code', source_code, 'label', s.label),
        'planned', planned::text, 'beforeLate', planned_before_late::text, 'disbursed', disbursed::text,
        'completed', completed::text, 'advance', advance::text, 'change', CASE WHEN figure_as_of >= ${fresh} THEN change::text END) ORDER BY plan_type, source_code) AS lines,
        max(figure_as_of) FILTER (WHERE ${types}) AS figure_on
      FROM snapshots.snapshot_line l JOIN projects.source_ref s ON s.code = l.source_code
      WHERE (l.snapshot_id, l.project_id) = (p.snapshot_id, p.project_id) AND l.plan_year = ${year}
    ) l ON true
    LEFT JOIN LATERAL (
      SELECT sum(disbursed) AS disbursed, max(figure_as_of) AS figure_on FROM snapshots.snapshot_line b
      WHERE (b.snapshot_id, b.project_id) = (${previous}, p.project_id) AND b.plan_year = ${year} AND ${types}
    ) before ON true`;
  const columns = `p.project_id AS id, p.code, p.name, p.kind, json_build_object('id', p.owner_id, 'name', p.owner) AS owner,
    p.commune, p.figure_as_of AS "figureAsOf", p.reported, p.clearance, before.disbursed AS before, before.figure_on AS "beforeOn",
    l.figure_on AS "figureOn", coalesce(l.lines, '[]') AS lines`;
  const sort: SortKey[] = [
    { sql: 'p.name_key', type: 'text' },
    { sql: 'p.project_id', type: 'uuid' },
  ];
  return { columns, from, where, sort };
}

/** A row of `frozenBlockerList`. */
export interface FrozenBlockerRow extends Pick<
  FrozenBlocker,
  | 'id'
  | 'description'
  | 'cause'
  | 'responsibleUnit'
  | 'responsiblePerson'
  | 'decidingLevel'
  | 'openedOn'
  | 'due'
> {
  readonly project: ProjectRef;
  readonly segment: { readonly id: string; readonly name: string } | null;
  /** Whole đồng as text. */
  readonly capitalHeld: string | null;
}

/** The blockers of a frozen week that these organisations may see: earliest due first, those without a due date last. */
export function frozenBlockerList(snapshotId: string, scope: readonly string[], q?: string): ListSource {
  const where = new Conditions().matchingAny(['p.name_key', 'p.code'], q);
  where.and((id) => `b.snapshot_id = ${id}::uuid`, snapshotId);
  where.and(blockersSeenBy, scope);
  const from = `snapshots.snapshot_blocker b JOIN snapshots.snapshot_project p USING (snapshot_id, project_id)
    LEFT JOIN land_clearance.clearance_segment_ref s ON s.id = b.segment_id`;
  const columns = `b.blocker_id AS id, json_build_object('id', p.project_id, 'code', p.code, 'name', p.name) AS project,
    CASE WHEN s.id IS NULL THEN NULL ELSE json_build_object('id', s.id, 'name', s.name) END AS segment, b.description, b.cause,
    b.responsible_unit AS "responsibleUnit", b.responsible_person AS "responsiblePerson", b.deciding_level AS "decidingLevel",
    b.opened_on AS "openedOn", b.due, b.held AS "capitalHeld"`;
  const sort: SortKey[] = [
    { sql: `coalesce(b.due, 'infinity')`, type: 'date' },
    { sql: 'b.blocker_id', type: 'uuid' },
  ];
  return { columns, from, where, sort };
}

/** A project of which two frozen weeks differ: whole đồng as text, null where it isn't known. */
export interface MovedProject {
  readonly project: ProjectRef;
  readonly plannedBefore: string | null;
  readonly planned: string | null;
  readonly disbursedBefore: string | null;
  readonly disbursed: string | null;
  /** The second less the first; null where nothing newer was reported. */
  readonly change: string | null;
  readonly blockersOpened: number;
  readonly blockersClosed: number;
}

/** The projects of two frozen weeks whose plan, disbursement or blockers differ, the largest change first. */
export function movedProjectList(
  firstId: string,
  secondId: string,
  { scope, planYear, denominator }: SumsQuery,
  q?: string,
): ListSource {
  const where = new Conditions().matchingAny(['p.name_key', 'p.code'], q);
  const visible = `${where.parameter(scope)}::uuid[]`;
  const year = `${where.parameter(planYear)}::int`;
  const before = `${where.parameter(firstId)}::uuid`;
  const after = `${where.parameter(secondId)}::uuid`;
  const planned = denominator === 'excluding-late-supplements' ? 'planned_before_late' : 'planned';
  const types = countedTypes(denominator);
  const open = (here: string, there: string): string => `(
    SELECT count(*)::int FROM snapshots.snapshot_blocker b WHERE b.snapshot_id = ${here} AND b.project_id = named.project_id
      AND NOT EXISTS (SELECT FROM snapshots.snapshot_blocker o WHERE o.snapshot_id = ${there} AND o.blocker_id = b.blocker_id))`;
  const from = `projects.project_ref p JOIN (
      SELECT project_id, planned_before, planned, disbursed_before, disbursed, figure_before, figure_on,
        ${open(after, before)} AS opened, ${open(before, after)} AS closed
      FROM (
        SELECT s.project_id,
          sum(${planned}) FILTER (WHERE snapshot_id = ${before}) AS planned_before,
          sum(${planned}) FILTER (WHERE snapshot_id = ${after}) AS planned,
          sum(disbursed) FILTER (WHERE snapshot_id = ${before}) AS disbursed_before,
          sum(disbursed) FILTER (WHERE snapshot_id = ${after}) AS disbursed,
          max(l.figure_as_of) FILTER (WHERE snapshot_id = ${before}) AS figure_before,
          max(l.figure_as_of) FILTER (WHERE snapshot_id = ${after}) AS figure_on
        FROM snapshots.snapshot_project s LEFT JOIN (SELECT * FROM snapshots.snapshot_line WHERE plan_year = ${year} AND ${types}) l
          USING (snapshot_id, project_id)
        WHERE snapshot_id IN (${before}, ${after}) AND s.organization_id = ANY(${visible})
        GROUP BY s.project_id
      ) named
    ) m ON m.project_id = p.id`;
  where.also(
    `(m.planned_before, m.disbursed_before, m.opened, m.closed) IS DISTINCT FROM (m.planned, m.disbursed, 0, 0)`,
  );
  const columns = `${PROJECT_REF} AS project, m.planned_before::text AS "plannedBefore",
    m.planned::text AS planned, m.disbursed_before::text AS "disbursedBefore", m.disbursed::text AS disbursed,
    CASE WHEN m.figure_on > m.figure_before OR m.disbursed <> m.disbursed_before
      THEN (m.disbursed - m.disbursed_before)::text END AS change, m.opened AS "blockersOpened", m.closed AS "blockersClosed"`;
  const sort: SortKey[] = [
    { sql: '-abs(coalesce(m.disbursed - m.disbursed_before, 0))', type: 'numeric' },
    { sql: 'p.name_key', type: 'text' },
    { sql: 'p.id', type: 'uuid' },
  ];
  return { columns, from, where, sort };
}
