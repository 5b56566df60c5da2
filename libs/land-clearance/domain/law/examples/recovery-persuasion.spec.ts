import { deadlinesOf } from '../deadlines';
import { CONFIRMED, datesOf } from '../../../testing/worked-example';

// Article 87, paragraph 6: who does not agree is persuaded for 10 days; then, within 10 days, the recovery decision.
describe('persuasion of those who do not agree, then the recovery decision', () => {
  it('begun on Monday 3/3/2025: not ended before 13/3; the decision by Sunday 23/3, so by Monday 24/3/2025', () => {
    const dates = datesOf({ 'recovery-persuasion': { started: '2025-03-03', done: '2025-03-13' } });
    expect(deadlinesOf('recovery-persuasion', dates, CONFIRMED, null)).toMatchObject([
      { date: '2025-03-13', limit: { type: 'at-least' }, binding: true },
    ]);
    expect(deadlinesOf('recovery-decision', dates, CONFIRMED, null)).toMatchObject([
      { date: '2025-03-24', limit: { type: 'at-most' }, binding: true },
    ]);
  });
});
