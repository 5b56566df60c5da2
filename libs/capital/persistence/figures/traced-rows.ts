import type { EntityManager } from 'typeorm';
import { dongOf, type PlainDate, type PlanType, type PlanYear, rateOf } from '@thongvon/kernel';
import { together } from '@thongvon/platform';
import type { CellRef, CorrectionReading, LineField } from '@thongvon/return-reader';
import type { Basis } from '../../domain/figures/figures-query';

/** A project's plan year, with the day that decides what is in force. */
interface ProjectYear {
  readonly projectId: string;
  readonly planYear: PlanYear;
  readonly asOf: PlainDate;
}

interface SourceOfCapital {
  readonly code: string;
  readonly label: string;
}

interface FromReturn {
  readonly id: string;
  readonly fileName: string;
  readonly organization: string;
  readonly receivedAt: string;
  readonly submittedBy: string | null;
  readonly approvedAt: string | null;
  readonly approvedBy: string | null;
}

/** What was declared to be right for a cell of a return, before it was read, and who did so. */
interface Corrected extends CorrectionReading {
  readonly by: { readonly name: string; readonly office: string };
  readonly at: string;
}

/** A figure of the ledger with its return, cells and people; whole đồng as text. */
export interface TracedFigure {
  readonly asOf: PlainDate;
  readonly basis: Basis;
  readonly planType: PlanType;
  readonly source: SourceOfCapital;
  readonly disbursed: string | null;
  readonly completed: string | null;
  readonly advance: string | null;
  readonly cells: Partial<Record<LineField, CellRef>>;
  /** Of these cells. */
  readonly corrections: readonly Corrected[];
  readonly inForce: boolean;
  readonly return: FromReturn;
}

/** An assignment of the ledger, likewise. */
export interface TracedPlan {
  readonly decision: string;
  readonly decidedOn: PlainDate;
  readonly effectiveOn: PlainDate;
  readonly planType: PlanType;
  readonly source: SourceOfCapital;
  readonly amount: string;
  readonly cell: CellRef;
  readonly corrections: readonly Corrected[];
  readonly inForce: boolean;
  readonly return: FromReturn;
}

const FROM_RETURN = `json_build_object('id', r.id, 'fileName', r.file_name, 'organization', o.name, 'receivedAt', r.received_at,
  'submittedBy', sender.name, 'approvedAt', r.approved_at, 'approvedBy', approver.name) AS return`;
const RETURN_JOINS = `JOIN organizations.organization_ref o ON o.id = r.organization_id LEFT JOIN organizations.user_ref sender ON sender.id = r.submitted_by
  LEFT JOIN organizations.user_ref approver ON approver.id = r.approved_by`;
/** The corrections that stand of return `r`, of the cells that `isOne` picks. */
const corrections = (
  isOne: string,
): string => `(SELECT coalesce(json_agg(json_build_object('sheet', c.sheet, 'cell', c.cell, 'type', c.type,
    'value', c.value, 'stood', c.stood, 'reason', c.reason, 'by', json_build_object('name', u.name, 'office', home.name), 'at', c.recorded_at)
    ORDER BY c.id), '[]')
  FROM returns.correction_ref c JOIN organizations.user_ref u ON u.id = c.actor_id JOIN organizations.organization_ref home ON home.id = u.organization_id
  WHERE c.return_id = r.id AND c.value IS NOT NULL AND ${isOne}
    AND NOT EXISTS (SELECT FROM returns.correction_ref later WHERE later.replaces = c.id)) AS corrections`;
const OF_FIGURE = corrections(
  `EXISTS (SELECT FROM jsonb_each(f.cells) place WHERE place.value->>'sheet' = c.sheet AND place.value->>'cell' = c.cell)`,
);
const OF_ALLOCATION = corrections('c.sheet = a.sheet AND c.cell = a.cell');
const SOURCE = `json_build_object('code', s.code, 'label', s.label) AS source`;

/** Every figure of the year, newest first: by date, then by approval. */
export function tracedFigures(
  manager: EntityManager,
  { projectId, planYear, asOf }: ProjectYear,
): Promise<TracedFigure[]> {
  return manager.query<TracedFigure[]>(
    `SELECT f.as_of AS "asOf", f.basis, f.plan_type AS "planType", ${SOURCE}, f.disbursed, f.completed, f.advance,
       f.cells - 'planned' - 'estimate' AS cells, ${OF_FIGURE}, ${FROM_RETURN},
       f.id IN (SELECT figure_id FROM capital.disbursement_position
         WHERE project_id = $1 AND plan_year = $2 AND valid_from <= $3::date AND valid_to > $3::date) AS "inForce"
     FROM capital.figure f JOIN projects.source_ref s ON s.code = f.source_code JOIN returns.return_ref r ON r.id = f.return_id ${RETURN_JOINS}
     WHERE f.project_id = $1 AND f.plan_year = $2 ORDER BY f.as_of DESC, r.approved_at DESC, f.id DESC`,
    [projectId, planYear, asOf],
  );
}

