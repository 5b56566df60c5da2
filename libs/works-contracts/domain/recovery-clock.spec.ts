import { plainDate } from '@thongvon/kernel';
import { byUrgency, recoveryClock, type ContractAdvance } from './recovery-clock';

const ADVANCE: ContractAdvance = {
  contractValue: 10_000_000_001n,
  amount: 3_000_000_000n,
  paidOn: plainDate('2025-10-01'),
  recoverBy: plainDate('2025-11-30'),
  recovered: 1_000_000_000n,
  disbursed: 8_000_000_000n,
};
const on = (day: string, more: Partial<ContractAdvance> = {}) =>
  recoveryClock({ ...ADVANCE, ...more }, plainDate(day));

describe('the recovery clock of a contract’s advance', () => {
  it('runs until the contract’s own day, from which on it is due', () => {
    expect(on('2025-11-29', { disbursed: null }).state).toBe('running');
    expect(on('2025-11-30', { disbursed: null })).toMatchObject({
      ...{ state: 'due', overdueAfter: '2026-02-28', daysLate: 0 },
    });
  });

  it('runs while less than 80 % of the contract is disbursed, to the đồng, and nobody’s silence is a share', () => {
    const noDay = { recoverBy: null };
    expect(on('2026-02-28', noDay).state).toBe('running');
    expect(on('2026-02-28', { disbursed: 8_000_000_001n }).state).toBe('past-share');
    expect(on('2026-02-28', { ...noDay, disbursed: null, recovered: null })).toMatchObject({
      state: 'running',
      outstanding: 3_000_000_000n,
    });
  });

  it('is overdue from the day after three months from the contract’s day, which needs one', () => {
    const overdue = { state: 'overdue', overdueAfter: '2026-02-28', daysLate: 1 };
    expect(on('2026-03-01', { disbursed: 9_000_000_000n })).toMatchObject(overdue);
    expect(on('2026-03-01', { recoverBy: null })).toMatchObject({ state: 'running', overdueAfter: null });
  });

  it('ends with the last đồng, and makes nobody late for what was paid before the decree', () => {
    const all = { disbursed: 9_000_000_000n, recovered: ADVANCE.amount };
    expect(on('2026-03-01', all)).toMatchObject({ state: 'recovered', outstanding: 0n, daysLate: 0 });
    const earlier = { paidOn: plainDate('2025-09-25'), disbursed: 9_000_000_000n };
    expect(on('2026-03-01', earlier)).toMatchObject({
      ...{ state: 'due', overdueAfter: null, daysLate: 0, unverified: true },
    });
    expect(on('2025-11-29', earlier).state).toBe('running');
  });

  it('puts first what presses most, and of that what was to be recovered first', () => {
    const advance = (
      state: ReturnType<typeof on>['state'],
      recoverBy: string | null,
      paidOn = '2025-10-01',
    ) => ({
      ...{ state, recoverBy, paidOn },
    });
    const sorted = [
      advance('overdue', '2025-11-30'),
      advance('past-share', null),
      advance('due', '2026-01-31'),
      advance('running', '2026-05-31'),
      advance('running', '2026-06-30', '2025-10-01'),
      advance('running', '2026-06-30', '2025-10-02'),
      advance('running', null),
      advance('recovered', '2025-10-31'),
    ];
    expect(sorted.toReversed().toSorted(byUrgency)).toEqual(sorted);
  });
});
