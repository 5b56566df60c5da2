import { nextLetterDay, type Denominator, type PlainDate, type PlanYear } from '@thongvon/kernel';
import { remainingSql } from '@thongvon/capital';
import type { Actor } from '@thongvon/organizations';
import type { Conditions } from '@thongvon/platform';
import { visibleClearance } from './clearance-visibility';

/** The day that is asked for, and which plan the capital held is of. */
export interface BlockersQuery {
  /** The business day: the state of blockers, days overdue and days left are of it. */
  readonly asOf: PlainDate;
  /** The figures' day: what is planned and disbursed is of it. Without it, `asOf`. */
  readonly figuresAsOf?: PlainDate;
  readonly planYear: PlanYear;
  readonly denominator: Denominator;
}

/** SQL over `BlockerSource.from`: the state of blocker `b` on day `q.as_of`. */
export const OVERDUE = '(b.open AND b.due < q.as_of)';
/** By the day of the next letter: `isDueSoon` of the kernel. */
export const DUE_SOON = '(b.open AND b.due BETWEEN q.as_of AND q.next_letter_on)';
export const IDLE_SINCE = 'coalesce(b.last_action_on, b.opened_on)';
/** Null when either isn't known (greatest() would make it zero). */
export const REMAINING = '(CASE WHEN c.planned < c.disbursed THEN 0 ELSE c.planned - c.disbursed END)';
/** What it holds; null when closed or not known. */
export const HELD = `(CASE WHEN b.open THEN coalesce(b.held_amount, ${REMAINING}) END)`;

export interface BlockerSource {
  /** Tables and joins: position `b`, project `p`, the question `q`, and as asked for capital `c` and segment `s`. */
  readonly from: string;
  /** Only what the actor may see, as it stands on the day. */
  readonly where: Conditions;
}

/**
 * Blockers as they stand on a day. What their projects have planned and disbursed (`c`) is joined where it is needed
 * `of-all` (to sum, to sort by it), or `of-few` (for the rows of a page), each in the way that is cheap for it; with
 * `of-few` comes the segment `s`.
 */
export function blockersOn(
  actor: Actor,
  { asOf, figuresAsOf = asOf, planYear, denominator }: BlockersQuery,
  capital: 'none' | 'of-all' | 'of-few',
): BlockerSource {
  const where = visibleClearance(actor);
  const day = `${where.parameter(asOf)}::date`;
  const year = `${where.parameter(planYear)}::int`;
  const figuresDay = `${where.parameter(figuresAsOf)}::date`;
  const next = `${where.parameter(nextLetterDay(asOf))}::date`;
  const remaining = remainingSql(denominator, year, figuresDay);
  const joins = {
    none: '',
    'of-all': `LEFT JOIN (${remaining}) c ON c.project_id = b.project_id`,
    'of-few': `LEFT JOIN land_clearance.clearance_segment s ON s.id = b.segment_id
      LEFT JOIN LATERAL (SELECT * FROM (${remaining}) r WHERE r.project_id = b.project_id) c ON true`,
  };
  const from = `blockers.blocker_position b JOIN projects.project_ref p ON p.id = b.project_id
    CROSS JOIN (SELECT ${day} AS as_of, ${year} AS plan_year, ${next} AS next_letter_on, ${figuresDay} AS figures_on) q ${joins[capital]}`;
  return { from, where: where.and((on) => `b.valid_from <= ${on}::date AND b.valid_to > ${on}::date`, asOf) };
}