/** Every assignment of the year, newest first. */
export function tracedPlans(
  manager: EntityManager,
  { projectId, planYear, asOf }: ProjectYear,
): Promise<TracedPlan[]> {
  return manager.query<TracedPlan[]>(
    `SELECT d.number AS decision, d.decided_on AS "decidedOn", a.effective_on AS "effectiveOn", a.plan_type AS "planType",
       ${SOURCE}, a.amount, json_build_object('sheet', a.sheet, 'cell', a.cell) AS cell, ${OF_ALLOCATION}, ${FROM_RETURN},
       a.id IN (SELECT allocation_id FROM capital.plan_position
         WHERE project_id = $1 AND plan_year = $2 AND valid_from <= $3::date AND valid_to > $3::date) AS "inForce"
     FROM capital.allocation a JOIN capital.decision d ON d.id = a.decision_id JOIN projects.source_ref s ON s.code = a.source_code
       JOIN returns.return_ref r ON r.id = a.return_id ${RETURN_JOINS}
     WHERE a.project_id = $1 AND a.plan_year = $2 ORDER BY a.effective_on DESC, a.id DESC`,
    [projectId, planYear, asOf],
  );
}

/** What the decisions of a day did to this year's plan of a project. Whole đồng as text. */
interface PlanStep {
  readonly effectiveOn: PlainDate;
  readonly decisions: readonly { readonly number: string; readonly decidedOn: PlainDate }[];
  /** In force the day before; null before the first. */
  readonly before: string | null;
  readonly after: string;
  readonly change: string | null;
}

/** What a project's owner had disbursed of this year's plan, by the figures that count for a date. Whole đồng as text. */
interface CourseStep {
  readonly asOf: PlainDate;
  readonly disbursed: string;
  /** In force on that day, which the rate is of. */
  readonly planned: string | null;
  readonly rate: string | null;
  readonly returnId: string;
  /** Null where several cells make it up. */
  readonly cell: CellRef | null;
}

/** What the Treasury has confirmed of this year's plan by a day, and how far that is from the owner's figure of the day. */
interface Confirmed {
  readonly asOf: PlainDate;
  readonly disbursed: string | null;
  readonly difference: string | null;
}

export interface ProjectCourse {
  readonly planSteps: readonly PlanStep[];
  readonly course: readonly CourseStep[];
  readonly treasury: Confirmed | null;
}

const PLAN = `SELECT * FROM capital.plan_position WHERE project_id = $1 AND plan_year = $2 AND plan_type = 'current-year'`;
const FIGURES = `SELECT * FROM capital.disbursement_position WHERE project_id = $1 AND plan_year = $2 AND plan_type = 'current-year'`;

/**
 * A project's year as the plan and the figures in force tell it, oldest first: read from the derived tables, so that what a
 * page draws is what every sum counts. A decision or return that no longer counts, or never did, isn't among them.
 */
export async function projectCourse(
  manager: EntityManager,
  { projectId, planYear, asOf }: ProjectYear,
): Promise<ProjectCourse> {
  const [planSteps, course, [treasury]] = await together(manager, (all) =>
    Promise.all([
      planStepsOf(all, projectId, planYear),
      courseOf(all, projectId, planYear),
      confirmedOf(all, { projectId, planYear, asOf }),
    ]),
  );
  return {
    planSteps,
    course: course.map((step) => ({
      ...step,
      rate: rateOf(dongOf(step.disbursed), dongOf(step.planned)),
    })),
    treasury: treasury ?? null,
  };
}

function planStepsOf(manager: EntityManager, projectId: string, planYear: PlanYear): Promise<PlanStep[]> {
  return manager.query<PlanStep[]>(
    `WITH plan AS (${PLAN})
     SELECT day AS "effectiveOn", decisions, before, after, after - before AS change
     FROM (
       SELECT valid_from AS day, json_agg(DISTINCT jsonb_build_object('number', d.number, 'decidedOn', d.decided_on)) AS decisions
       FROM plan JOIN capital.allocation a ON a.id = allocation_id JOIN capital.decision d ON d.id = a.decision_id GROUP BY valid_from
     ) step CROSS JOIN LATERAL (
       SELECT sum(amount) FILTER (WHERE valid_from < day AND valid_to >= day) AS before,
         sum(amount) FILTER (WHERE valid_from <= day AND valid_to > day) AS after
       FROM plan
     ) sums
     ORDER BY day`,
    [projectId, planYear],
  );
}

function courseOf(
  manager: EntityManager,
  projectId: string,
  planYear: PlanYear,
): Promise<Omit<CourseStep, 'rate'>[]> {
  return manager.query<Omit<CourseStep, 'rate'>[]>(
    `WITH plan AS MATERIALIZED (${PLAN}), figures AS (${FIGURES} AND basis = 'reported' AND disbursed IS NOT NULL)
     SELECT p.valid_from AS "asOf", sum(p.disbursed) AS disbursed, min(f.return_id::text) AS "returnId",
       (SELECT sum(amount) FROM plan WHERE plan.valid_from <= p.valid_from AND plan.valid_to > p.valid_from) AS planned,
       CASE WHEN count(*) = 1 THEN (array_agg(f.cells->'disbursed'))[1] END AS cell
     FROM figures p JOIN capital.figure f ON f.id = p.figure_id GROUP BY p.valid_from ORDER BY p.valid_from`,
    [projectId, planYear],
  );
}

function confirmedOf(
  manager: EntityManager,
  { projectId, planYear, asOf }: ProjectYear,
): Promise<Confirmed[]> {
  return manager.query<Confirmed[]>(
    `WITH figures AS (${FIGURES} AND valid_from <= $3::date AND valid_to > $3::date)
     SELECT max(valid_from) AS "asOf", sum(disbursed) AS disbursed,
       sum(disbursed) - (SELECT sum(disbursed) FROM figures WHERE basis = 'reported') AS difference
     FROM figures WHERE basis = 'treasury' HAVING count(*) > 0`,
    [projectId, planYear, asOf],
  );
}
