import type { EntityManager } from 'typeorm';
import { decisionKey, type PlainDate, type PlanType, type PlanYear } from '@thongvon/kernel';
import type { ReturnFacts } from '@thongvon/returns';

/** A decision as a plan names it. */
interface NewDecision {
  readonly number: string;
  readonly date: PlainDate;
  readonly mode: 'initial' | 'adjustment';
  readonly planYear: PlanYear;
  readonly organizationId: string;
  /** Business clock. */
  readonly at: Date;
  /** Whether `mode` takes the place of what an earlier return said of the same decision. */
  readonly decidesMode: boolean;
}

/** The decision's id: one for an office, number, date and year, whoever writes it first. */
export async function recordDecision(
  manager: EntityManager,
  { number, date, mode, planYear, organizationId, at, decidesMode }: NewDecision,
): Promise<string> {
  const [recorded] = await manager.query<{ id: string }[]>(
    `INSERT INTO capital.decision (number, number_key, decided_on, mode, plan_year, organization_id, recorded_at)
     VALUES ($1, $7, $2, $3, $4, $5, $6)
     ON CONFLICT ON CONSTRAINT decision_number
       DO UPDATE SET mode = CASE WHEN $8 THEN excluded.mode ELSE decision.mode END
     RETURNING id`,
    [number, date, mode, planYear, organizationId, at, decisionKey(number), decidesMode],
  );
  if (!recorded) throw new Error('nothing was written');
  return recorded.id;
}

/** What a decision gives a project of a source, and the cell that says so. */
interface NewAllocation {
  readonly projectId: string;
  readonly planType: PlanType;
  readonly source: string;
  /** Whole đồng as text. */
  readonly planned: string;
  readonly cell: { readonly sheet: string; readonly cell: string };
}

/** Of which decision a return says something, for which year, and from which day on. */
export interface DecidedBy {
  readonly returnId: string;
  readonly decisionId: string;
  readonly planYear: PlanYear;
  readonly effectiveOn: PlainDate;
}

/** Writes what a return says of a decision, in one statement. */
export async function insertAllocations(
  manager: EntityManager,
  of: DecidedBy,
  allocations: readonly NewAllocation[],
): Promise<void> {
  const entries = allocations.map(({ projectId, planType, source, planned, cell }) => ({
    project_id: projectId,
    plan_type: planType,
    source_code: source,
    amount: planned,
    sheet: cell.sheet,
    cell: cell.cell,
  }));
  await manager.query(
    `INSERT INTO capital.allocation (return_id, decision_id, project_id, plan_year, plan_type, source_code, amount, effective_on, sheet, cell)
     SELECT $2, $3, project_id, $4, plan_type, source_code, amount, $5, sheet, cell
     FROM jsonb_to_recordset($1) AS t (project_id uuid, plan_type text, source_code text, amount numeric, sheet text, cell text)`,
    [JSON.stringify(entries), of.returnId, of.decisionId, of.planYear, of.effectiveOn],
  );
}

/** Who approved the return; null: nobody yet. */
export async function approverOf(manager: EntityManager, returnId: string): Promise<string | null> {
  const [approved] = await manager.query<{ by: string | null }[]>(
    'SELECT approved_by AS by FROM returns.return_ref WHERE id = $1',
    [returnId],
  );
  return approved?.by ?? null;
}

/** A line of the decision that counts. Whole đồng. */
export interface StandingLine {
  readonly returnId: string;
  /** The return holds nothing but plans, so that it can be replaced as a whole. */
  readonly replaceable: boolean;
  readonly projectId: string;
  readonly code: string | null;
  readonly name: string;
  readonly planYear: PlanYear;
  readonly planType: PlanType;
  readonly source: string;
  readonly amount: string;
}

/** What approved returns of the same office have brought of the decision that a plan names: same number and date. */
export async function standingLines(
  manager: EntityManager,
  { id, organizationId, reading: { decision, kinds } }: ReturnFacts,
): Promise<StandingLine[]> {
  if (decision === null) return [];
  return manager.query<StandingLine[]>(
    `SELECT r.id AS "returnId", r.kinds <@ $5 AS replaceable, p.id AS "projectId", p.code, p.name,
       a.plan_year AS "planYear", a.plan_type AS "planType", a.source_code AS source, a.amount
     FROM capital.decision d JOIN capital.allocation a ON a.decision_id = d.id JOIN returns.return_ref r ON r.id = a.return_id
       JOIN projects.project_ref p ON p.id = a.project_id
     WHERE d.organization_id = $1 AND split_part(d.number_key, ' ', 1) = $2 AND d.decided_on = $3
       AND r.status = 'approved' AND r.id <> $4
     ORDER BY p.code NULLS LAST, p.name, a.id`,
    [organizationId, decisionKey(decision.number), decision.date, id, kinds],
  );
}

/** A line of the decision that another office's approved return has brought. */
export interface LineElsewhere extends StandingLine {
  /** Null: an office that the sender doesn't see, of which nothing is said (contract, section 3, "Whose"). */
  readonly office: string | null;
}

/**
 * What approved returns of other offices have brought of a decision of this number and date: of those above and below the
 * sender, which load one decision both, and of any where it names one of these projects. Offices apart from each other have
 * the same numbers on the same day, and mean nothing by it.
 */
export async function linesElsewhere(
  manager: EntityManager,
  { organizationId, scope, above, reading: { decision, kinds } }: ReturnFacts,
  projectIds: readonly string[],
): Promise<LineElsewhere[]> {
  if (decision === null) return [];
  return manager.query<LineElsewhere[]>(
    `SELECT r.id AS "returnId", r.kinds <@ $4 AS replaceable, p.id AS "projectId", p.code, p.name,
       a.plan_year AS "planYear", a.plan_type AS "planType", a.source_code AS source, a.amount,
       CASE WHEN o.id = ANY($5) THEN o.name END AS office
     FROM capital.decision d JOIN capital.allocation a ON a.decision_id = d.id JOIN returns.return_ref r ON r.id = a.return_id
       JOIN projects.project_ref p ON p.id = a.project_id JOIN organizations.organization_ref o ON o.id = d.organization_id
     WHERE d.organization_id <> $1 AND split_part(d.number_key, ' ', 1) = $2 AND d.decided_on = $3 AND r.status = 'approved'
       AND (d.organization_id = ANY($5) OR d.organization_id = ANY($6) OR a.project_id = ANY($7))
     ORDER BY o.name, p.code NULLS LAST, p.name, a.id`,
    [organizationId, decisionKey(decision.number), decision.date, kinds, scope, above, projectIds],
  );
}

/**
 * Other dates of the same year under which approved returns of the office have brought a decision of this number. Numbers
 * restart each year: the same number of another year is another decision.
 */
export async function otherDates(
  manager: EntityManager,
  { id, organizationId, reading: { decision } }: ReturnFacts,
): Promise<PlainDate[]> {
  if (decision === null) return [];
  const rows = await manager.query<{ date: PlainDate }[]>(
    `SELECT DISTINCT d.decided_on AS date
     FROM capital.decision d JOIN capital.allocation a ON a.decision_id = d.id JOIN returns.return_ref r ON r.id = a.return_id
     WHERE d.organization_id = $1 AND split_part(d.number_key, ' ', 1) = $2 AND d.decided_on <> $3
       AND date_trunc('year', d.decided_on) = date_trunc('year', $3::date) AND r.status = 'approved' AND r.id <> $4
     ORDER BY date`,
    [organizationId, decisionKey(decision.number), decision.date, id],
  );
  return rows.map(({ date }) => date);
}
