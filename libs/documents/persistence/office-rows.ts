import type { EntityManager } from 'typeorm';
import {
  dongOf,
  groupBy,
  type PlainDate,
  type PlanType,
  type PlanYear,
  UNSPECIFIED_SOURCE,
} from '@thongvon/kernel';
import { holderOn, outOfForce, participantsOn, type ProjectKind, unclaimed } from '@thongvon/projects';
import type { FormMeasure, LastMeasure } from '../domain/clearance-form';
import type { LedgerProject } from '../domain/reporting-lines';

/** The name of an office, whoever asks; null: there is none of this id. */
export async function officeName(manager: EntityManager, id: string): Promise<string | null> {
  const [office] = await manager.query<{ name: string }[]>(
    'SELECT name FROM organizations.organization_ref WHERE id = $1',
    [id],
  );
  return office?.name ?? null;
}

interface Row {
  readonly id: string;
  readonly code: string | null;
  readonly name: string;
  readonly kind: ProjectKind;
  readonly lines: readonly {
    readonly planType: PlanType;
    readonly sourceCode: string;
    readonly source: string | null;
    readonly planned: string | null;
    readonly disbursed: string | null;
    readonly completed: string | null;
    readonly advance: string | null;
  }[];
}

/**
 * The projects that an office reports for a day, with the plan in force on it and the last approved figures before it,
 * by name: what it reported last, and what it owns as long as nobody else reports it. What is another's on the day is left
 * out, also where the office reported it before. `scope`: the office and all below it.
 */
export async function officeLedger(
  manager: EntityManager,
  {
    organizationId,
    scope,
    planYear,
    asOf,
  }: { organizationId: string; scope: readonly string[]; planYear: PlanYear; asOf: PlainDate },
): Promise<(Omit<LedgerProject, 'blocker'> & { readonly id: string })[]> {
  const rows = await manager.query<Row[]>(
    `WITH reported AS (
       SELECT d.project_id, d.plan_type, d.source_code, d.disbursed, d.completed, d.advance, r.organization_id = $1 AS by_office
       FROM capital.disbursement_position_ref d JOIN capital.figure_ref f ON f.id = d.figure_id JOIN returns.return_ref r ON r.id = f.return_id
       WHERE d.plan_year = $2 AND d.basis = 'reported' AND d.valid_from < $3 AND d.valid_to >= $3
     ),
     plan AS (
       SELECT project_id, plan_type, source_code, amount FROM capital.plan_position_ref
       WHERE plan_year = $2 AND valid_from <= $3 AND valid_to > $3
     ),
     line AS (
       SELECT project_id, plan_type, source_code, plan.amount, reported.disbursed, reported.completed, reported.advance
       FROM plan FULL JOIN reported USING (project_id, plan_type, source_code)
     ),
     reporters AS (SELECT project_id, bool_or(by_office) AS by_office FROM reported GROUP BY project_id)
     SELECT p.id, p.code, p.name, p.kind,
       jsonb_agg(jsonb_build_object('planType', line.plan_type, 'sourceCode', line.source_code, 'source', s.label,
         'planned', line.amount::text, 'disbursed', line.disbursed::text,
         'completed', line.completed::text, 'advance', line.advance::text) ORDER BY line.plan_type, line.source_code) AS lines
     FROM line JOIN projects.project_ref p ON p.id = line.project_id
       LEFT JOIN reporters ON reporters.project_id = p.id
       LEFT JOIN projects.source_ref s ON s.code = line.source_code
     WHERE coalesce(reporters.by_office, ${holderOn('$3::date')} = $1)
       AND ${holderOn('$3::date')} = ANY($4)
     GROUP BY p.id, p.code, p.name, p.kind, p.name_key ORDER BY p.name_key, p.id`,
    [organizationId, planYear, asOf, scope],
  );
  return rows.map(({ lines, ...project }) => ({
    ...project,
    lines: lines.map(({ planType, sourceCode, source, planned, disbursed, completed, advance }) => ({
      planType,
      source: sourceCode === UNSPECIFIED_SOURCE ? null : (source ?? sourceCode),
      planned: dongOf(planned),
      disbursed: dongOf(disbursed),
      completed: dongOf(completed),
      advance: dongOf(advance),
    })),
  }));
}

interface OfficeClearance {
  readonly id: string;
  /** The part of the project that the row is of; null: the whole, or what the office clears of it. */
  readonly segmentId: string | null;
  readonly code: string | null;
  readonly name: string;
  readonly last: Readonly<Partial<Record<FormMeasure, LastMeasure>>>;
}

interface OfficeQuestion {
  readonly organizationId: string;
  /** The office and all below it. */
  readonly scope: readonly string[];
  /** The offices above it. */
  readonly above: readonly string[];
  readonly asOf: PlainDate;
}

