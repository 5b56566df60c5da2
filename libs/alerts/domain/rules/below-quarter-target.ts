import { type Dong, type PlainDate, sumDong } from '@thongvon/kernel';
import type { AlertRule, Firing, Situation, ThresholdValues } from '../alert-rule';
import { practice, since } from '../citations';
import { figureWeek } from '../figure-week';
import { hundredths } from '../fraction';
import type { NumbersOf } from '../messages/numbers';
import { belowQuarterTarget as texts } from '../messages/rates';
import { lineage } from '../organization-totals';
import { lastQuarter, type Quarter, QUARTER_TARGETS } from '../quarter-targets';
import { type LineFacts, sourceLabel, type Total, totalOf, type WeekFacts } from '../week-facts';

/** Offices and projects below the target of the last quarter that had ended in the week of their figures. */
export const belowQuarterTarget: AlertRule = {
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
  ofPace: true,
  bySource: true,
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
    const fired = firing(subject, { planned, disbursed, wanted, newest: on, older: 0 }, target);
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
    } satisfies NumbersOf<'below-quarter-target'>,
    texts: texts(subject.name, { planned, disbursed }, percent, due, older),
  };
}

/** A sum over projects whose figures may be of different weeks, next to the target of each of these weeks. */
interface DatedSum extends Total {
  /** Every project's plan times the target (hundredths of a percent) in force in its figures' week. */
  readonly wanted: Dong;
  /** The newest of these weeks; null where nothing is reported. */
  readonly newest: PlainDate | null;
  /** Projects whose figures are of an earlier one. */
  readonly older: number;
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
  const sums = new Map<string, Total & { readonly wanted: Dong; readonly weeks: readonly PlainDate[] }>();
  for (const { organizationId, lines } of facts.projects.values()) {
    const counted = lines.filter(counts);
    const { planned, disbursed } = totalOf(counted, 'current-year');
    if (planned === null) continue;
    const week = figureWeek(counted, facts);
    for (const id of lineage(facts, organizationId)) {
      const sum = sums.get(id);
      const target = week === null ? 0 : targetOn(id, week);
      sums.set(id, {
        planned: sumDong([sum?.planned ?? null, planned]),
        disbursed: sumDong([sum?.disbursed ?? null, disbursed]),
        wanted: (sum?.wanted ?? 0n) + planned * hundredths(target),
        weeks: [...(sum?.weeks ?? []), ...(week === null ? [] : [week])],
      });
    }
  }
  return new Map(
    [...sums].map(([id, { weeks, ...sum }]) => {
      const newest = weeks.toSorted().at(-1) ?? null;
      return [id, { ...sum, newest, older: weeks.filter((week) => week !== newest).length }];
    }),
  );
}
