import type { BlockerSummaryView, CurveView, StandingView, WeekDigestView } from '@thongvon/api-contract';
import type { Recomputed } from './demo-recomputed';

/** One percentage less another, both with two decimals, as a reader takes them. */
export function apart(rate: string, expected: string | null): string | null {
  return expected === null ? null : (Number(rate) - Number(expected)).toFixed(2);
}

/** Percent with two decimals, half up, of amounts that aren't negative. */
export const shareOf = (part: string, whole: string): string =>
  (Math.round((Number(part) / Number(whole)) * 10_000) / 100).toFixed(2);

/** Notes that a place shows a number under its name. */
export type Add = (label: string, value: string | number | null | undefined, place: string) => void;

/** The numbers of a project, as a list has them. */
export function addProject(add: Add, row: StandingView, place: string): void {
  for (const label of ['planned', 'disbursed', 'remaining', 'rate', 'shortfall'] as const)
    add(`project ${row.code}: ${label}`, row[label], place);
  add(`project ${row.code}: change`, row.movement.value, place);
}

/** The numbers of the year's course. */
export function addCourse(add: Add, course: CurveView, place: string): void {
  const { atEnd, meanPerWeek, pace, weeks, asOf } = course;
  add('pace', meanPerWeek, place);
  add('pace', pace.perWeek, `${place}, dated`);
  add('missing to the target', atEnd.keepingPace?.missing, place);
  add('rate at the end', atEnd.keepingPace?.rate, place);
  // What is read off at a week is what is said of its day elsewhere.
  add('rate at the end', weeks.at(-1)?.forecast?.at(-1), `${place}, last week`);
  const now = weeks.find(({ on }) => on === asOf);
  if (now?.actual != null) add('rate', now.actual.rate, `${place}, week of the figures`);
  add(`due on ${asOf}`, now?.expected, `${place}, week of the figures`);
  add(`due on ${asOf}`, course.expected, place);
}

const LATE = ['overdue-over-14', 'overdue-to-14'];

/** What open blockers hold by their due days. */
export function addAgeing(add: Add, ageing: BlockerSummaryView['ageing'], place: string): void {
  const sum = (buckets: readonly string[]): string =>
    ageing
      .reduce(
        (all, { bucket, capitalHeld }) => all + (buckets.includes(bucket) ? BigInt(capitalHeld ?? 0) : 0n),
        0n,
      )
      .toString();
  add('held, overdue', sum(LATE), place);
  add('held, due soon', sum(['due-in-7']), place);
}

/** What leaders are to decide on and where the year leads; `codes` of projects by their ids. */
export function addDecisions(
  add: Add,
  { decisions, forecast }: WeekDigestView,
  codes: ReadonlyMap<string, string>,
  place: string,
): void {
  add('shortfall', forecast.unspent, place);
  add('missing to the target', forecast.missing, place);
  add('rate at the end', forecast.rate, place);
  for (const { projectId, unspent, weight, moneyIs } of decisions) {
    add(`project ${codes.get(projectId)}: shortfall`, unspent, place);
    if (moneyIs !== 'alert') add(`project ${codes.get(projectId)}: weight`, weight, place);
  }
}

/** What the workbooks come to without the product. */
export function addRecomputed(add: Add, recomputed: Recomputed): void {
  const place = 'the workbooks';
  for (const label of ['planned', 'disbursed', 'remaining', 'rate', 'change', 'held'] as const)
    add(label, recomputed[label], place);
  add('held share', recomputed.heldShare, place);
  add('blocked projects', recomputed.heldProjects, place);
  add('held, overdue', recomputed.overdue, place);
  add('held, due soon', recomputed.dueSoon, place);
  add('pace', recomputed.pace.perWeek, place);
  add('shortfall', recomputed.pace.shortfall, place);
  add('missing to the target', recomputed.pace.missing, place);
  add('rate at the end', recomputed.pace.rateAtEnd, place);
  for (const [code, { planned, disbursed, change, shortfall }] of recomputed.projects) {
    add(`project ${code}: shortfall`, shortfall, place);
    add(`project ${code}: planned`, planned, place);
    add(`project ${code}: disbursed`, disbursed, place);
    add(`project ${code}: change`, change, place);
  }
  for (const [code, weight] of recomputed.weights) add(`project ${code}: weight`, weight, place);
}

/** One item a project, the heaviest first; options split what each has left; no sentence is said of two projects. */
export function itemsHold(
  { decisions, decisionsShown, forecast }: WeekDigestView,
  { stale }: Recomputed,
): void {
  const weights = decisions.map(({ weight }) => BigInt(weight ?? -1));
  expect(weights).toEqual(weights.toSorted((a, b) => (a < b ? 1 : a > b ? -1 : 0)));
  expect(new Set(decisions.map(({ projectId }) => projectId)).size).toBe(decisions.length);
  for (const said of ['sentence', 'sentenceEn'] as const)
    expect(new Set(decisions.map((decision) => decision[said])).size).toBe(decisions.length);
  const money = decisions.reduce((sum, { amount }) => sum + BigInt(amount ?? 0), 0n);
  expect(BigInt(decisionsShown.amount ?? 0) + BigInt(decisionsShown.furtherAmount ?? 0)).toBe(money);
  let proposed = 0n;
  for (const { held, options } of decisions)
    for (const { kind, spent, moved, unspent, receivers } of options) {
      if (spent === null || moved === null || unspent === null) continue;
      if (held !== null) expect(BigInt(spent) + BigInt(moved) + BigInt(unspent)).toBe(BigInt(held));
      expect(receivers.reduce((sum, { amount }) => sum + BigInt(amount), 0n)).toBe(BigInt(moved));
      if (kind === 'move') proposed += BigInt(moved);
    }
  expect(forecast.proposed).toBe(proposed.toString());
  expect(decisions.length > 0 || stale).toBe(true);
}
