import type { EntityManager } from 'typeorm';
import type { PlainDate, PlanType, PlanYear } from '@thongvon/kernel';
import type { Basis } from '../domain/figures/figures-query';
import type { DecidedBy } from './plan/plan-ledger';

/** What a decision of before gives a project of a source. */
export interface TakenOverEntry {
  readonly projectId: string;
  readonly planType: PlanType;
  readonly source: string;
  /** Whole đồng as text. */
  readonly amount: string;
}

/** How the money of many lines is paid out, week by week; of a million each. */
export interface PaymentCourse {
  /** Which part of the line's amount is disbursed by the nth week. */
  readonly shares: readonly number[];
  /** Which part of what is disbursed is an advance not yet recovered. */
  readonly advances: readonly number[];
}

/** A day on which a group of lines was reported, by one return. */
export interface CourseDay {
  readonly group: number;
  readonly planYear: PlanYear;
  readonly returnId: string;
  readonly asOf: PlainDate;
  /** Its place on the courses, from 0. */
  readonly week: number;
}

/** A project's money of one plan type and source, in one plan year. */
export interface CourseLine {
  readonly group: number;
  readonly projectId: string;
  readonly planYear: PlanYear;
  readonly planType: PlanType;
  readonly source: string;
  readonly basis: Basis;
  /** What is disbursed at the end of the course: whole đồng as text. */
  readonly amount: string;
  /** Its place in the courses, from 0. */
  readonly course: number;
  /** Weeks by which it begins later. */
  readonly lag: number;
  /** The week of the course at which it stands still. */
  readonly stop: number;
  /** It isn't reported before this week. */
  readonly since: number;
  /** Completed work and advances are shown apart. */
  readonly showsAdvances: boolean;
}

/** Rows of JSON in one statement. */
const AT_ONCE = 20_000;

export async function insertTakenOverPlan(
  manager: EntityManager,
  of: DecidedBy,
  entries: readonly TakenOverEntry[],
): Promise<void> {
  for (let from = 0; from < entries.length; from += AT_ONCE)
    await manager.query(
      // No table is behind it, so no cell is.
      `INSERT INTO capital.allocation (return_id, decision_id, project_id, plan_year, plan_type, source_code, amount, effective_on, sheet, cell)
       SELECT $2, $3, "projectId", $4, "planType", source, amount, $5, '', ''
       FROM jsonb_to_recordset($1::jsonb) AS t ("projectId" uuid, "planType" text, source text, amount numeric)`,
      [
        JSON.stringify(entries.slice(from, from + AT_ONCE)),
        of.returnId,
        of.decisionId,
        of.planYear,
        of.effectiveOn,
      ],
    );
}

/**
 * Writes the figures of lines on the days of their groups: cumulative, in whole thousands of đồng, rounded down. The same
 * arithmetic stands in `figuresOfCourse` of the illustrative province, which checks it.
 */
export async function insertCourses(
  manager: EntityManager,
  courses: readonly PaymentCourse[],
  days: readonly CourseDay[],
  lines: readonly CourseLine[],
): Promise<number> {
  let written = 0;
  const [given, on] = [
    JSON.stringify(courses.map((course, id) => ({ id, ...course }))),
    JSON.stringify(days),
  ];
  for (let from = 0; from < lines.length; from += AT_ONCE) {
    const [row] = await manager.query<{ count: number }[]>(
      `WITH course AS MATERIALIZED (
         SELECT * FROM jsonb_to_recordset($1::jsonb) AS c (id int, shares int[], advances int[])
       ),
       day AS MATERIALIZED (
         SELECT * FROM jsonb_to_recordset($2::jsonb)
           AS d ("group" int, "planYear" int, "returnId" uuid, "asOf" date, week int)
       ),
       line AS MATERIALIZED (
         SELECT * FROM jsonb_to_recordset($3::jsonb) AS l ("group" int, "projectId" uuid, "planYear" int, "planType" text,
           source text, basis text, amount numeric, course int, lag int, stop int, since int, "showsAdvances" boolean)
       ),
       written AS (
         INSERT INTO capital.figure (return_id, project_id, plan_year, plan_type, source_code, basis, as_of, disbursed,
           completed, advance, cells)
         SELECT "returnId", "projectId", line."planYear", "planType", source, basis, "asOf", disbursed,
           CASE WHEN "showsAdvances" THEN disbursed - advance END, CASE WHEN "showsAdvances" THEN advance END, '{}'
         FROM line JOIN day USING ("group", "planYear") JOIN course ON course.id = line.course
           CROSS JOIN LATERAL (
             SELECT 1 + least(greatest(week - lag, 0), stop, cardinality(shares) - 1) AS at) place
           CROSS JOIN LATERAL (SELECT div(amount * shares[at], 1000000000) * 1000 AS disbursed) whole
           CROSS JOIN LATERAL (SELECT div(disbursed * advances[at], 1000000000) * 1000 AS advance) part
         WHERE week >= since
         RETURNING 1
       )
       SELECT count(*)::int AS count FROM written`,
      [given, on, JSON.stringify(lines.slice(from, from + AT_ONCE))],
    );
    written += row?.count ?? 0;
  }
  await manager.query('ANALYZE capital.figure');
  return written;
}
