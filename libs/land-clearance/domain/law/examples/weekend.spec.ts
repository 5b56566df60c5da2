import { deadlinesOf } from '../deadlines';
import { CONFIRMED, datesOf } from '../../../testing/worked-example';

// Civil Code 2015, article 148: a last day that is a day off moves to the next working day.
describe('a last day on a weekend', () => {
  it('approved on Thursday 7/11/2024: 30 days end on Saturday 7/12, so Monday 9/12/2024 is the last day', () => {
    const [deadline] = deadlinesOf(
      'payment',
      datesOf({ 'plan-approval': { done: '2024-11-07' } }),
      CONFIRMED,
      null,
    );
    expect(deadline?.date).toBe('2024-12-09');
  });

  it('does not move the end of a wait: what may not be done before a Saturday may be done on it', () => {
    const posted = datesOf({ 'plan-posting': { started: '2024-11-07' } });
    expect(deadlinesOf('plan-posting', posted, CONFIRMED, null)[0]?.date).toBe('2024-12-07');
  });
});
