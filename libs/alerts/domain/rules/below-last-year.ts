import { formatRate, sumDong } from '@thongvon/kernel';
import type { AlertRule, Situation } from '../alert-rule';
import { practice } from '../citations';
import { figureWeekByOrganization, newestFigureWeek } from '../figure-week';
import { isBelowBy, rateOf, type KnownRate } from '../fraction';
import { belowLastYear as texts } from '../messages/rates';
import type { NumbersOf } from '../messages/numbers';
import { lineage, totalsByOrganization } from '../organization-totals';
import type { Total } from '../week-facts';

/**
 * Offices whose rate is behind that of the same day a year ago. The day is that of the newest figures' week; an office whose
 * figures are older isn't compared with it.
 */
export const belowLastYear: AlertRule = {
  id: 'below-last-year',
  title: ['Thấp hơn cùng kỳ năm trước', 'Behind the year before'],
  severity: 'warning',
  basis: 'managerial',
  citations: practice(
    'So với cùng kỳ năm trước, như các báo cáo giải ngân hằng tháng của Bộ Tài chính',
    'Compared with the same time of the year before, as the monthly reports of the Ministry of Finance do',
  ),
  subjects: ['organization'],
  ofPace: true,
  yearly: true,
  thresholds: [
    {
      key: 'points',
      unit: 'percent',
      label: ['Số điểm % thấp hơn được bỏ qua', 'Points behind that are let pass'],
      values: [{ fromPlanYear: 0, value: 5, origin: 'Đề xuất' }],
      min: 0,
      max: 100,
    },
  ],
  weeksBack: () => 0,
  evaluate: (situation) => {
    const { now, thresholds } = situation;
    const earlier = ratesOfYearBefore(situation);
    const weeks = figureWeekByOrganization(now);
    const newest = newestFigureWeek(now.projects.values(), now);
    return [...totalsByOrganization(now)].flatMap(([organizationId, total]) => {
      const points = thresholds({ organizationId })?.['points'];
      const [rate, before] = [rateOf(total), earlier.get(organizationId)];
      if (points === undefined || !rate || !before || weeks.get(organizationId) !== newest) return [];
      if (!isBelowBy(rate, before, points)) return [];
      const name = now.organizations.get(organizationId)?.name ?? '';
      return [
        {
          subject: { kind: 'organization', id: organizationId, name },
          organizationId,
          projectId: null,
          amount: rate.planned - rate.disbursed,
          numbers: {
            planned: rate.planned.toString(),
            disbursed: rate.disbursed.toString(),
            before: formatRate(before.disbursed, before.planned),
            on: now.yearBefore.on,
            points,
          } satisfies NumbersOf<'below-last-year'>,
          texts: texts(name, rate, before, now.yearBefore.on),
        },
      ];
    });
  },
};

/** By figures of the system, each holder's with all below it; where it has none, as entered by a person. */
function ratesOfYearBefore({ now }: Situation): ReadonlyMap<string, KnownRate> {
  const { figures, entered } = now.yearBefore;
  const totals = new Map<string, Total>();
  for (const { organizationId, planned, disbursed } of figures) {
    for (const id of lineage(now, organizationId)) {
      const sum = totals.get(id);
      totals.set(id, {
        planned: sumDong([sum?.planned ?? null, planned]),
        disbursed: sumDong([sum?.disbursed ?? null, disbursed]),
      });
    }
  }
  const rates = new Map<string, KnownRate>();
  for (const [id, total] of [...entered, ...totals]) {
    const rate = rateOf(total);
    if (rate) rates.set(id, rate);
  }
  return rates;
}
