import fc from 'fast-check';
import type { StandingAlert } from '@thongvon/alerts';
import { addDays, plainDate } from '@thongvon/kernel';
import { blocker, BOARD, COMMUNE, frozenWeek, office, project, WEEK } from '../testing/frozen-weeks';
import type { Digest } from './digest';
import { expectedPlace, pointsBetween } from './shares';
import { makeDigest } from './make-digest';
import { signed } from './messages/letter';
import { withinScope } from './within-scope';
import { writeLetter } from './write-letter';

const TARGETS = { q1: 20, q2: 45, q3: 70, year: 95 };
const LINKS = { address: (path: string) => `https://t.example${path}`, unsubscribe: 'https://t.example/u' };
const TY = 1_000_000_000n;

const raised = (
  rule: StandingAlert['rule'],
  projectId: string,
  more: Partial<StandingAlert> = {},
): StandingAlert => ({
  rule,
  projectId,
  title: rule,
  planYear: 2023,
  organizationId: BOARD,
  organization: 'Ban QLDA',
  blockerId: null,
  ofClearance: false,
  amount: TY,
  openedOn: WEEK,
  text: rule,
  textEn: rule,
  reopened: null,
  reopenedEn: null,
  ...more,
});

/** The letter's first sentence. */
const summaryOf = (digest: Digest): string =>
  (writeLetter(digest, LINKS, false).summary[0] ?? []).map(({ text }) => text).join('');

it('names with a decision the day of figures that are older than the reporting week', () => {
  const of = (figureAsOf: string) => {
    const old = project('p1', 400n * TY, 40n * TY, { figureAsOf: plainDate(figureAsOf), reported: false });
    const alerts = [raised('cannot-be-spent', 'p1')];
    const digest = makeDigest({ now: frozenWeek([old]), previous: null, earlier: [], alerts }, TARGETS);
    const [section] = writeLetter(digest, LINKS, false).sections;
    return [digest.decisions[0]?.staleFrom, JSON.stringify(section).includes('hạn giải ngân (số 07/06)')];
  };
  expect(of('2023-06-07')).toEqual(['2023-06-07', true]);
  expect(of('2023-06-16')).toEqual([null, false]);
});

