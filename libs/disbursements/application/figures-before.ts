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
    `SELECT d.project_id AS "projectId", p.code, p.name, d.valid_from AS "asOf", sum(d.disbursed) AS disbursed,
       min(r.organization_id::text) AS "organizationId"
     FROM disbursement_position d JOIN project p ON p.id = d.project_id
       JOIN figure f ON f.id = d.figure_id JOIN return r ON r.id = f.return_id
     WHERE d.plan_year = $1 AND d.basis = $2 AND d.plan_type = 'current-year'
       AND d.valid_from < $3 AND d.valid_to >= $3 AND (d.project_id = ANY($4) OR r.organization_id = $5)
     GROUP BY d.project_id, p.code, p.name, d.valid_from
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
