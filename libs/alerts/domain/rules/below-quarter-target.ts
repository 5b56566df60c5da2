import { lastDay, plainDate, type PlainDate, type PlanYear } from '@thongvon/kernel';
import type { AlertRule, Firing, Situation, ThresholdValues } from '../alert-rule';
import { isBelow } from '../fraction';
import { belowQuarterTarget as texts } from '../messages/rates';
import type { NumbersOf } from '../messages/numbers';
import { totalsByOrganization } from '../organization-totals';
import { sourceLabel, totalOf, type Total } from '../week-facts';

const LADDER =
  'Thang quý thường dùng (quý I 20–25 %, II 45–50 %, III 70–75 %), do địa phương giao; chưa kiểm chứng';
const DISPATCH = 'Công điện 159/CĐ-TTg ngày 7/9/2025';
const value = (fromPlanYear: PlanYear, percent: number, origin: string) => ({
  fromPlanYear,
  value: percent,
  origin,
});
const target = (key: string, vi: string, en: string, values: ReturnType<typeof value>[]) =>
  ({ key, unit: 'percent', label: [vi, en], values, min: 0, max: 100, bySource: true }) as const;

/** Offices and projects below the target of the last quarter that has ended. */
export const belowQuarterTarget: AlertRule = {
  id: 'below-quarter-target',
  title: ['Dưới mục tiêu quý', "Below the quarter's target"],
  severity: 'warning',
  basis: 'managerial',
  citation: [
    'Mục tiêu giải ngân theo quý do Thủ tướng, tỉnh, xã giao hằng năm (Công điện 159/CĐ-TTg; Nghị quyết 226/NQ-CP: mục tiêu cho từng chủ đầu tư)',
    'Quarterly targets set each year by the Prime Minister, province or commune (dispatch 159/CĐ-TTg; resolution 226/NQ-CP: a target for each owner)',
  ],
  subjects: ['organization', 'project'],
  ofPace: true,
  bySource: true,
  yearly: true,
  thresholds: [
    target('q1', 'Mục tiêu hết quý I', 'Target by the end of Q1', [value(0, 20, LADDER)]),
    target('q2', 'Mục tiêu hết quý II', 'Target by the end of Q2', [value(0, 45, LADDER)]),
    target('q3', 'Mục tiêu hết quý III', 'Target by the end of Q3', [
      value(0, 70, LADDER),
      value(2025, 60, DISPATCH),
    ]),
    target('year', 'Mục tiêu cả năm', 'Target of the year', [
      value(0, 95, 'Chỉ đạo của Thủ tướng năm 2023: ít nhất 95 %'),
      value(2025, 100, DISPATCH),
    ]),
  ],
  weeksBack: () => 0,
  evaluate: (situation) => {
    const quarter = lastQuarter(situation.now.week, situation.now.planYear);
    return quarter ? [...offices(situation, quarter), ...projects(situation, quarter)] : [];
  },
};

interface Quarter {
  readonly key: string;
  /** By when its target is to be met. */
  readonly due: PlainDate;
}

/** The last quarter over by the day. The year's target counts once December is over, and is to be met by 31/1. */
function lastQuarter(day: PlainDate, year: PlanYear): Quarter | undefined {
  if (day > plainDate(`${year}-12-31`)) return { key: 'year', due: lastDay(year) };
  return [
    { key: 'q3', due: plainDate(`${year}-09-30`) },
    { key: 'q2', due: plainDate(`${year}-06-30`) },
    { key: 'q1', due: plainDate(`${year}-03-31`) },
  ].find(({ due }) => due < day);
}

/** With all their sources, and by source where a source has targets of its own. */
function offices({ now, thresholds, ownSources }: Situation, quarter: Quarter): Firing[] {
  return [undefined, ...ownSources].flatMap((source) => {
    const totals = totalsByOrganization(now, (line) => source === undefined || line.source === source);
    return [...totals].flatMap(([organizationId, total]) => {
      const name = now.organizations.get(organizationId)?.name ?? '';
      const values = thresholds({ organizationId, ...(source === undefined ? {} : { source }) });
      const subject = {
        kind: 'organization' as const,
        id: source === undefined ? organizationId : `${organizationId}/${source}`,
        name: source === undefined ? name : `${name} (${sourceLabel(now, source) ?? source})`,
      };
      const fired = firing(subject, total, values, quarter);
      const whole = { organizationId, projectId: null, severity: 'critical' as const };
      return fired ? [{ ...fired, ...whole, ...(source === undefined ? {} : { source }) }] : [];
    });
  });
}

function projects({ now, thresholds }: Situation, quarter: Quarter): Firing[] {
  return [...now.projects.values()].flatMap(({ id, name, organizationId, lines }) => {
    const subject = { kind: 'project' as const, id, name };
    const fired = firing(subject, totalOf(lines, 'current-year'), thresholds({ organizationId }), quarter);
    return fired ? [{ ...fired, organizationId, projectId: id }] : [];
  });
}

/** What isn't reported is not below anything: that it is missing is said elsewhere. */
function firing(
  subject: Firing['subject'],
  { planned, disbursed }: Total,
  values: ThresholdValues | undefined,
  { key, due }: Quarter,
): Pick<Firing, 'subject' | 'amount' | 'numbers' | 'texts'> | undefined {
  const wanted = values?.[key];
  if (wanted === undefined || planned === null || disbursed === null) return undefined;
  if (!isBelow(disbursed, planned, wanted)) return undefined;
  return {
    subject,
    amount: planned - disbursed,
    numbers: {
      planned: planned.toString(),
      disbursed: disbursed.toString(),
      target: wanted,
      due,
    } satisfies NumbersOf<'below-quarter-target'>,
    texts: texts(subject.name, { planned, disbursed }, wanted, due),
  };
}
