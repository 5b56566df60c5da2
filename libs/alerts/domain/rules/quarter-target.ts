import { type Dong, lastDay, plainDate, type PlainDate, type PlanYear, sumDong } from '@thongvon/kernel';
import {
  type AlertRule,
  type Firing,
  INSTRUMENTS,
  practice,
  since,
  type Situation,
  type Threshold,
  type ThresholdValues,
} from '../alert-rule';
import {
  day,
  DISBURSED,
  figure,
  type NumbersOf,
  PLANNED,
  type Rate,
  type RuleNumbers,
  spentOfPlan,
  type Texts,
  threshold,
} from '../rule-words';
import { figureWeek, hundredths, lineage } from '../totals-and-rates';
import { type LineFacts, sourceLabel, type Total, totalOf, type WeekFacts } from '../week-facts';

/** Of which quarter's end a target is; the year's is to be met by 31/1 of the next. */
type QuarterKey = 'q1' | 'q2' | 'q3' | 'year';

/** Percent of the plan to be disbursed by the end of each quarter. */
export type QuarterTargets = Readonly<Record<QuarterKey, number>>;

/** By when a target is to be met. */
interface Quarter {
  readonly key: QuarterKey;
  readonly due: PlainDate;
}

type Value = Threshold['values'][number];

const USUAL =
  'Thang quý thường dùng (quý I 20–25 %, II 45–50 %, III 70–75 %), do địa phương giao; chưa kiểm chứng';
const usual = (value: number): Value => ({ fromPlanYear: 0, value, origin: USUAL });
const dispatch = (value: number): Value => ({
  fromPlanYear: 2025,
  setOn: INSTRUMENTS['159/CĐ-TTg'].from,
  value,
  origin: 'Công điện 159/CĐ-TTg ngày 7/9/2025',
});
const target = (key: QuarterKey, vi: string, en: string, values: readonly Value[]) =>
  ({ key, unit: 'percent', label: [vi, en], values, min: 0, max: 100, bySource: true }) as const;

/** Data: forms/law-2026, section 8. The one place of disbursement targets; administrators set others by scope and day. */
const QUARTER_TARGETS: readonly Threshold[] = [
  target('q1', 'Mục tiêu hết quý I', 'Target by the end of Q1', [usual(20)]),
  target('q2', 'Mục tiêu hết quý II', 'Target by the end of Q2', [usual(45)]),
  target('q3', 'Mục tiêu hết quý III', 'Target by the end of Q3', [usual(70), dispatch(60)]),
  target('year', 'Mục tiêu cả năm', 'Target of the year', [
    { fromPlanYear: 0, value: 95, origin: 'Mức thường được giao; chưa kiểm chứng' },
    { fromPlanYear: 2023, value: 95, origin: 'Chỉ đạo của Thủ tướng năm 2023: ít nhất 95 %' },
    { fromPlanYear: 2024, value: 95, origin: 'Chỉ đạo của Thủ tướng năm 2024: trên 95 %' },
    dispatch(100),
    {
      fromPlanYear: 2026,
      setOn: plainDate('2026-01-10'),
      value: 100,
      origin: 'Chỉ đạo của Thủ tướng ngày 10/1/2026: phải đạt 100 %',
    },
  ]),
];

/** By when each target of a plan year is to be met, in this order. */
export function quartersOf(year: PlanYear): readonly Quarter[] {
  return [
    { key: 'q1', due: plainDate(`${year}-03-31`) },
    { key: 'q2', due: plainDate(`${year}-06-30`) },
    { key: 'q3', due: plainDate(`${year}-09-30`) },
    { key: 'year', due: lastDay(year) },
  ];
}

/** The last quarter over by the day. The year's target counts once December is over, and is to be met by 31/1. */
function lastQuarter(day: PlainDate, year: PlanYear): Quarter | undefined {
  const quarters = quartersOf(year);
  if (day > plainDate(`${year}-12-31`)) return quarters.at(-1);
  return quarters.findLast(({ key, due }) => key !== 'year' && due < day);
}

/** The targets among thresholds in force. */
export function targetsAmong(thresholds: ThresholdValues): QuarterTargets {
  const of = (key: QuarterKey): number => {
    const value = thresholds[key];
    if (value === undefined) throw new Error(`no target ${key}`);
    return value;
  };
  return { q1: of('q1'), q2: of('q2'), q3: of('q3'), year: of('year') };
}

