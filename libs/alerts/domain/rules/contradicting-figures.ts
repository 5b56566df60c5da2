import { type Dong, type PlainDate, PLAN_TYPES, sumDong } from '@thongvon/kernel';
import { aboutLine, aboutProject, type AlertRule, paymentDecrees, practice } from '../alert-rule';
import {
  day,
  figure,
  money,
  type NumbersOf,
  type Rate,
  type RuleNumbers,
  SAID_BY_TEXT,
  type Texts,
} from '../rule-words';
import { type ProjectFacts, sourceLabel, totalOf } from '../week-facts';

const OVER_PLAN_NUMBERS = {
  planned: figure.amount(
    'Kế hoạch vốn của năm, kể cả kéo dài, ứng trước (mẫu số)',
    'Plan of the year, carried over and advanced included (the denominator)',
    'planned',
  ),
  disbursed: figure.amount('Đã giải ngân của các vốn đó', 'Disbursed of these', 'disbursed'),
} satisfies RuleNumbers;

/** Projects that have disbursed more than the year's whole plan. Plan types without any plan on record are left out. */
export const overPlan: AlertRule<'over-plan', keyof typeof OVER_PLAN_NUMBERS> = {
  id: 'over-plan',
  title: ['Vượt kế hoạch vốn', 'Over the plan'],
  severity: 'critical',
  basis: 'legal',
  citations: paymentDecrees(
    'Nghị định 254/2025/NĐ-CP, Điều 6: giải ngân trong năm không vượt tổng kế hoạch vốn của năm, kể cả kéo dài và ứng trước',
    "Decree 254/2025, article 6: a year's disbursement does not pass the sum of the year's plan, carried over and advanced included",
  ),
  subjects: ['project'],
  judges: 'facts',
  bySource: false,
  numbers: OVER_PLAN_NUMBERS,
  waits: null,
  warnsOf: null,
  asks: {
    rung: 'contradiction',
    place: 1,
    words: ['bổ sung kế hoạch vốn hoặc thu hồi phần vượt.', 'add to the plan, or take back what is over it.'],
    isPast: false,
    page: 'project',
  },
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
          } satisfies NumbersOf<typeof OVER_PLAN_NUMBERS>,
          texts: overPlanTexts(name, { planned, disbursed }),
        },
      ];
    }),
};

const OVER_TOTAL_INVESTMENT_NUMBERS = {
  paidBefore: figure.amount('Đã thanh toán trước năm nay', 'Paid before this year'),
  paid: figure.amount('Đã thanh toán từ khởi công', 'Paid since the start'),
  totalInvestment: figure.amount('Tổng mức đầu tư', 'Total investment'),
} satisfies RuleNumbers;

/** Projects of which more has been paid since their start than their total investment. */
export const overTotalInvestment: AlertRule<
  'over-total-investment',
  keyof typeof OVER_TOTAL_INVESTMENT_NUMBERS
> = {
  id: 'over-total-investment',
  title: ['Vượt tổng mức đầu tư', 'Over the total investment'],
  severity: 'critical',
  basis: 'legal',
  citations: paymentDecrees(
    'Nghị định 254/2025/NĐ-CP, Điều 6: tổng số vốn giải ngân cho dự án không vượt tổng mức đầu tư',
    'Decree 254/2025, article 6: what is disbursed for a project does not pass its total investment',
  ),
  subjects: ['project'],
  judges: 'facts',
  bySource: false,
  numbers: OVER_TOTAL_INVESTMENT_NUMBERS,
  waits: null,
  warnsOf: null,
  asks: null,
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
          } satisfies NumbersOf<typeof OVER_TOTAL_INVESTMENT_NUMBERS>,
          texts: overTotalInvestmentTexts(name, paid, totalInvestment),
        },
      ];
    }),
};

const CUMULATIVE_FELL_NUMBERS = {
  before: figure.amount('Lũy kế tuần trước', 'Cumulative a week before'),
  after: figure.amount('Lũy kế tuần này', 'Cumulative this week', 'disbursed'),
  planTypes: SAID_BY_TEXT,
} satisfies RuleNumbers;

