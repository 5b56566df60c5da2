import type { EntityManager } from 'typeorm';
import { formatRate, type PlainDate, type PlanYear } from '@thongvon/kernel';
import type { CellRef } from '@thongvon/return-reader';

/** What the decisions of a day did to this year's plan of a project. Whole đồng as text. */
export interface PlanStep {
  readonly effectiveOn: PlainDate;
  readonly decisions: readonly { readonly number: string; readonly decidedOn: PlainDate }[];
  /** In force the day before; null before the first. */
  readonly before: string | null;
  readonly after: string;
  readonly change: string | null;
}

/** What a project's owner had disbursed of this year's plan, by the figures that count for a date. Whole đồng as text. */
export interface CourseStep {
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
export interface Confirmed {
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
  { projectId, planYear, asOf }: { projectId: string; planYear: PlanYear; asOf: PlainDate },
): Promise<ProjectCourse> {
  const planSteps = await manager.query<PlanStep[]>(
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
  const course = await manager.query<Omit<CourseStep, 'rate'>[]>(
    `WITH plan AS (${PLAN}), figures AS (${FIGURES} AND basis = 'reported' AND disbursed IS NOT NULL)
     SELECT p.valid_from AS "asOf", sum(p.disbursed) AS disbursed, min(f.return_id::text) AS "returnId",
       (SELECT sum(amount) FROM plan WHERE plan.valid_from <= p.valid_from AND plan.valid_to > p.valid_from) AS planned,
       CASE WHEN count(*) = 1 THEN (array_agg(f.cells->'disbursed'))[1] END AS cell
     FROM figures p JOIN capital.figure f ON f.id = p.figure_id GROUP BY p.valid_from ORDER BY p.valid_from`,
    [projectId, planYear],
  );
  const [treasury] = await manager.query<Confirmed[]>(
    `WITH figures AS (${FIGURES} AND valid_from <= $3::date AND valid_to > $3::date)
     SELECT max(valid_from) AS "asOf", sum(disbursed) AS disbursed,
       sum(disbursed) - (SELECT sum(disbursed) FROM figures WHERE basis = 'reported') AS difference
     FROM figures WHERE basis = 'treasury' HAVING count(*) > 0`,
    [projectId, planYear, asOf],
  );
  return {
    planSteps,
    course: course.map((step) => ({
      ...step,
      rate: step.planned === null ? null : formatRate(BigInt(step.disbursed), BigInt(step.planned)),
    })),
    treasury: treasury ?? null,
  };
}
