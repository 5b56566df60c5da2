import type { EntityManager } from 'typeorm';
import type { PlainDate, PlanType, PlanYear } from '@thongvon/kernel';
import { holderOn, UNSPECIFIED_SOURCE, type ProjectKind } from '@thongvon/projects';
import type { LedgerProject } from '../domain/reporting-lines';

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
       SELECT d.project_id, d.plan_type, d.source_code, d.disbursed, r.organization_id = $1 AS by_office
       FROM capital.disbursement_position_ref d JOIN capital.figure_ref f ON f.id = d.figure_id JOIN returns.return_ref r ON r.id = f.return_id
       WHERE d.plan_year = $2 AND d.basis = 'reported' AND d.valid_from < $3 AND d.valid_to >= $3
     ),
     plan AS (
       SELECT project_id, plan_type, source_code, amount FROM capital.plan_position_ref
       WHERE plan_year = $2 AND valid_from <= $3 AND valid_to > $3
     ),
     line AS (
       SELECT project_id, plan_type, source_code, plan.amount, reported.disbursed
       FROM plan FULL JOIN reported USING (project_id, plan_type, source_code)
     ),
     reporters AS (SELECT project_id, bool_or(by_office) AS by_office FROM reported GROUP BY project_id)
     SELECT p.id, p.code, p.name, p.kind,
       jsonb_agg(jsonb_build_object('planType', line.plan_type, 'sourceCode', line.source_code, 'source', s.label,
         'planned', line.amount::text, 'disbursed', line.disbursed::text) ORDER BY line.plan_type, line.source_code) AS lines
     FROM line JOIN projects.project_ref p ON p.id = line.project_id
       LEFT JOIN reporters ON reporters.project_id = p.id
       LEFT JOIN projects.source_ref s ON s.code = line.source_code
     WHERE coalesce(reporters.by_office, coalesce(p.owner_id, p.registered_by) = $1)
       AND ${holderOn('$3::date')} = ANY($4)
     GROUP BY p.id, p.code, p.name, p.kind, p.name_key ORDER BY p.name_key, p.id`,
    [organizationId, planYear, asOf, scope],
  );
  return rows.map(({ lines, ...project }) => ({
    ...project,
    lines: lines.map(({ planType, sourceCode, source, planned, disbursed }) => ({
      planType,
      source: sourceCode === UNSPECIFIED_SOURCE ? null : (source ?? sourceCode),
      planned: planned === null ? null : BigInt(planned),
      disbursed: disbursed === null ? null : BigInt(disbursed),
    })),
  }));
}