const BELOW_QUARTER_TARGET_NUMBERS = {
  planned: PLANNED,
  disbursed: DISBURSED,
  target: figure.rate('Mục tiêu', 'Target'),
  due: figure.date('Đến ngày', 'To be met by'),
} satisfies RuleNumbers;

/** Offices and projects below the target of the last quarter that had ended in the week of their figures. */
export const belowQuarterTarget: AlertRule<
  'below-quarter-target',
  keyof typeof BELOW_QUARTER_TARGET_NUMBERS
> = {
  id: 'below-quarter-target',
  title: ['Dưới mục tiêu quý', "Below the quarter's target"],
  severity: 'warning',
  basis: 'managerial',
  citations: [
    ...practice(
      'Mục tiêu giải ngân theo quý do Thủ tướng, tỉnh, huyện giao hằng năm',
      'Quarterly targets set each year by the Prime Minister, province or district',
    ),
    since(
      '226/NQ-CP',
      'Mục tiêu giải ngân theo quý do Thủ tướng, tỉnh, xã giao hằng năm (Nghị quyết 226/NQ-CP: mục tiêu cho từng chủ đầu tư)',
      'Quarterly targets set each year by the Prime Minister, province or commune (resolution 226/NQ-CP: a target for each owner)',
    ),
    since(
      '159/CĐ-TTg',
      'Mục tiêu giải ngân theo quý do Thủ tướng, tỉnh, xã giao hằng năm (Công điện 159/CĐ-TTg; Nghị quyết 226/NQ-CP: mục tiêu cho từng chủ đầu tư)',
      'Quarterly targets set each year by the Prime Minister, province or commune (dispatch 159/CĐ-TTg; resolution 226/NQ-CP: a target for each owner)',
    ),
  ],
  subjects: ['organization', 'project'],
  judges: 'pace',
  bySource: true,
  numbers: BELOW_QUARTER_TARGET_NUMBERS,
  waits: null,
  warnsOf: null,
  asks: null,
  yearly: true,
  thresholds: QUARTER_TARGETS,
  weeksBack: () => 0,
  evaluate: (situation) => [...offices(situation), ...projects(situation)],
};

/** With all their sources, and by source where a source has targets of its own. */
function offices({ now, thresholds, ownSources }: Situation): Firing[] {
  return [undefined, ...ownSources].flatMap((source) => {
    const of = source === undefined ? {} : { source };
    const targetOn = (organizationId: string, on: PlainDate): Target | undefined =>
      targetIn(thresholds({ organizationId, ...of, on }), lastQuarter(on, now.planYear));
    const sums = datedSums(
      now,
      (line) => source === undefined || line.source === source,
      (organizationId, on) => targetOn(organizationId, on)?.percent ?? 0,
    );
    return [...sums].flatMap(([organizationId, sum]) => {
      const name = now.organizations.get(organizationId)?.name ?? '';
      const subject = {
        kind: 'organization' as const,
        id: source === undefined ? organizationId : `${organizationId}/${source}`,
        name: source === undefined ? name : `${name} (${sourceLabel(now, source) ?? source})`,
      };
      const target = sum.newest === null ? undefined : targetOn(organizationId, sum.newest);
      const fired = firing(subject, sum, target);
      const whole = { organizationId, projectId: null, severity: 'critical' as const };
      return fired ? [{ ...fired, ...whole, ...of }] : [];
    });
  });
}

function projects({ now, thresholds }: Situation): Firing[] {
  return [...now.projects.values()].flatMap(({ id, name, organizationId, lines }) => {
    const subject = { kind: 'project' as const, id, name };
    const on = figureWeek(lines, now);
    if (on === null) return [];
    const target = targetIn(thresholds({ organizationId, on }), lastQuarter(on, now.planYear));
    const { planned, disbursed } = totalOf(lines, 'current-year');
    const wanted = (planned ?? 0n) * hundredths(target?.percent ?? 0);
    const fired = firing(subject, { planned, disbursed, wanted, newest: on, ofNewest: 1, older: 0 }, target);
    return fired ? [{ ...fired, organizationId, projectId: id }] : [];
  });
}

