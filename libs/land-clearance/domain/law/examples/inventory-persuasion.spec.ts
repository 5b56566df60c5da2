import { deadlinesOf } from '../deadlines';
import { CONFIRMED, datesOf } from '../../../testing/worked-example';

// Article 87, 2(đ): 15 days of persuasion in writing; then, within 10 days, the decision on forced inventory.
describe('persuasion to be inventoried, then the decision on forced inventory', () => {
  it('begun on Tuesday 1/4/2025: not ended before 16/4; the decision by Saturday 26/4, so by Monday 28/4/2025', () => {
    const dates = datesOf({ 'inventory-persuasion': { started: '2025-04-01', done: '2025-04-16' } });
    expect(deadlinesOf('inventory-persuasion', dates, CONFIRMED, null)).toMatchObject([
      { date: '2025-04-16' },
    ]);
    expect(deadlinesOf('forced-inventory', dates, CONFIRMED, null)).toMatchObject([
      { date: '2025-04-28', limit: { type: 'at-most' } },
    ]);
  });
});
