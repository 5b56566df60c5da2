import { daysBetween, type Dong, groupBy, lastDay, type PlainDate, sumDong } from '@thongvon/kernel';
import { aboutLine, type AlertRule, type Firing, practice, since, type Situation } from '../alert-rule';
import {
  day,
  DAYS_LEFT,
  DEADLINE,
  figure,
  money,
  type NumbersOf,
  type RuleNumbers,
  SAID_BY_TEXT,
  type Texts,
} from '../rule-words';
import { hundredths, lineage, weeksBefore, weeksEarlier } from '../totals-and-rates';
import {
  figureDate,
  type LineFacts,
  type ProjectFacts,
  sourceLabel,
  type Total,
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

const CANNOT_BE_SPENT_NUMBERS = {
  source: SAID_BY_TEXT,
  remaining: figure.amount('Còn phải giải ngân', 'Still to be disbursed', 'remaining'),
  spent: figure.amount('Giải ngân trong kỳ tính nhịp', 'Disbursed while the pace was taken', 'disbursed'),
  from: figure.date('Nhịp tính từ số ngày', 'Pace from the figures of'),
  to: figure.date('đến số ngày', 'to those of'),
  days: figure.days('Kỳ tính nhịp', 'The pace is taken from'),
  daysLeft: DAYS_LEFT,
  deadline: DEADLINE,
  toMove: figure.amount('Nên điều chuyển', 'Should move'),
  receivers: SAID_BY_TEXT,
} satisfies RuleNumbers;

/**
 * Capital that won't be spent by 31/1 if the next weeks are like the last ones: the weekly sum needed next to the one
 * reached, the amount that should move, and who could take it within the same source.
 */
export const cannotBeSpent: AlertRule<'cannot-be-spent', keyof typeof CANNOT_BE_SPENT_NUMBERS> = {
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
  judges: 'pace',
  bySource: true,
  numbers: CANNOT_BE_SPENT_NUMBERS,
  waits: null,
  warnsOf: 'below-quarter-target',
  asks: {
    rung: 'slow-capital',
    place: 2,
    words: [
      'điều chuyển phần không kịp hoặc cam kết tiến độ.',
      'move what comes too late, or commit to a schedule.',
    ],
    isPast: false,
    page: 'project',
  },
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
    } satisfies NumbersOf<typeof CANNOT_BE_SPENT_NUMBERS>,
    texts: cannotBeSpentTexts(project.name, sourceLabel(now, source), forecast, deadline, named),
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

/** What is left of this year's plan of a project and one source, and how fast it goes. Whole đồng. */
interface PacedLine {
  /** Null: planned from several sources but reported without them; the project as a whole. */
  readonly source: string | null;
  readonly remaining: Dong;
  /** What was spent from one figure to the newest, `days` apart; never negative. */
  readonly spent: Dong;
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly days: number;
  /** From the newest figure to the last day. */
  readonly daysLeft: number;
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
  // From the day of the figures, as the forecast of the overview counts: what is left doesn't grow by silence.
  const daysLeft = daysBetween(asOf, deadline);
  return groups(now.lines).flatMap(({ source, planned, disbursed }) => {
    const before = disbursedOf(earlier.lines, source);
    if (planned === null || disbursed === null || before === null) return [];
    if (disbursed >= planned) return [];
    const spent = disbursed > before ? disbursed - before : 0n;
    return [{ source, remaining: planned - disbursed, spent, from: then, to: asOf, days, daysLeft }];
  });
}

interface Group extends Total {
  readonly source: string | null;
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

/** Those who could take it, with how much each. */
type Receivers = readonly { readonly name: string; readonly amount: Dong }[];

/** At the pace so far it will not be spent by the last day; `source`: its label, null where the project as a whole is meant. */
function cannotBeSpentTexts(
  name: string,
  source: string | null,
  pace: Forecast,
  deadline: PlainDate,
  receivers: Receivers,
): Texts {
  const [left, needed, had] = [
    money(pace.remaining),
    money((pace.remaining * 7n) / BigInt(Math.max(pace.daysLeft, 1))),
    money((pace.spent * 7n) / BigInt(pace.days)),
  ];
  const [move, by, from, to] = [money(pace.left), day(deadline), day(pace.from), day(pace.to)];
  const part: Texts = source === null ? ['', ''] : [`, nguồn ${source}`, `, source ${source}`];
  const [takers, takersEn] = receiversTexts(source, receivers);
  return [
    `${name}${part[0]}: còn ${left.vi} phải giải ngân đến ${by.vi}, cần ${needed.vi}/tuần nhưng từ ${from.vi} đến ${to.vi} (${pace.days} ngày) chỉ đạt ${had.vi}/tuần; đề nghị điều chuyển ${move.vi}${takers}.`,
    `${name}${part[1]}: ${left.en} are left to spend by ${by.en}, which takes ${needed.en} a week; from ${from.en} to ${to.en} (${pace.days} days) it was ${had.en} a week. To move: ${move.en}${takersEn}.`,
  ];
}

function receiversTexts(source: string | null, receivers: Receivers): Texts {
  if (source === null)
    return [
      ' (báo cáo không tách nguồn nên chưa xác định được nơi nhận)',
      ' (reported without a source, so who could take it is not known)',
    ];
  if (receivers.length === 0)
    return [', chưa có dự án cùng nguồn có khả năng nhận', '; no project of the same source could take it'];
  const list = receivers.map(({ name, amount }) => ({ name, of: money(amount) }));
  return [
    `, có thể nhận cùng nguồn: ${list.map(({ name, of }) => `${name} (${of.vi})`).join('; ')}`,
    `; of the same source could take it: ${list.map(({ name, of }) => `${name} (${of.en})`).join('; ')}`,
  ];
}
