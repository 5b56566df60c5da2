import { plainDate } from '@thongvon/kernel';
import { advanceClock, type Advance } from '../money-clock';

// Decree 254/2025, article 9: papers within 30 days of a compensation advance; what is not paid to people in 3 months is returned.
describe('a compensation advance of 5 tỷ on 30/11/2025', () => {
  const advance: Advance = {
    amount: 5_000_000_000n,
    advancedOn: plainDate('2025-11-30'),
    settled: 0n,
    returned: 0n,
  };
  const on = (day: string, more: Partial<Advance> = {}) =>
    advanceClock({ ...advance, ...more }, plainDate(day));

  it('asks for papers until 30/12/2025', () => {
    expect(on('2025-12-30')).toMatchObject({ papersDue: '2025-12-30', state: 'running', daysLate: 0 });
    expect(on('2025-12-31')).toMatchObject({ state: 'papers-late', daysLate: 1 });
  });

  it('is to be returned after 28/2/2026, the last day of the third month', () => {
    expect(on('2026-02-28')).toMatchObject({ returnDue: '2026-02-28', state: 'papers-late' });
    expect(on('2026-03-10')).toMatchObject({ state: 'overdue', daysLate: 10, outstanding: 5_000_000_000n });
  });

  it('is settled once what people got and what was returned make up the whole', () => {
    const parts = { settled: 4_200_000_000n, returned: 800_000_000n };
    expect(on('2026-03-10', parts)).toMatchObject({ state: 'settled', outstanding: 0n, daysLate: 0 });
    expect(on('2026-03-10', { settled: 4_200_000_000n })).toMatchObject({
      state: 'overdue',
      outstanding: 800_000_000n,
    });
  });

  it('is never late when it was paid before the decree, by rules that are not verified here', () => {
    expect(on('2026-03-10', { advancedOn: plainDate('2025-09-25') })).toMatchObject({
      state: 'running',
      unverified: true,
    });
    expect(on('2026-03-10', { advancedOn: plainDate('2025-09-26') })).toMatchObject({
      state: 'overdue',
      unverified: false,
    });
  });
});
