import type { EntityManager } from 'typeorm';
import type { ReturnKind } from '@thongvon/return-reader';
import type { PreviewRow, PreviewSection, ReturnFacts } from '@thongvon/returns';
import type { Basis } from '../../domain/figures/basis';
import { ledgerLines } from '../../domain/figures/ledger-lines';
import {
  compareWithEnding,
  type EndingProject,
  type EndingReturn,
} from '../../domain/figures/replaced-return';

/**
 * Approved returns that end when this one is approved, the last approved first. A full return replaces an earlier one of
 * the same office, kind and date; a partial one only what it lists.
 */
export async function endingReturns(
  manager: EntityManager,
  { reading, organizationId, id }: ReturnFacts,
  kind: ReturnKind,
): Promise<EndingReturn[]> {
  if (reading.coverage !== 'full') return [];
  return manager.query<EndingReturn[]>(
    `SELECT id, approved_at AS "approvedAt" FROM returns.return_ref
     WHERE organization_id = $1 AND status = 'approved' AND id <> $2 AND as_of = $3 AND plan_year = $4
       AND $5 = ANY(kinds) AND kinds <@ $6
     ORDER BY approved_at DESC, id`,
    [organizationId, id, reading.asOf, reading.planYear, kind, reading.kinds],
  );
}

/** The rows of a section held against the approved returns that end with it; as they are where none does. */
export async function againstEnding(
  manager: EntityManager,
  { reading }: ReturnFacts,
  basis: Basis,
  rows: readonly PreviewRow[],
  ending: readonly EndingReturn[],
): Promise<Pick<PreviewSection, 'rows' | 'replaces'>> {
  const [last] = ending;
  const { planYear, projects, sheets } = reading;
  // Without rows nothing could be compared: its unit is still asked for.
  if (last === undefined || planYear === null || rows.length < projects.length) return { rows };
  const known = await manager.query<EndingProject[]>(
    `SELECT p.id AS "projectId", p.code, p.name, json_agg(json_build_object('basis', f.basis, 'plan_type', f.plan_type,
       'source_code', f.source_code, 'disbursed', f.disbursed::text, 'completed', f.completed::text,
       'advance', f.advance::text)) AS lines
     FROM (
       SELECT f.*, rank() OVER (PARTITION BY f.project_id, f.plan_type, f.basis ORDER BY r.approved_at DESC, r.id) AS place
       FROM capital.figure f JOIN returns.return_ref r ON r.id = f.return_id
       WHERE f.return_id = ANY($1) AND f.plan_year = $2 AND f.basis = ANY($3)
     ) f JOIN projects.project_ref p ON p.id = f.project_id
     WHERE f.place = 1 GROUP BY p.id, p.code, p.name ORDER BY p.code NULLS LAST, p.name`,
    [ending.map(({ id }) => id), planYear, basis === 'reported' ? [basis, 'estimate'] : [basis]],
  );
  const reported = projects.map((project) => ledgerLines(project, sheets, planYear, basis));
  return compareWithEnding(rows, reported, last, known);
}
