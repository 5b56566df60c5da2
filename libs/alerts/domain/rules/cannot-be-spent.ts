import { daysBetween, type Dong, groupBy, lastDay, type PlainDate, sumDong } from '@thongvon/kernel';
import { aboutLine, type AlertRule, type Firing, practice, since, type Situation } from '../alert-rule';
import { figureWeek, hundredths, lineage, weeksBefore, weeksEarlier } from '../totals-and-rates';
import { cannotBeSpentTexts, type SpendingPace } from '../messages/capital';
import type { NumbersOf } from '../messages/numbers';
import {
  figureDate,
  type LineFacts,
  type ProjectFacts,
  sourceLabel,
  totalOf,
  type WeekFacts,
} from '../week-facts';

/** How many of those who could take it are named. */
const NAMED = 5;

/** A line with what would be left of it on 31/1 at the pace of the last weeks; negative: what it could take more. */
interface Forecast extends PacedLine {
  readonly project: ProjectFacts;
  readonly left: Dong;
}

/**
 * Capital that won't be spent by 31/1 if the next weeks are like the last ones: the weekly sum needed next to the one
 * reached, the amount that should move, and who could take it within the same source.
 */
export const cannotBeSpent: AlertRule = {
  id: 'cannot-be-spent',
  title: ['Khó giải ngân hết trước 31/1', "Can't be spent by 31/1"],
  severity: 'critical',
  basis: 'managerial',
  citations: [
    ...practice(
      'Điều chuyển vốn từ dự án chậm sang dự án giải ngân tốt; vốn của năm giải ngân đến 31/1 năm sau',
      "Move capital from slow projects to good ones; a year's capital is spent until 31/1 of the next",
    ),
    since(
      '159/CĐ-TTg',
      'Công điện 159/CĐ-TTg ngày 7/9/2025: điều chuyển vốn từ dự án chậm sang dự án giải ngân tốt',
      'Dispatch 159/CĐ-TTg of 7/9/2025: move capital from slow projects to good ones',
    ),
    since(
      '254/2025',
      'Công điện 159/CĐ-TTg ngày 7/9/2025: điều chuyển vốn từ dự án chậm sang dự án giải ngân tốt; thời hạn 31/1 theo Nghị định 254/2025/NĐ-CP, Điều 12',
      'Dispatch 159/CĐ-TTg of 7/9/2025: move capital from slow projects to good ones; 31/1 after decree 254/2025, article 12',
    ),
  ],
  subjects: ['capital-line'],
  ofPace: true,
  bySource: true,
  yearly: true,
  thresholds: [
    {
      key: 'weeks',
      unit: 'weeks',
      label: ['Số tuần tính nhịp giải ngân', 'Weeks that the pace is taken from'],
      values: [{ fromPlanYear: 0, value: 4, origin: 'Đề xuất' }],
      min: 1,
      max: 26,
    },
    {
      key: 'pace',
      unit: 'percent',
      label: [
        'Tỷ lệ nhịp giải ngân được tin cậy đến 31/1',
        'Share of that pace that is counted on until 31/1',
      ],
      values: [{ fromPlanYear: 0, value: 100, origin: 'Đề xuất' }],
      min: 1,
      max: 500,
      bySource: true,
    },
  ],
  weeksBack: ({ weeks = 0 }) => weeksBefore(weeks),
  evaluate: (situation) => {
    const forecasts = [...situation.now.projects.values()].flatMap((project) =>
      forecastsOf(situation, project),
    );
    const receivers = receiversBySource(situation.now, forecasts);
    return forecasts.flatMap((forecast) =>
      forecast.left > 0n ? [firing(situation.now, forecast, receivers)] : [],
    );
  },
};

function forecastsOf(situation: Situation, project: ProjectFacts): Forecast[] {
  const { now, thresholds } = situation;
  const { organizationId } = project;
  const weeks = thresholds({ organizationId })?.['weeks'];
  const earlier = weeks === undefined ? undefined : weeksEarlier(situation, project, weeks);
  if (!earlier) return [];
  return pacedLines(earlier, project, { week: now.week, deadline: lastDay(now.planYear) }).flatMap((line) => {
    const share = thresholds({ organizationId, ...(line.source === null ? {} : { source: line.source }) })?.[
      'pace'
    ];
    if (share === undefined) return [];
    // Rounded down: what is proposed to move is never less than what the pace leaves.
    const expected =
      (line.spent * BigInt(line.daysLeft) * hundredths(share)) / (BigInt(line.days) * hundredths(100));
    return [{ ...line, project, left: line.remaining - expected }];
  });
}

/** Lines that would run dry before 31/1, by whole and source, with the most room first. What is blocked takes nothing. */
function receiversBySource(now: WeekFacts, forecasts: readonly Forecast[]): Map<string, Forecast[]> {
  const blocked = new Set(now.blockers.map(({ projectId }) => projectId));
  const able = forecasts.filter(
    ({ left, project, source }) => left < 0n && source !== null && !blocked.has(project.id),
  );
  const receivers = groupBy(able, (forecast) => marketOf(now, forecast));
  for (const list of receivers.values())
    list.sort((a, b) => (a.left < b.left ? -1 : a.left > b.left ? 1 : 0));
  return receivers;
}

/** Capital moves within one whole (an office and all below it) and one source. */
function marketOf(now: WeekFacts, { project, source }: Forecast): string {
  return `${lineage(now, project.organizationId).at(-1) ?? ''}/${source ?? ''}`;
}

function firing(now: WeekFacts, forecast: Forecast, receivers: ReadonlyMap<string, Forecast[]>): Firing {
  const { project, source, remaining, spent, from, to, days, daysLeft, left } = forecast;
  const deadline = lastDay(now.planYear);
  const named = takersOf(left, receivers.get(marketOf(now, forecast)) ?? []);
  return {
    ...aboutLine(
      { projectId: project.id, projectName: project.name, organizationId: project.organizationId },
      source,
    ),
    amount: left,
    numbers: {
      source,
      remaining: remaining.toString(),
      spent: spent.toString(),
      from,
      to,
      days,
      daysLeft,
      deadline,
      toMove: left.toString(),
      receivers: named.map(({ id, name, amount }) => ({ id, name, amount: amount.toString() })),
    } satisfies NumbersOf<'cannot-be-spent'>,
    texts: cannotBeSpentTexts(
      project.name,
      sourceLabel(now, source),
      { remaining, spent, from, to, days, daysLeft, toMove: left },
      deadline,
      named,
    ),
  };
}

/** The first that could take it, with how much each. */
function takersOf(
  toMove: Dong,
  receivers: readonly Forecast[],
): { readonly id: string; readonly name: string; readonly amount: Dong }[] {
  let open = toMove;
  return receivers.slice(0, NAMED).flatMap(({ left, project: { id, name } }) => {
    const amount = -left < open ? -left : open;
    open -= amount;
    return amount > 0n ? [{ id, name, amount }] : [];
  });
}

/** What is left of this year's plan of a project and one source, and how fast it goes. */
interface PacedLine extends Omit<SpendingPace, 'toMove'> {
  /** Null: planned from several sources but reported without them; the project as a whole. */
  readonly source: string | null;
}

/** Lines with something left of which both weeks know the figure, with a newer date now than then. */
function pacedLines(
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
