import type { PlainDate, PlanType, PlanYear } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import { Conditions, type ListSource, type SortKey } from '@thongvon/platform';
import { holderOn, PROJECT_REF, PROJECT_SEARCH } from '@thongvon/projects';

/** A row of `decisionList`; whole đồng as text. */
export interface ListedDecision {
  readonly id: string;
  readonly number: string;
  readonly date: PlainDate;
  readonly mode: 'initial' | 'adjustment';
  readonly planYear: PlanYear;
  readonly recordedAt: Date;
  /** The returns that brought it and count. */
  readonly returnIds: string[];
  /** How many projects it gives amounts, and the sum of those amounts. */
  readonly projects: number;
  readonly amount: string | null;
}

/** A row of `allocationList`; whole đồng as text. */
export interface ListedAllocation {
  readonly id: string;
  readonly project: { readonly id: string; readonly code: string | null; readonly name: string };
  readonly decision: { readonly id: string; readonly number: string; readonly date: PlainDate };
  readonly planYear: PlanYear;
  readonly planType: PlanType;
  readonly source: { readonly code: string; readonly label: string };
  readonly amount: string;
  readonly effectiveOn: PlainDate;
  readonly returnId: string;
  readonly cell: { readonly sheet: string; readonly cell: string };
  /** False when the return that brought it was reverted or replaced. */
  readonly effective: boolean;
}

/** Decisions of the actor's office, and those that give projects of its offices amounts: newest first; `q`: of the number. */
export function decisionList(
  actor: Actor,
  { planYear, q }: { readonly planYear?: PlanYear; readonly q?: string },
): ListSource {
  const where = new Conditions().matching('d.number_key', q);
  const scope = `${where.parameter(actor.scope)}::uuid[]`;
  where.and((id) => `(d.organization_id = ${id} OR e.projects > 0)`, actor.organizationId);
  if (planYear !== undefined) where.and((value) => `d.plan_year = ${value}`, planYear);
  const from = `capital.decision d LEFT JOIN LATERAL (
      SELECT array_agg(DISTINCT a.return_id::text) AS returns, count(DISTINCT a.project_id)::int AS projects, sum(a.amount) AS amount
      FROM capital.allocation a JOIN returns.return_ref r ON r.id = a.return_id AND r.status = 'approved'
        JOIN projects.project_ref p ON p.id = a.project_id AND ${holderOn('a.effective_on')} = ANY(${scope})
      WHERE a.decision_id = d.id
    ) e ON true`;
  const columns = `d.id, d.number, d.decided_on AS date, d.mode, d.plan_year AS "planYear", d.recorded_at AS "recordedAt",
    coalesce(e.returns, '{}') AS "returnIds", e.projects, e.amount`;
  const sort: SortKey[] = [
    { sql: 'd.decided_on', type: 'date' },
    { sql: 'd.id', type: 'uuid' },
  ];
  return { columns, from, where, sort, descending: true };
}

/**
 * Entries in the order in which they were written: of what the actor's offices held on the entry's day; of one project that is
 * theirs now, also what was planned before it was.
 */
export function allocationList(
  actor: Actor,
  {
    planYear,
    projectId,
    decisionId,
    q,
  }: {
    readonly planYear?: PlanYear;
    readonly projectId?: string;
    readonly decisionId?: string;
    readonly q?: string;
  },
): ListSource {
  const where = new Conditions()
    .and(
      (ids) =>
        `(${holderOn('a.effective_on')} = ANY(${ids}::uuid[])${projectId === undefined ? '' : ` OR coalesce(p.owner_id, p.registered_by) = ANY(${ids}::uuid[])`})`,
      actor.scope,
    )
    .matching(PROJECT_SEARCH, q);
  if (planYear !== undefined) where.and((value) => `a.plan_year = ${value}`, planYear);
  if (projectId !== undefined) where.and((value) => `a.project_id = ${value}`, projectId);
  if (decisionId !== undefined) where.and((value) => `a.decision_id = ${value}`, decisionId);
  const from = `capital.allocation a JOIN projects.project_ref p ON p.id = a.project_id JOIN capital.decision d ON d.id = a.decision_id
    JOIN returns.return_ref r ON r.id = a.return_id JOIN projects.source_ref s ON s.code = a.source_code`;
  const columns = `a.id, ${PROJECT_REF} AS project,
    json_build_object('id', d.id, 'number', d.number, 'date', d.decided_on) AS decision, a.plan_year AS "planYear",
    a.plan_type AS "planType", json_build_object('code', s.code, 'label', s.label) AS source, a.amount,
    a.effective_on AS "effectiveOn", a.return_id AS "returnId", json_build_object('sheet', a.sheet, 'cell', a.cell) AS cell,
    r.status = 'approved' AS effective`;
  const sort: SortKey[] = [{ sql: 'a.id', type: 'bigint' }];
  return { columns, from, where, sort };
}