interface Target {
  readonly percent: number;
  readonly due: PlainDate;
}

function targetIn(values: ThresholdValues | undefined, quarter: Quarter | undefined): Target | undefined {
  if (quarter === undefined) return undefined;
  const percent = values?.[quarter.key];
  return percent === undefined ? undefined : { percent, due: quarter.due };
}

/** What isn't reported is not below anything: that it is missing is said elsewhere. */
function firing(
  subject: Firing['subject'],
  { planned, disbursed, wanted, older }: DatedSum,
  target: Target | undefined,
): Pick<Firing, 'subject' | 'amount' | 'numbers' | 'texts'> | undefined {
  if (target === undefined || planned === null || disbursed === null) return undefined;
  if (planned <= 0n || disbursed * 10_000n >= wanted) return undefined;
  const { percent, due } = target;
  return {
    subject,
    amount: planned - disbursed,
    numbers: {
      planned: planned.toString(),
      disbursed: disbursed.toString(),
      target: percent,
      due,
    } satisfies NumbersOf<typeof BELOW_QUARTER_TARGET_NUMBERS>,
    texts: belowQuarterTargetTexts(subject.name, { planned, disbursed }, percent, due, older),
  };
}

/** The weeks of the figures of some projects. */
interface Dated {
  /** The newest of these weeks; null where nothing is reported. */
  readonly newest: PlainDate | null;
  readonly ofNewest: number;
  /** Projects whose figures are of an earlier one. */
  readonly older: number;
}

/** A sum over projects whose figures may be of different weeks, next to the target of each of these weeks. */
interface DatedSum extends Total, Dated {
  /** Every project's plan times the target (hundredths of a percent) in force in its figures' week. */
  readonly wanted: Dong;
}

/**
 * By organisation, each with all below it, over planned projects. A project that reports nothing is measured by nothing, one that
 * has fallen silent by what it was measured by when it last reported.
 */
function datedSums(
  facts: WeekFacts,
  counts: (line: LineFacts) => boolean,
  targetOn: (organizationId: string, on: PlainDate) => number,
): ReadonlyMap<string, DatedSum> {
  const sums = new Map<string, DatedSum>();
  for (const { organizationId, lines } of facts.projects.values()) {
    const counted = lines.filter(counts);
    const { planned, disbursed } = totalOf(counted, 'current-year');
    if (planned === null) continue;
    const week = figureWeek(counted, facts);
    for (const id of lineage(facts, organizationId)) {
      const sum = sums.get(id) ?? { ...NO_FIGURES, planned: null, disbursed: null, wanted: 0n };
      const target = week === null ? 0 : targetOn(id, week);
      sums.set(id, {
        ...datedBy(sum, week),
        planned: sumDong([sum.planned, planned]),
        disbursed: sumDong([sum.disbursed, disbursed]),
        wanted: sum.wanted + planned * hundredths(target),
      });
    }
  }
  return sums;
}

const NO_FIGURES: Dated = { newest: null, ofNewest: 0, older: 0 };

/** With one project more, whose figures are of this week. */
function datedBy({ newest, ofNewest, older }: Dated, week: PlainDate | null): Dated {
  if (week === null) return { newest, ofNewest, older };
  if (newest === null || week > newest) return { newest: week, ofNewest: 1, older: older + ofNewest };
  return week === newest ? { newest, ofNewest: ofNewest + 1, older } : { newest, ofNewest, older: older + 1 };
}

/** `target` in percent, to be met by `due`; of `older` projects the figures are older, and measured by the target of their week. */
function belowQuarterTargetTexts(
  name: string,
  rate: Rate,
  target: number,
  due: PlainDate,
  older: number,
): Texts {
  const apart: Texts =
    older === 0
      ? ['', '']
      : [
          ` (${older} dự án có số liệu cũ hơn tính theo mục tiêu của tuần số liệu)`,
          ` (${older} projects with older figures by the target of their week)`,
        ];
  const [vi, en] = spentOfPlan(rate);
  const [wanted, by] = [threshold(target), day(due)];
  return [
    `${name}: ${vi}, thấp hơn mục tiêu ${wanted.vi} đến ngày ${by.vi}${apart[0]}.`,
    `${name}: ${en}, below the target of ${wanted.en} by ${by.en}${apart[1]}.`,
  ];
}
