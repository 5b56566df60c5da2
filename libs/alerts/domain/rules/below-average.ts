import { formatRate, type PlainDate } from '@thongvon/kernel';
import type { AlertRule, Firing, Situation } from '../alert-rule';
import { practice } from '../citations';
import { figureWeek, figureWeekByOrganization } from '../figure-week';
import { isBelowBy, rateOf, type KnownRate } from '../fraction';
import { belowAverage as texts } from '../messages/rates';
import type { NumbersOf } from '../messages/numbers';
import { lineage, totalsByOrganization } from '../organization-totals';
import { totalOf, type Total } from '../week-facts';

/**
 * Projects and offices below the average of the whole that they belong to, by figures of the same week: older ones are compared
 * with nothing that came after them.
 */
export const belowAverage: AlertRule = {
  id: 'below-average',
  title: ['Dưới bình quân chung', 'Below the average'],
  severity: 'info',
  basis: 'managerial',
  citations: practice(
    'So với bình quân chung, mốc so sánh thường dùng trong các thông báo giao ban giải ngân',
    'Compared with the average, as notices on disbursement usually do',
  ),
  subjects: ['organization', 'project'],
  ofPace: true,
  yearly: true,
  thresholds: [
    {
      key: 'points',
      unit: 'percent',
      label: ['Số điểm % dưới bình quân được bỏ qua', 'Points below the average that are let pass'],
      values: [{ fromPlanYear: 0, value: 0, origin: 'Đề xuất' }],
      min: 0,
      max: 100,
    },
  ],
  weeksBack: () => 0,
  evaluate: (situation) => {
    const { now } = situation;
    const totals = totalsByOrganization(now);
    const newest = figureWeekByOrganization(now);
    const averageOf = (organizationId: string, week: PlainDate | null | undefined): KnownRate | undefined => {
      const root = lineage(now, organizationId).at(-1);
      return root === undefined || newest.get(root) !== week ? undefined : rateOf(totals.get(root));
    };
    const offices = [...totals].flatMap(([id, total]) => {
      const name = now.organizations.get(id)?.name ?? '';
      return fire(situation, { kind: 'organization', id, name }, id, total, averageOf(id, newest.get(id)));
    });
    const projects = [...now.projects.values()].flatMap(({ id, name, organizationId, lines }) =>
      fire(
        situation,
        { kind: 'project', id, name },
        organizationId,
        totalOf(lines, 'current-year'),
        averageOf(organizationId, figureWeek(lines, now)),
      ),
    );
    return [...offices, ...projects];
  },
};

function fire(
  { thresholds }: Situation,
  subject: Firing['subject'],
  organizationId: string,
  total: Total,
  average: KnownRate | undefined,
): Firing[] {
  const points = thresholds({ organizationId })?.['points'];
  const rate = rateOf(total);
  if (points === undefined || !rate || !average || !isBelowBy(rate, average, points)) return [];
  return [
    {
      subject,
      organizationId,
      projectId: subject.kind === 'project' ? subject.id : null,
      amount: rate.planned - rate.disbursed,
      numbers: {
        planned: rate.planned.toString(),
        disbursed: rate.disbursed.toString(),
        average: formatRate(average.disbursed, average.planned),
        points,
      } satisfies NumbersOf<'below-average'>,
      texts: texts(subject.name, rate, average, points),
    },
  ];
}
