import { plainDate } from '@thongvon/kernel';
import { recoveryClock, type ContractAdvance } from './recovery-clock';

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
  it('runs while less than 80 % of the contract is disbursed, to the đồng, and nobody’s silence is a share', () => {
    expect(on('2026-02-28').state).toBe('running');
    expect(on('2026-02-28', { disbursed: 8_000_000_001n }).state).toBe('past-share');
    expect(on('2026-02-28', { disbursed: null, recovered: null })).toMatchObject({
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
    expect(on('2026-03-01', { paidOn: plainDate('2025-09-25') })).toMatchObject({
      state: 'running',
      unverified: true,
    });
  });
});
