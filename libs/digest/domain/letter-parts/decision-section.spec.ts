import { noPace, plainDate } from '@thongvon/kernel';
import type { Decision } from '../decision';
import { decisionSection } from './decision-section';

const OVERDUE: Decision = {
  rule: 'blocker-overdue',
  project: { id: 'p', name: 'Đường Một' },
  blockerId: 'b',
  blockers: 1,
  rank: { held: null, unspent: null, money: null, moneyIs: 'alert', urgency: 'overdue', weight: null },
  amount: null,
  cause: 'unclassified',
  likelyCause: 'unclassified',
  options: [],
  unplaced: null,
  reason: null,
  unit: null,
  daysOverdue: 3,
  due: plainDate('2023-06-19'),
  since: plainDate('2023-05-01'),
  outlook: {
    planned: null,
    disbursed: null,
    remaining: null,
    pace: noPace('not-reported', null),
    forecast: null,
    unspent: null,
  },
  latest: { state: 'no-pace' },
  deadline: plainDate('2024-01-31'),
  alerts: [],
  staleFrom: null,
  openFor: 0,
  reopened: null,
  reopenedEn: null,
  daysLeft: 223,
};
const ADVANCE: Decision = { ...OVERDUE, rule: 'contract-advance-past-clock', blockerId: null };
const PLAN: Decision = { ...ADVANCE, rule: 'over-plan' };

describe('the decisions of a letter', () => {
  it('say of what somebody was at already why it is back', () => {
    const reopened = 'Đã nhận xử lý 20/05/2023 khi mới 10 ngày; mở lại tuần chốt 22/06/2023 khi 24 ngày.';
    const { blocks } = decisionSection(
      { decisions: [{ ...OVERDUE, reopened }], underway: [], week: plainDate('2023-06-22') },
      (path) => path,
    );
    const [item] = blocks.flatMap((block) => (block.type === 'items' ? block.items : []));
    expect(item?.full.map(({ text }) => text).join('')).toContain(
      `Quá hạn 3 ngày. ${reopened} Chưa nêu lý do. Chưa giao đơn vị nào, từ 01/05/2023; chưa rõ số tiền.`,
    );
  });

  it('say of a blocker too how old the figures are by which it holds capital', () => {
    const dates = [
      { daysOverdue: 3, due: plainDate('2023-06-19') },
      { daysOverdue: -8, due: plainDate('2023-06-30') },
      { daysOverdue: null, due: null },
    ];
    const { blocks } = decisionSection(
      {
        decisions: dates.map((of) => ({ ...OVERDUE, ...of, staleFrom: plainDate('2023-05-24') })),
        underway: [],
        week: plainDate('2023-06-22'),
      },
      (path) => path,
    );
    const items = blocks.flatMap((block) => (block.type === 'items' ? block.items : []));
    const lines = items.map(({ full }) => full.map(({ text }) => text).join(''));
    expect(lines.map((text) => text.includes('(số 24/05)'))).toEqual([true, true, true]);
  });

  it('lead to where each is mended', () => {
    const { blocks } = decisionSection(
      { decisions: [OVERDUE, ADVANCE, PLAN], underway: [], week: plainDate('2023-06-22') },
      (path) => path,
    );
    const items = blocks.flatMap((block) => (block.type === 'items' ? block.items : []));
    expect(items.map(({ url }) => url)).toEqual(['/vuong-mac/b', '/du-an/p#hop-dong', '/du-an/p']);
  });

  it('don’t ask again for what was given and is within its day: they say to whom, and until when', () => {
    const task = { id: 't', office: 'UBND xã Bình Phú', due: plainDate('2023-06-30'), further: 0 } as const;
    const { blocks, title } = decisionSection(
      {
        decisions: [PLAN],
        underway: [
          { ...OVERDUE, amount: 26_306_000_000n, options: [], task: { ...task, state: 'accepted' } },
        ],
        week: plainDate('2023-06-22'),
      },
      (path) => path,
    );
    expect(title).toMatch(/^1 việc cần quyết/);
    const lines = blocks.flatMap((block) =>
      block.type === 'paragraph' ? [block.line.map(({ text }) => text).join('')] : [],
    );
    expect(lines.slice(1)).toEqual([
      'Đã giao, còn trong hạn: 1 việc, 26,306 tỷ',
      `${OVERDUE.project.name}, 26,306 tỷ: Đã giao UBND xã Bình Phú, hạn 30/06, đang làm. Mở việc`,
    ]);
  });
});