describe('the weekly digest', () => {
  const before = frozenWeek([project('p1', 400n * TY, 200n * TY), project('p2', 100n * TY, null)], {
    week: addDays(WEEK, -7),
  });

  it('counts the change on the week before and where the plan should be', () => {
    const now = frozenWeek([project('p1', 400n * TY, 212n * TY), project('p2', 100n * TY, 10n * TY)]);
    const digest = makeDigest({ now, previous: before, earlier: [], alerts: [] }, TARGETS);
    expect(digest.total).toEqual({ planned: 500n * TY, disbursed: 222n * TY, projects: 2 });
    expect(digest.before).toMatchObject({ disbursed: 200n * TY });
    // 83 of the 91 days from 31/3 to 30/6 have passed: 20 % + 25 % × 83/91
    expect(digest.expected?.hundredths).toBe(4280n);
    expect(digest.improvements).toContainEqual(
      expect.objectContaining({ type: 'project-rose', project: 'Dự án p1' }),
    );
    const { summary, subject } = writeLetter(digest, LINKS, false);
    expect(summary[0]?.map(({ text }) => text).join('')).toBe(
      'Tuần này +22,000 tỷ (+4,40 điểm); kế hoạch đến 22/06 phải đạt 42,80 %, đang vượt 1,60 điểm.',
    );
    expect(subject).toContain('44,40 %, +22,000 tỷ');
  });

  it('says what is not known, and never counts it as zero', () => {
    const now = frozenWeek([project('p1', 400n * TY, null)]);
    const digest = makeDigest({ now, previous: null, earlier: [], alerts: [] }, null);
    expect(digest.total.disbursed).toBeNull();
    expect(digest.projects[0]).toMatchObject({ remaining: null, change: null });
    const letter = writeLetter(digest, LINKS, false);
    expect(letter.headline).toMatchObject({ rate: 'chưa có tỷ lệ', fraction: 'chưa rõ/400,000' });
    expect(letter.bar.hundredths).toBeNull();
  });

  it('says of what three decimals of a tỷ can’t show that it is less than the last of them, never zero', () => {
    const now = frozenWeek([project('p1', 400n * TY, 300_000n)]);
    const letter = writeLetter(
      makeDigest({ now, previous: null, earlier: [], alerts: [] }, null),
      LINKS,
      false,
    );
    expect(letter.headline).toMatchObject({ fraction: '<\u00a00,001/400,000' });
    expect([300_000n, -300_000n, 0n].map(signed)).toEqual(['<\u00a0+0,001', '>\u00a0−0,001', '0']);
  });

  it('names the dates of a change that is not one of seven days', () => {
    const base = frozenWeek([project('p1', 400n * TY, 200n * TY)], { week: addDays(WEEK, -7) });
    const late = project('p1', 400n * TY, 212n * TY, { figureAsOf: addDays(WEEK, 4) });
    const now = frozenWeek([late], { week: addDays(WEEK, 7) });
    const digest = makeDigest({ now, previous: base, earlier: [], alerts: [] }, null);
    expect(digest.movement).toMatchObject({
      value: 12n * TY,
      from: '2023-06-14',
      to: '2023-06-26',
      days: 12,
    });
    expect(summaryOf(digest)).toBe(
      'Từ 14/06 đến 26/06 (12 ngày) +12,000 tỷ (+3,00 điểm); chưa có mục tiêu quý để so.',
    );
  });

  it('says that nothing came, and judges old figures by no milestone', () => {
    const figures = { figureAsOf: addDays(WEEK, -8) };
    const same = [project('p1', 400n * TY, 212n * TY, figures)];
    const silent = frozenWeek(same, { week: addDays(WEEK, 7) });
    const digest = makeDigest({ now: silent, previous: frozenWeek(same), earlier: [], alerts: [] }, TARGETS);
    expect(digest).toMatchObject({
      reckoning: { stale: true },
      movement: { value: null, since: '2023-06-14' },
    });
    expect(digest.projects[0]?.change).toBeNull();
    expect(summaryOf(digest)).toBe(
      'Chưa có số liệu mới từ 14/06; số liệu đã cũ hơn một tuần báo cáo nên không so với kế hoạch.',
    );
    const { subject } = writeLetter(digest, LINKS, false);
    expect(subject).toContain('53,00 %, chưa có số mới từ 14/06;');
  });

  it('has one item a project, by money × urgency, with all that rules say of it', () => {
    const projects = ['a', 'b', 'c', 'd'].map((id) => project(id, 10n * TY, TY));
    const now = frozenWeek([...projects, project('e', 60n * TY, TY)], {
      blockers: [
        blocker('b1', 'a', '2023-06-15', { setAmount: 2n * TY }),
        blocker('b2', 'b', '2023-05-31', { setAmount: 7n * TY }),
        blocker('b3', 'a', '2023-06-01', { setAmount: TY }),
        blocker('b4', 'd', '2023-06-30', { setAmount: 5n * TY }),
      ],
    });
    const alerts = [
      raised('cannot-be-spent', 'c', { amount: 9n * TY }),
      raised('cannot-be-spent', 'a', { amount: 8n * TY }),
      raised('blocker-overdue', 'a', { blockerId: 'b1', amount: 2n * TY }),
      raised('blocker-overdue', 'a', { blockerId: 'b3', amount: TY }),
      raised('blocker-overdue', 'b', { blockerId: 'b2', amount: 7n * TY }),
      raised('blocker-due-this-week', 'd', { blockerId: 'b4', amount: 5n * TY }),
      raised('below-average', 'c'),
      raised('over-plan', 'e', { amount: 8n * TY }),
      raised('below-average', 'e'),
    ];
    const { decisions } = makeDigest({ now, previous: null, earlier: [], alerts }, TARGETS);
    expect(
      decisions.map(({ project: { id }, rank, daysOverdue }) => [id, rank.money, rank.weight, daysOverdue]),
    ).toEqual([
      ['b', 7n * TY, 21n * TY, 22],
      ['d', 5n * TY, 10n * TY, -8],
      ['a', 3n * TY, 9n * TY, 21],
      ['c', 9n * TY, 9n * TY, null],
      ['e', 8n * TY, 8n * TY, null],
    ]);
    expect(decisions[2]).toMatchObject({ blockerId: 'b3', blockers: 2, rule: 'blocker-overdue' });
    expect(decisions[2]?.alerts.map(({ rule }) => rule)).toEqual([
      'blocker-overdue',
      'blocker-overdue',
      'cannot-be-spent',
    ]);
    expect(decisions[3]?.alerts.map(({ rule }) => rule)).toEqual(['cannot-be-spent', 'below-average']);
  });

  it('leaves a project that rules only compare to the attachment', () => {
    const now = frozenWeek([project('a', 10n * TY, TY)]);
    const alerts = [raised('below-average', 'a')];
    expect(makeDigest({ now, previous: null, earlier: [], alerts }, TARGETS).decisions).toEqual([]);
  });

  it('shows seven decisions, and says how many more there are and what they are about', () => {
    const projects = Array.from({ length: 9 }, (_, index) => project(`p${index}`, 10n * TY, TY));
    const alerts = projects.map(({ id }) => raised('cannot-be-spent', id));
    const digest = makeDigest({ now: frozenWeek(projects), previous: null, earlier: [], alerts }, TARGETS);
    const [section] = writeLetter(digest, LINKS, false).sections;
    expect(section?.title).toBe('7 việc cần quyết trước, 7,000 tỷ');
    const items = section?.blocks.flatMap((block) => (block.type === 'items' ? block.items : []));
    expect(items).toHaveLength(7);
    expect(JSON.stringify(section)).toContain('Còn 2 việc xếp sau, 2,000 tỷ');
    expect(JSON.stringify(section)).toContain('quá hạn nhân 3, đến hạn trước thư tuần sau nhân 2');
  });

  it('names who sent nothing, and keeps what is received but not approved apart', () => {
    const organizations = [
      office('Ban QLDA'),
      office('UBND xã A', { state: 'silent', lastAsOf: addDays(WEEK, -15) }),
      office('UBND xã B', { state: 'pending', receivedAt: new Date('2023-06-22T20:00:00+07:00') }),
      office('UBND xã C', { state: 'silent', owes: false }),
    ];
    const digest = makeDigest(
      { now: frozenWeek([], { organizations }), previous: null, earlier: [], alerts: [] },
      TARGETS,
    );
    expect(digest.coverage).toEqual({ owed: 3, fulfilled: 1 });
    expect(digest.silent.map(({ name }) => name)).toEqual(['UBND xã A']);
    const said = JSON.stringify(writeLetter(digest, LINKS, false).sections);
    expect(said).toContain('số gần nhất 07/06.');
    expect(said).toContain('nhận ngày 22/06, chưa duyệt nên chưa tính');
    expect(said).not.toContain('UBND xã C');
  });

  it('leaves households’ names out of what it quotes', () => {
    const now = frozenWeek([project('a', 10n * TY, TY)], {
      blockers: [blocker('b', 'a', '2023-06-01', { description: 'Hộ ông Nguyễn Văn Tèo chưa nhận tiền' })],
    });
    const alerts = [raised('blocker-overdue', 'a', { blockerId: 'b' })];
    const digest = makeDigest({ now, previous: null, earlier: [], alerts }, TARGETS);
    const [section] = writeLetter(digest, LINKS, false).sections;
    expect(JSON.stringify(section)).toContain('[không nêu tên]');
  });

  it('tells of the year that ends in January, not of the one that has just begun', () => {
    const week = '2024-01-18' as typeof WEEK;
    const now = frozenWeek([project('a', 10n * TY, 9n * TY)], { week, planYears: [2023, 2024] });
    const alerts = [2023, 2024].map((planYear) => raised('cannot-be-spent', 'a', { planYear }));
    const digest = makeDigest({ now, previous: null, earlier: [], alerts }, TARGETS);
    expect(digest).toMatchObject({ planYear: 2023, total: { planned: 10n * TY } });
    expect(digest.decisions).toMatchObject([{ rank: { money: TY, moneyIs: 'alert' }, daysLeft: 13 }]);
    const over = { ...now, week: '2024-02-01' as typeof WEEK };
    expect(makeDigest({ now: over, previous: null, earlier: [], alerts: [] }, TARGETS).planYear).toBe(2024);
  });

  it('is of a recipient’s organisations only', () => {
    const projects = [
      project('mine', 10n * TY, TY),
      project('theirs', 20n * TY, TY, { organizationId: COMMUNE }),
    ];
    const now = frozenWeek(projects, { blockers: [blocker('b', 'theirs', null)] });
    const alerts = [raised('no-movement', 'theirs', { organizationId: COMMUNE })];
    const own = withinScope({ now, previous: null, earlier: [], alerts }, [BOARD], new Map());
    const digest = makeDigest(own, TARGETS);
    expect(digest.total.planned).toBe(10n * TY);
    expect(digest.projects.map(({ id }) => id)).toEqual(['mine']);
    expect([digest.decisions, digest.held.projects]).toEqual([[], 0]);
  });

  it('tells those who clear a part of another’s project what hinders them there, and counts it in none of their sums', () => {
    const projects = [
      project('mine', 10n * TY, TY),
      project('theirs', 20n * TY, TY, { organizationId: COMMUNE }),
    ];
    const now = frozenWeek(projects, { blockers: [blocker('b', 'theirs', '2023-06-01')] });
    const alerts = [
      raised('blocker-overdue', 'theirs', { organizationId: COMMUNE, blockerId: 'b', ofClearance: true }),
      raised('over-plan', 'theirs', { organizationId: COMMUNE }),
    ];
    const clears = new Map([['theirs', [BOARD]]]);
    const own = withinScope({ now, previous: null, earlier: [], alerts }, [BOARD], clears);
    const digest = makeDigest(own, TARGETS);
    expect(digest.decisions).toMatchObject([
      { rule: 'blocker-overdue', project: { id: 'theirs' }, blockerId: 'b' },
    ]);
    expect(digest.held).toMatchObject({ amount: 19n * TY, projects: 1 });
    expect([digest.total.planned, digest.projects.map(({ id }) => id)]).toEqual([10n * TY, ['mine']]);
  });

  it('says that a correction replaces the letter before, and why', () => {
    const now = frozenWeek([project('a', 10n * TY, TY)], { revision: 2, reason: 'Báo cáo trùng' });
    const letter = writeLetter(
      makeDigest({ now, previous: null, earlier: [], alerts: [] }, TARGETS),
      LINKS,
      false,
    );
    expect(letter.subject).toMatch(/^Đính chính \(bản 2\)/);
    expect(letter.notice).toContain('thay thế thư trước');
    expect(letter.notice).toContain('Báo cáo trùng');
  });

  it('draws the line through the targets on their days, and rising between them', () => {
    const on = (date: string): bigint | undefined =>
      expectedPlace(date as typeof WEEK, 2023, TARGETS)?.hundredths;
    expect([on('2023-03-31'), on('2023-06-30'), on('2024-01-31')]).toEqual([2000n, 4500n, 9500n]);
    expect(on('2024-02-01')).toBeUndefined();
    const days = fc.integer({ min: 0, max: 395 });
    fc.assert(
      fc.property(days, days, (a, b) => {
        const [early, late] = [Math.min(a, b), Math.max(a, b)].map((day) =>
          on(addDays('2023-01-01' as typeof WEEK, day)),
        );
        return early !== undefined && late !== undefined && early <= late;
      }),
    );
  });

  it('takes the difference of the exact rates, not of the rounded ones', () => {
    const share = (planned: bigint, disbursed: bigint) => ({ planned, disbursed });
    // 33,333…% and 66,666…%: rounded first, it would be 33,34
    expect(pointsBetween(share(3n, 1n), share(3n, 2n))).toBe('33.33');
    expect(pointsBetween(share(0n, 1n), share(3n, 2n))).toBeNull();
  });
});
