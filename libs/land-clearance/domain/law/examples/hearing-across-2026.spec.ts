import { deadlinesOf } from '../deadlines';
import { CONFIRMED, datesOf } from '../../../testing/worked-example';

// Dialogue ends within 60 days of the hearing (Land Law 2024), within 30 days since 1/1/2026 (resolution 254/2025/QH15).
describe('dialogue after the hearing, before and after the change of 1/1/2026', () => {
  const received = (on: string) =>
    deadlinesOf('plan-hearing', datesOf({ 'plan-hearing': { started: on } }), CONFIRMED, null);

  it('received on Monday 15/12/2025: until Friday 13/2/2026', () => {
    expect(received('2025-12-15')).toMatchObject([{ date: '2026-02-13', binding: true }]);
  });

  it('received on Monday 5/1/2026: until Wednesday 4/2/2026', () => {
    expect(received('2026-01-05')).toMatchObject([{ date: '2026-02-04', binding: true }]);
  });

  it('received on Monday 19/1/2026: 30 days end on 18/2, in Tết, so Monday 23/2/2026 is the last day', () => {
    expect(received('2026-01-19')).toMatchObject([{ date: '2026-02-23' }]);
  });
});
