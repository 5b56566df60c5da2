import { PLAN_TYPES, sumDong, type Dong } from '@thongvon/kernel';
import type { AlertRule } from '../alert-rule';
import { practice } from '../citations';
import { cumulativeFell as texts } from '../messages/rates';
import type { NumbersOf } from '../messages/numbers';
import { totalOf, type ProjectFacts } from '../week-facts';

/** Projects whose cumulative sum of a plan type is lower than a week before. Refunds and corrections do that; a reason is asked for. */
export const cumulativeFell: AlertRule = {
  id: 'cumulative-fell',
  title: ['Lũy kế giảm', 'The cumulative sum fell'],
  severity: 'warning',
  basis: 'managerial',
  citations: practice(
    'Lũy kế có thể giảm (hoàn trả, nộp giảm, điều chỉnh) nhưng phải nêu lý do',
    'A cumulative sum may fall (refund, correction), with a reason',
  ),
  subjects: ['project'],
  yearly: true,
  thresholds: [],
  weeksBack: () => 1,
  evaluate: ({ now, before: [last], thresholds }) =>
    [...now.projects.values()].flatMap((project) => {
      const { id, name, organizationId } = project;
      const earlier = last?.projects.get(id);
      if (!earlier || !thresholds({ organizationId })) return [];
      const fallen = fallenTypes(earlier, project);
      const [before, after] = [
        sumDong(fallen.map((type) => type.before)),
        sumDong(fallen.map((type) => type.after)),
      ];
      if (before === null || after === null) return [];
      return [
        {
          subject: { kind: 'project', id, name },
          organizationId,
          projectId: id,
          amount: before - after,
          numbers: {
            before: before.toString(),
            after: after.toString(),
            planTypes: fallen.map(({ planType }) => planType),
          } satisfies NumbersOf<'cumulative-fell'>,
          texts: texts(name, before, after),
        },
      ];
    }),
};

function fallenTypes(earlier: ProjectFacts, now: ProjectFacts) {
  return PLAN_TYPES.flatMap((planType) => {
    const before = totalOf(earlier.lines, planType).disbursed;
    const after: Dong | null = totalOf(now.lines, planType).disbursed;
    return before !== null && after !== null && after < before ? [{ planType, before, after }] : [];
  });
}
