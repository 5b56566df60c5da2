import { deadlinesOf } from '../deadlines';
import { CONFIRMED, datesOf } from '../../../testing/worked-example';

// The plan is posted for at least 30 days (Land Law 2024, article 87), for 10 days since 1/1/2026 (resolution 254/2025/QH15).
describe('posting of the plan, before and after the change of 1/1/2026', () => {
  const posted = (on: string) =>
    deadlinesOf('plan-posting', datesOf({ 'plan-posting': { started: on } }), CONFIRMED, null);

  it('posted on 31/12/2025: until 30/1/2026, by the law of the day on which the clock started', () => {
    expect(posted('2025-12-31')).toMatchObject([
      { date: '2026-01-30', limit: { days: 30, type: 'at-least' } },
    ]);
  });

  it('posted on 1/1/2026: until 11/1/2026', () => {
    expect(posted('2026-01-01')).toMatchObject([{ date: '2026-01-11', limit: { days: 10 } }]);
  });
});
