import type { EntityManager } from 'typeorm';
import { decisionKey, type PlainDate, type PlanType, type PlanYear } from '@thongvon/kernel';
import { AGAIN_CHOICES, type AgainChoice, type ReturnFacts } from '@thongvon/returns';

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

/** What names the decision in the question and in its answer. */
export function decisionName({ reading: { decision } }: Pick<ReturnFacts, 'reading'>): string {
  return decision === null ? '' : `${decision.number} ${decision.date}`;
}

/** What was answered for this very decision; null: nothing yet. */
export function chosenFor(facts: Pick<ReturnFacts, 'reading' | 'answers'>): AgainChoice | null {
  const name = decisionName(facts);
  const answer = facts.answers.find(({ code, asked }) => code === 'RET-DECISION-AGAIN' && asked === name);
  return AGAIN_CHOICES.find((choice) => choice === answer?.value) ?? null;
}

/** The returns that end when this one is approved as `choice`. */
export function endingWith(choice: AgainChoice | null, standing: readonly StandingLine[]): string[] {
  if (choice !== 'replacement') return [];
  return [...new Set(standing.flatMap(({ returnId, replaceable }) => (replaceable ? [returnId] : [])))];
}
