import { deadlinesOf } from '../deadlines';
import { CONFIRMED, datesOf } from '../../../testing/worked-example';

// Article 89: who complies with the decision on enforcement hands over within 30 days of the record that says so.
describe('handover in compliance with a decision on enforcement', () => {
  it('recorded on Tuesday 2/6/2026: the last day is Thursday 2/7/2026', () => {
    const dates = datesOf({ 'voluntary-handover': { started: '2026-06-02' } });
    expect(deadlinesOf('voluntary-handover', dates, CONFIRMED, null)).toMatchObject([
      { date: '2026-07-02', binding: true, limit: { days: 30, type: 'at-most' } },
    ]);
  });

  it('recorded on Friday 31/7/2026: the thirtieth day is a Sunday before the holidays of 1/9 and 2/9, so Monday 31/8', () => {
    const dates = datesOf({ 'voluntary-handover': { started: '2026-07-31' } });
    expect(deadlinesOf('voluntary-handover', dates, CONFIRMED, null)[0]?.date).toBe('2026-08-31');
  });
});
