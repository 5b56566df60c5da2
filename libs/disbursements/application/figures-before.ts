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
    `WITH history AS (
       SELECT d.project_id, d.valid_from, sum(d.disbursed) AS disbursed, min(r.organization_id::text) AS organization
       FROM disbursement_position d JOIN figure f ON f.id = d.figure_id JOIN return r ON r.id = f.return_id
       WHERE d.plan_year = $1 AND d.basis = $2 AND d.plan_type = 'current-year' AND d.valid_from < $3
         AND (d.project_id = ANY($4) OR r.organization_id = $5)
       GROUP BY d.project_id, d.valid_from
     ),
     last AS (SELECT DISTINCT ON (project_id) * FROM history ORDER BY project_id, valid_from DESC),
     changed AS (
       SELECT h.project_id, max(h.valid_from) AS before FROM history h JOIN last USING (project_id)
       WHERE h.disbursed IS DISTINCT FROM last.disbursed GROUP BY h.project_id
     )
     SELECT last.project_id AS "projectId", p.code, p.name, last.valid_from AS "asOf", last.disbursed,
       last.organization AS "organizationId", (
         SELECT min(h.valid_from) FROM history h
         WHERE h.project_id = last.project_id AND (changed.before IS NULL OR h.valid_from > changed.before)
       ) AS since
     FROM last JOIN project p ON p.id = last.project_id LEFT JOIN changed USING (project_id)
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
