import type { EntityManager } from 'typeorm';
import type { PlainDate, PlanYear } from '@thongvon/kernel';
import type { Basis } from '../domain/basis';

/** The last approved figure of a project before a date: this year's plan, summed over sources, whole đồng. */
export interface FigureBefore {
  readonly projectId: string;
  readonly code: string | null;
  readonly name: string;
  readonly asOf: PlainDate;
  readonly disbursed: bigint | null;
  /** Since which as-of date that amount has stood unchanged. */
  readonly since: PlainDate;
  /** The organisation that reported it. */
  readonly organizationId: string;
}

/** By project id, for the given projects and for all that the organisation reported last. */
export async function figuresBefore(
  manager: EntityManager,
  question: {
    organizationId: string;
    projectIds: readonly string[];
    planYear: PlanYear;
    basis: Basis;
    before: PlainDate;
  },
): Promise<Map<string, FigureBefore>> {
  const rows = await manager.query<(Omit<FigureBefore, 'disbursed'> & { disbursed: string | null })[]>(
    `WITH last AS (
       SELECT d.project_id, d.valid_from, sum(d.disbursed) AS disbursed, min(r.organization_id::text) AS organization
       FROM disbursement_position d JOIN figure f ON f.id = d.figure_id JOIN return r ON r.id = f.return_id
       WHERE d.plan_year = $1 AND d.basis = $2 AND d.plan_type = 'current-year'
         AND d.valid_from < $3 AND d.valid_to >= $3 AND (d.project_id = ANY($4) OR r.organization_id = $5)
       GROUP BY d.project_id, d.valid_from
     ),
     history AS (
       SELECT project_id, d.valid_from, d.valid_to, sum(d.disbursed) AS disbursed
       FROM disbursement_position d JOIN last USING (project_id)
       WHERE d.plan_year = $1 AND d.basis = $2 AND d.plan_type = 'current-year' AND d.valid_from < $3
       GROUP BY project_id, d.valid_from, d.valid_to
     ),
     stood AS (
       SELECT project_id, coalesce(
         max(history.valid_to) FILTER (WHERE history.disbursed IS DISTINCT FROM last.disbursed),
         min(history.valid_from)
       ) AS since
       FROM last JOIN history USING (project_id) GROUP BY project_id
     )
     SELECT project_id AS "projectId", p.code, p.name, last.valid_from AS "asOf", disbursed, since,
       organization AS "organizationId"
     FROM last JOIN stood USING (project_id) JOIN project p ON p.id = project_id
     ORDER BY p.code NULLS LAST, p.name`,
    [question.planYear, question.basis, question.before, question.projectIds, question.organizationId],
  );
  return new Map(
    rows.map((row) => [
      row.projectId,
      { ...row, disbursed: row.disbursed === null ? null : BigInt(row.disbursed) },
    ]),
  );
}
