import { daysBetween, sumDong, type Dong, type PlainDate } from '@thongvon/kernel';
import { figureWeek } from './figure-week';
import { figureDate, totalOf, type LineFacts, type ProjectFacts } from './week-facts';

/** This year's plan of a project and one source: what is left, and how fast it goes. Whole đồng. */
export interface PacedLine {
  /** Null: planned from several sources but reported without them; the project as a whole. */
  readonly source: string | null;
  readonly remaining: Dong;
  /** Disbursed from one figure to the newest; never negative. */
  readonly spent: Dong;
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly days: number;
  /** From the cut-off of the newest figure's week to the last day. */
  readonly daysLeft: number;
}

/** Lines with something left of which both weeks know the figure, with a newer date now than then. */
export function pacedLines(
  earlier: ProjectFacts,
  now: ProjectFacts,
  { week, deadline }: { readonly week: PlainDate; readonly deadline: PlainDate },
): PacedLine[] {
  const [then, asOf] = [figureDate(earlier.lines, 'current-year'), figureDate(now.lines, 'current-year')];
  if (then === null || asOf === null || then >= asOf || week >= deadline) return [];
  const days = daysBetween(then, asOf);
  // From the cut-off of the figures' week, as its letter counted them: what is left doesn't grow by silence.
  const daysLeft = daysBetween(figureWeek(now.lines, { week }) ?? week, deadline);
  return groups(now.lines).flatMap(({ source, planned, disbursed }) => {
    const before = disbursedOf(earlier.lines, source);
    if (planned === null || disbursed === null || before === null) return [];
    if (disbursed >= planned) return [];
    const spent = disbursed > before ? disbursed - before : 0n;
    return [{ source, remaining: planned - disbursed, spent, from: then, to: asOf, days, daysLeft }];
  });
}

interface Group {
  readonly source: string | null;
  readonly planned: Dong | null;
  readonly disbursed: Dong | null;
}

/** By source. What is reported without one belongs to the plan's only source, if it has only one; else nobody splits it. */
function groups(lines: readonly LineFacts[]): Group[] {
  const current = lines.filter(({ planType }) => planType === 'current-year');
  const planned = new Set(current.flatMap((line) => (line.planned === null ? [] : [line.source])));
  const [only] = planned;
  if (planned.size === 1) return [{ source: only ?? null, ...totalOf(current) }];
  const unsplit = current.some(({ source, disbursed }) => disbursed !== null && !planned.has(source));
  if (unsplit) return [{ source: null, ...totalOf(current) }];
  return [...planned].map((source) => ({
    source,
    ...totalOf(current.filter((line) => line.source === source)),
  }));
}

/** Of the source where the lines tell it, else of all that can only be it. */
function disbursedOf(lines: readonly LineFacts[], source: string | null): Dong | null {
  const group = groups(lines).find((known) => known.source === source);
  if (group) return group.disbursed;
  return source === null
    ? sumDong(lines.flatMap((l) => (l.planType === 'current-year' ? [l.disbursed] : [])))
    : null;
}
