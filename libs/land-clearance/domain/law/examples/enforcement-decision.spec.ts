import { deadlinesOf } from '../deadlines';
import { CONFIRMED, datesOf } from '../../../testing/worked-example';

// Article 87, paragraph 7: 10 days of persuasion to hand over; then, within 10 days, the decision on enforcement.
describe('persuasion to hand over, then the decision on enforcement', () => {
  it('begun on Monday 4/5/2026: not ended before 14/5; the decision by Sunday 24/5, so by Monday 25/5/2026', () => {
    const dates = datesOf({ 'handover-persuasion': { started: '2026-05-04', done: '2026-05-14' } });
    expect(deadlinesOf('handover-persuasion', dates, CONFIRMED, null)).toMatchObject([
      { date: '2026-05-14', limit: { type: 'at-least' } },
    ]);
    expect(deadlinesOf('enforcement-decision', dates, CONFIRMED, null)).toMatchObject([
      { date: '2026-05-25', limit: { type: 'at-most' }, binding: true },
    ]);
  });

  it('has no verified limit under the law of 2013', () => {
    const dates = datesOf({ 'handover-persuasion': { done: '2023-05-15' } });
    expect(deadlinesOf('enforcement-decision', dates, CONFIRMED, null)).toEqual([]);
  });
});
