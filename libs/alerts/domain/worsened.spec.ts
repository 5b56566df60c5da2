import type { AlertRuleId } from '@thongvon/api-contract';
import { plainDate } from '@thongvon/kernel';
import { changesOf, type Said, type StandingAction, worsenedSince } from './alert-life';
import type { Found } from './evaluate-rules';

const ON = plainDate('2023-06-20');
const late = (days: number, more: Partial<Said> = {}): Said => ({
  severity: 'warning',
  amount: 500_000_000n,
  numbers: { daysOverdue: days },
  ...more,
});
const after = (type: StandingAction['type'], said: Said): StandingAction => ({ type, on: ON, said });
const by = (action: StandingAction, now: Said, rule: AlertRuleId = 'blocker-overdue') =>
  worsenedSince(action, rule, now)?.by;

describe('an alert that somebody took note of', () => {
  it.each([
    ['worsened by its rule', late(10, { severity: 'critical' }), 'severity'],
    ['less grave', late(10, { severity: 'info' }), undefined],
    ['twice the money', late(10, { amount: 1_000_000_000n }), 'amount'],
    ['nearly twice', late(10, { amount: 999_999_999n }), undefined],
    ['money that was known and is not', late(10, { amount: null }), undefined],
    ['twice as long, and two weeks more', late(24), 'days'],
    ['twice as long, a week more', late(20), undefined],
  ])('is outgrown: %s', (_, now, expected) => {
    expect(by(after('acknowledged', late(10)), now)).toBe(expected);
  });

  it('is not outgrown by a number of days that counts down, or that its rule has none of', () => {
    const daysLeft = (days: number) => late(0, { numbers: { daysLeft: days } });
    expect(by(after('acknowledged', daysLeft(3)), daysLeft(40), 'blocker-due-this-week')).toBeUndefined();
    const weeks = (stood: number) => late(0, { numbers: { weeks: stood } });
    expect(by(after('acknowledged', weeks(4)), weeks(8), 'no-movement')).toBe('days');
  });

  it('stays put off however long it waits, and not when it gets worsened', () => {
    expect(by(after('snoozed', late(10)), late(100))).toBeUndefined();
    expect(by(after('snoozed', late(10)), late(100, { severity: 'critical' }))).toBe('severity');
  });

  it('is open to all again with what it was when somebody took note of it', () => {
    const found: Found = {
      ...late(24),
      rule: 'blocker-overdue',
      planYear: null,
      subject: { kind: 'blocker', id: 'b', name: 'Đường Một' },
      organizationId: 'o',
      projectId: 'p',
      texts: ['Quá hạn 24 ngày', '24 days overdue'],
    };
    const open = {
      id: 'a',
      key: 'blocker-overdue|blocker|b|',
      severity: 'warning',
      text: 'Quá hạn 17 ngày',
    } as const;
    const reopenedBy = (action: StandingAction | null) =>
      changesOf([{ ...open, action }], [found], plainDate('2023-07-13')).reopened;
    expect(reopenedBy(after('acknowledged', late(10)))).toEqual([
      {
        alertId: 'a',
        actionOn: ON,
        texts: [
          'Đã nhận xử lý 20/06/2023 khi mới 10 ngày; mở lại tuần chốt 13/07/2023 khi 24 ngày.',
          'Acknowledged on 20/06/2023 when at 10 days; open again in the week of 13/07/2023 when at 24 days.',
        ],
      },
    ]);
    expect([reopenedBy(null), reopenedBy(after('acknowledged', late(17)))]).toEqual([[], []]);
  });
});
