import type { EntityManager } from 'typeorm';
import type { PlainDate, PlanYear } from '@thongvon/kernel';
import type { ReturnKind } from '@thongvon/return-reader';
import type { EndingProject, EndingReturn } from '../../domain/figures/figure-changes';
import type { Basis } from '../../domain/figures/figures-query';
import type { LedgerLine } from '../../domain/figures/ledger-lines';

/** Writes the figures of a return, in one statement. */
export async function insertFigures(
  manager: EntityManager,
  of: { readonly returnId: string; readonly planYear: PlanYear; readonly asOf: PlainDate },
  figures: readonly (LedgerLine & { readonly projectId: string })[],
): Promise<void> {
  const lines = figures.map(({ projectId, ...line }) => ({ project_id: projectId, ...line }));
  await manager.query(
    `INSERT INTO capital.figure (return_id, project_id, plan_year, plan_type, source_code, basis, as_of, disbursed, completed, advance, cells)
     SELECT $2, project_id, $3, plan_type, source_code, basis, $4, disbursed, completed, advance, cells
     FROM jsonb_to_recordset($1) AS t (project_id uuid, basis text, plan_type text, source_code text, disbursed numeric,
       completed numeric, advance numeric, cells jsonb)`,
    [JSON.stringify(lines), of.returnId, of.planYear, of.asOf],
  );
}

/** Which approved returns are meant: of an office, a day and year, that bring a kind and nothing but some kinds. */
interface ApprovedAsked {
  readonly organizationId: string;
  readonly asOf: PlainDate | null;
  readonly planYear: PlanYear | null;
  readonly kind: ReturnKind;
  readonly within: readonly ReturnKind[];
  /** The return that asks, which isn't meant. */
  readonly but: string;
}

/** The last approved first. */
export function approvedReturns(
  manager: EntityManager,
  { organizationId, asOf, planYear, kind, within, but }: ApprovedAsked,
): Promise<EndingReturn[]> {
  return manager.query<EndingReturn[]>(
    `SELECT id, approved_at AS "approvedAt" FROM returns.return_ref
     WHERE organization_id = $1 AND status = 'approved' AND id <> $2 AND as_of = $3 AND plan_year = $4
       AND $5 = ANY(kinds) AND kinds <@ $6
     ORDER BY approved_at DESC, id`,
    [organizationId, but, asOf, planYear, kind, within],
  );
}

/** What these returns say, by project: of each plan type and basis what the last approved of them says. By code, then name. */
export function figuresOfReturns(
  manager: EntityManager,
  returnIds: readonly string[],
  planYear: PlanYear,
  bases: readonly Basis[],
): Promise<EndingProject[]> {
  return manager.query<EndingProject[]>(
    `SELECT p.id AS "projectId", p.code, p.name, json_agg(json_build_object('basis', f.basis, 'plan_type', f.plan_type,
       'source_code', f.source_code, 'disbursed', f.disbursed::text, 'completed', f.completed::text,
       'advance', f.advance::text)) AS lines
     FROM (
       SELECT f.*, rank() OVER (PARTITION BY f.project_id, f.plan_type, f.basis ORDER BY r.approved_at DESC, r.id) AS place
       FROM capital.figure f JOIN returns.return_ref r ON r.id = f.return_id
       WHERE f.return_id = ANY($1) AND f.plan_year = $2 AND f.basis = ANY($3)
     ) f JOIN projects.project_ref p ON p.id = f.project_id
     WHERE f.place = 1 GROUP BY p.id, p.code, p.name ORDER BY p.code NULLS LAST, p.name`,
    [returnIds, planYear, bases],
  );
}
