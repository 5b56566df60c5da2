import { formatRate, type Dong } from '@thongvon/kernel';
import type { AlertRule, Firing, Situation } from '../alert-rule';
import { hundredths } from '../fraction';
import { belowAverage as texts } from '../messages/rates';
import { lineage, totalsByOrganization } from '../organization-totals';
import { totalOf, type Total } from '../week-facts';

interface Rate {
  readonly planned: Dong;
  readonly disbursed: Dong;
}

/** Projects and offices below the average of the whole that they belong to. */
export const belowAverage: AlertRule = {
  id: 'below-average',
  title: ['Dưới bình quân chung', 'Below the average'],
  severity: 'info',
  basis: 'managerial',
  citation: [
    'So với bình quân chung, mốc so sánh thường dùng trong các thông báo giao ban giải ngân (Phú Thọ, 31/10/2025)',
    'Compared with the average, as notices on disbursement usually do (Phú Thọ, 31/10/2025)',
  ],
  subjects: ['organization', 'project'],
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
    const averageOf = (organizationId: string): Rate | undefined => {
      const root = lineage(now, organizationId).at(-1);
      return root === undefined ? undefined : rateOf(totals.get(root));
    };
    const offices = [...totals].flatMap(([id, total]) => {
      const name = now.organizations.get(id)?.name ?? '';
      return fire(situation, { kind: 'organization', id, name }, id, total, averageOf(id));
    });
    const projects = [...now.projects.values()].flatMap(({ id, name, organizationId, lines }) =>
      fire(
        situation,
        { kind: 'project', id, name },
        organizationId,
        totalOf(lines, 'current-year'),
        averageOf(organizationId),
      ),
    );
    return [...offices, ...projects];
  },
};

function rateOf(total: Total | undefined): Rate | undefined {
  if (total === undefined || total.planned === null || total.disbursed === null) return undefined;
  return total.planned > 0n ? { planned: total.planned, disbursed: total.disbursed } : undefined;
}

function fire(
  { thresholds }: Situation,
  subject: Firing['subject'],
  organizationId: string,
  total: Total,
  average: Rate | undefined,
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
      },
      texts: texts(subject.name, rate, average, points),
    },
  ];
}

/** rate < average − points, as exact fractions. */
function isBelowBy(rate: Rate, average: Rate, points: number): boolean {
  const mine = rate.disbursed * average.planned * 10_000n;
  const theirs = average.disbursed * rate.planned * 10_000n;
  return mine < theirs - hundredths(points) * rate.planned * average.planned;
}