/**
 * The projects whose clearance an office reports, with the last numbers before a day, by name: those that it reported
 * before, clears a segment of or takes part in; all of its own as long as there is none. Its own stand in a row for each
 * part as well that no other office clears. What is another's on the day is left out.
 */
export async function officeClearance(
  manager: EntityManager,
  { organizationId, scope, above, asOf }: OfficeQuestion,
): Promise<OfficeClearance[]> {
  return manager.query<OfficeClearance[]>(
    `WITH held AS (SELECT p.id FROM projects.project_ref p WHERE ${holderOn('$2::date')} = $1),
     figure AS (
       SELECT c.project_id, c.measure, c.value, c.valid_from, CASE WHEN h.id IS NOT NULL THEN s.id END AS segment_id
       FROM land_clearance.clearance_position_ref c
         JOIN land_clearance.clearance_figure_ref f ON f.id = c.figure_id LEFT JOIN returns.return_ref r ON r.id = f.return_id
         LEFT JOIN land_clearance.clearance_segment_ref s ON s.id = c.segment_id LEFT JOIN held h ON h.id = c.project_id
       WHERE c.valid_from < $2 AND c.valid_to >= $2
         AND CASE WHEN h.id IS NOT NULL THEN coalesce(s.organization_id, $1) = $1
           WHEN s.id IS NULL THEN r.organization_id = $1
           ELSE s.organization_id = $1 END
     ),
     reported AS (
       SELECT project_id, segment_id, jsonb_object_agg(measure,
         jsonb_build_object('value', trim_scale(value)::text, 'asOf', valid_from)) AS figures
       FROM figure GROUP BY project_id, segment_id
     ),
     mine AS (
       SELECT project_id AS id FROM figure
       UNION SELECT project_id FROM land_clearance.clearance_segment_ref WHERE organization_id = $1
       UNION SELECT project_id FROM projects.participant_ref
         WHERE organization_id = $1 AND role = 'land-clearance' AND valid_from <= $2 AND coalesce(valid_to > $2, true)
     ),
     allowed AS (
       SELECT p.id FROM projects.project_ref p WHERE ${holderOn('$2::date')} = ANY($3) OR $1 = ANY(${participantsOn('$2::date')})
         OR ${unclaimed('$4')}
     )
     SELECT p.id, reported.segment_id AS "segmentId", p.code, p.name || coalesce(', ' || s.name, '') AS name,
       coalesce(reported.figures, '{}') AS last
     FROM projects.project_ref p LEFT JOIN reported ON reported.project_id = p.id LEFT JOIN land_clearance.clearance_segment_ref s ON s.id = reported.segment_id
     WHERE p.id IN (SELECT id FROM allowed) AND NOT ${outOfForce()}
       AND (p.id IN (SELECT id FROM mine) OR (NOT EXISTS (SELECT FROM mine) AND p.id IN (SELECT id FROM held)))
     ORDER BY p.name_key, p.id, s.batch NULLS FIRST, s.name_key NULLS FIRST`,
    [organizationId, asOf, scope, above],
  );
}

/** What a return named as standing in the way. */
export interface NamedBlocker {
  /** The part of the project that it stands in; null: not said. */
  readonly segmentId: string | null;
  readonly text: string;
  readonly responsibleUnit: string | null;
  readonly due: PlainDate | null;
}

/** By project id, what the office's last return before a day named as standing in the way, as far as it is still open. */
export async function namedBlockers(
  manager: EntityManager,
  { organizationId, asOf }: { organizationId: string; asOf: PlainDate },
): Promise<Map<string, NamedBlocker[]>> {
  const rows = await manager.query<(NamedBlocker & { projectId: string })[]>(
    `SELECT DISTINCT ON (b.project_id, b.segment_id) b.project_id AS "projectId", b.segment_id AS "segmentId", last.text,
       last.responsible_unit AS "responsibleUnit", last.due
     FROM blockers.blocker_ref b JOIN blockers.blocker_position_ref now ON now.blocker_id = b.id AND now.valid_to = 'infinity' AND now.open
       JOIN LATERAL (
         SELECT m.* FROM blockers.blocker_mention_ref m JOIN returns.return_ref r ON r.id = m.return_id
         WHERE m.blocker_id = b.id AND r.status = 'approved' AND r.organization_id = $1 AND m.as_of < $2
         ORDER BY m.as_of DESC, m.id DESC LIMIT 1
       ) last ON last.type = 'named'
     ORDER BY b.project_id, b.segment_id NULLS FIRST, last.as_of DESC, last.id`,
    [organizationId, asOf],
  );
  return groupBy(rows, ({ projectId }) => projectId);
}
