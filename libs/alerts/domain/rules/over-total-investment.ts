import type { AlertRule } from '../alert-rule';
import { paymentDecrees } from '../citations';
import { overTotalInvestment as texts } from '../messages/capital';
import type { NumbersOf } from '../messages/numbers';
import { totalOf } from '../week-facts';

/** Projects of which more has been paid since their start than their total investment. */
export const overTotalInvestment: AlertRule = {
  id: 'over-total-investment',
  title: ['Vượt tổng mức đầu tư', 'Over the total investment'],
  severity: 'critical',
  basis: 'legal',
  citations: paymentDecrees(
    'Nghị định 254/2025/NĐ-CP, Điều 6: tổng số vốn giải ngân cho dự án không vượt tổng mức đầu tư',
    'Decree 254/2025, article 6: what is disbursed for a project does not pass its total investment',
  ),
  subjects: ['project'],
  yearly: true,
  thresholds: [],
  weeksBack: () => 0,
  evaluate: ({ now, thresholds }) =>
    [...now.lifetimes].flatMap(([projectId, { paidBefore, totalInvestment }]) => {
      const project = now.projects.get(projectId);
      if (!project || !thresholds({ organizationId: project.organizationId })) return [];
      const { name, organizationId, lines } = project;
      const paid = paidBefore + (totalOf(lines).disbursed ?? 0n);
      if (paid <= totalInvestment) return [];
      return [
        {
          subject: { kind: 'project', id: projectId, name },
          organizationId,
          projectId,
          amount: paid - totalInvestment,
          numbers: {
            paidBefore: paidBefore.toString(),
            paid: paid.toString(),
            totalInvestment: totalInvestment.toString(),
          } satisfies NumbersOf<'over-total-investment'>,
          texts: texts(name, paid, totalInvestment),
        },
      ];
    }),
};