/** Projects whose cumulative sum of a plan type is lower than a week before. Refunds and corrections do that; a reason is asked for. */
export const cumulativeFell: AlertRule<'cumulative-fell', keyof typeof CUMULATIVE_FELL_NUMBERS> = {
  id: 'cumulative-fell',
  title: ['Lũy kế giảm', 'The cumulative sum fell'],
  severity: 'warning',
  basis: 'managerial',
  citations: practice(
    'Lũy kế có thể giảm (hoàn trả, nộp giảm, điều chỉnh) nhưng phải nêu lý do',
    'A cumulative sum may fall (refund, correction), with a reason',
  ),
  subjects: ['project'],
  judges: 'facts',
  bySource: false,
  numbers: CUMULATIVE_FELL_NUMBERS,
  waits: null,
  warnsOf: null,
  asks: {
    rung: 'contradiction',
    place: 2,
    words: ['đơn vị giải trình, đính chính báo cáo.', 'the office explains or corrects its return.'],
    isPast: false,
    page: 'project',
  },
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
          } satisfies NumbersOf<typeof CUMULATIVE_FELL_NUMBERS>,
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

const TREASURY_DIFFERS_NUMBERS = {
  source: SAID_BY_TEXT,
  board: figure.amount('Chủ đầu tư báo cáo', 'Reported by the owner', 'disbursed'),
  treasury: figure.amount('Kho bạc', 'The Treasury', 'treasury'),
  on: figure.date('Số đến ngày', 'Figures of'),
} satisfies RuleNumbers;

/** Board and Treasury name different sums for the same day, and nobody has explained it. */
export const treasuryDiffers: AlertRule<'treasury-differs', keyof typeof TREASURY_DIFFERS_NUMBERS> = {
  id: 'treasury-differs',
  title: ['Lệch số Kho bạc', 'The Treasury differs'],
  severity: 'warning',
  basis: 'managerial',
  citations: practice(
    'Đối chiếu với Kho bạc Nhà nước; số của Kho bạc là số quyết định',
    'Reconciliation with the State Treasury, whose figures prevail',
  ),
  subjects: ['capital-line'],
  judges: 'facts',
  bySource: true,
  numbers: TREASURY_DIFFERS_NUMBERS,
  waits: null,
  warnsOf: null,
  asks: null,
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
          } satisfies NumbersOf<typeof TREASURY_DIFFERS_NUMBERS>,
          texts: treasuryDiffersTexts(projectName, difference, sourceLabel(now, source)),
        },
      ];
    }),
};

/** Disbursed is more than planned, of all plan types that have a plan. */
function overPlanTexts(name: string, { planned, disbursed }: Rate): Texts {
  const [of, part, over] = [money(planned), money(disbursed), money(disbursed - planned)];
  return [
    `${name}: giải ngân ${part.vi}, vượt ${over.vi} so với tổng kế hoạch vốn ${of.vi} (kể cả kéo dài, ứng trước).`,
    `${name}: ${part.en} disbursed, ${over.en} over the whole plan of ${of.en} (carried over and advanced included).`,
  ];
}

/** `paid`: since the project's start. */
function overTotalInvestmentTexts(name: string, paid: Dong, totalInvestment: Dong): Texts {
  const [part, of, over] = [money(paid), money(totalInvestment), money(paid - totalInvestment)];
  return [
    `${name}: lũy kế giải ngân từ khởi công ${part.vi}, vượt ${over.vi} so với tổng mức đầu tư ${of.vi}.`,
    `${name}: ${part.en} disbursed since its start, ${over.en} over the total investment of ${of.en}.`,
  ];
}

/** `before` and `after`: the cumulative sum a week ago and now, whole đồng. */
function cumulativeFellTexts(name: string, before: Dong, after: Dong): Texts {
  const [from, to, by] = [money(before), money(after), money(before - after)];
  return [
    `${name}: lũy kế giải ngân giảm ${by.vi} so với tuần trước (từ ${from.vi} xuống ${to.vi}); cần nêu lý do.`,
    `${name}: the cumulative sum fell by ${by.en} from last week (from ${from.en} to ${to.en}); the reason is needed.`,
  ];
}

/** `difference` is Treasury less board. */
function treasuryDiffersTexts(
  name: string,
  { board, treasury, on }: { board: Dong; treasury: Dong; on: PlainDate },
  source: string | null,
): Texts {
  const [ours, theirs, by, date] = [
    money(board),
    money(treasury),
    money(treasury > board ? treasury - board : board - treasury),
    day(on),
  ];
  const part: Texts = source === null ? ['', ''] : [`, nguồn ${source}`, `, source ${source}`];
  return [
    `${name}${part[0]}: đến ngày ${date.vi} đơn vị báo ${ours.vi}, Kho bạc xác nhận ${theirs.vi}, lệch ${by.vi}, chưa giải trình.`,
    `${name}${part[1]}: as of ${date.en} the board says ${ours.en}, the Treasury ${theirs.en}: ${by.en} apart, not explained.`,
  ];
}
