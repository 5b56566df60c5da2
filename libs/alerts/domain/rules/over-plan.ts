import type { AlertRule } from '../alert-rule';
import { paymentDecrees } from '../citations';
import { overPlan as texts } from '../messages/rates';
import type { NumbersOf } from '../messages/numbers';
import { totalOf } from '../week-facts';

/** Projects that have disbursed more than the year's whole plan. Plan types without any plan on record are left out. */
export const overPlan: AlertRule = {
  id: 'over-plan',
  title: ['Vượt kế hoạch vốn', 'Over the plan'],
  severity: 'critical',
  basis: 'legal',
  citations: paymentDecrees(
    'Nghị định 254/2025/NĐ-CP, Điều 6: giải ngân trong năm không vượt tổng kế hoạch vốn của năm, kể cả kéo dài và ứng trước',
    "Decree 254/2025, article 6: a year's disbursement does not pass the sum of the year's plan, carried over and advanced included",
  ),
  subjects: ['project'],
  yearly: true,
  thresholds: [],
  weeksBack: () => 0,
  evaluate: ({ now, thresholds }) =>
    [...now.projects.values()].flatMap(({ id, name, organizationId, lines }) => {
      const plannedTypes = new Set(lines.flatMap((line) => (line.planned === null ? [] : [line.planType])));
      const { planned, disbursed } = totalOf(lines.filter(({ planType }) => plannedTypes.has(planType)));
      if (!thresholds({ organizationId }) || planned === null || disbursed === null || disbursed <= planned)
        return [];
      return [
        {
          subject: { kind: 'project', id, name },
          organizationId,
          projectId: id,
          amount: disbursed - planned,
          numbers: {
            planned: planned.toString(),
            disbursed: disbursed.toString(),
          } satisfies NumbersOf<'over-plan'>,
          texts: texts(name, { planned, disbursed }),
        },
      ];
    }),
};
