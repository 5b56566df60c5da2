import { type Dong, PLAN_TYPES, sumDong } from '@thongvon/kernel';
import { aboutLine, aboutProject, type AlertRule, paymentDecrees, practice } from '../alert-rule';
import { overTotalInvestmentTexts } from '../messages/capital';
import type { NumbersOf } from '../messages/numbers';
import { cumulativeFellTexts, overPlanTexts, treasuryDiffersTexts } from '../messages/rates';
import { type ProjectFacts, sourceLabel, totalOf } from '../week-facts';

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
          ...aboutProject({ id, name, organizationId }),
          amount: disbursed - planned,
          numbers: {
            planned: planned.toString(),
            disbursed: disbursed.toString(),
          } satisfies NumbersOf<'over-plan'>,
          texts: overPlanTexts(name, { planned, disbursed }),
        },
      ];
    }),
};

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
      const { name, lines } = project;
      const paid = paidBefore + (totalOf(lines).disbursed ?? 0n);
      if (paid <= totalInvestment) return [];
      return [
        {
          ...aboutProject(project),
          amount: paid - totalInvestment,
          numbers: {
            paidBefore: paidBefore.toString(),
            paid: paid.toString(),
            totalInvestment: totalInvestment.toString(),
          } satisfies NumbersOf<'over-total-investment'>,
          texts: overTotalInvestmentTexts(name, paid, totalInvestment),
        },
      ];
    }),
};

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
          ...aboutProject({ id, name, organizationId }),
          amount: before - after,
          numbers: {
            before: before.toString(),
            after: after.toString(),
            planTypes: fallen.map(({ planType }) => planType),
          } satisfies NumbersOf<'cumulative-fell'>,
          texts: cumulativeFellTexts(name, before, after),
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

/** Board and Treasury name different sums for the same day, and nobody has explained it. */
export const treasuryDiffers: AlertRule = {
  id: 'treasury-differs',
  title: ['Lệch số Kho bạc', 'The Treasury differs'],
  severity: 'warning',
  basis: 'managerial',
  citations: practice(
    'Đối chiếu với Kho bạc Nhà nước; số của Kho bạc là số quyết định',
    'Reconciliation with the State Treasury, whose figures prevail',
  ),
  subjects: ['capital-line'],
  bySource: true,
  yearly: true,
  thresholds: [],
  weeksBack: () => 0,
  evaluate: ({ now, thresholds }) =>
    now.treasury.flatMap((difference) => {
      const { projectName, organizationId, source, board, treasury, on } = difference;
      if (!thresholds({ organizationId, ...(source === null ? {} : { source }) }) || board === treasury)
        return [];
      return [
        {
          ...aboutLine(difference, source),
          amount: board > treasury ? board - treasury : treasury - board,
          numbers: {
            source,
            board: board.toString(),
            treasury: treasury.toString(),
            on,
          } satisfies NumbersOf<'treasury-differs'>,
          texts: treasuryDiffersTexts(projectName, difference, sourceLabel(now, source)),
        },
      ];
    }),
};
