import { deadlinesOf } from '../deadlines';
import { CONFIRMED, datesOf } from '../../../testing/worked-example';

// Article 94 of the Land Law 2024: compensation is paid within 30 days of the day on which the approval takes effect.
describe('payment, 30 days after the approval of the plan', () => {
  it('approved on Monday 4/11/2024: the last day is Wednesday 4/12/2024', () => {
    const [deadline] = deadlinesOf(
      'payment',
      datesOf({ 'plan-approval': { done: '2024-11-04' } }),
      CONFIRMED,
      null,
    );
    expect(deadline).toMatchObject({
      date: '2024-12-04',
      binding: true,
      limit: { days: 30, type: 'at-most' },
    });
  });

  it('has no deadline before the plan is approved', () => {
    expect(
      deadlinesOf('payment', datesOf({ 'plan-approval': { started: '2024-11-04' } }), CONFIRMED, null),
    ).toEqual([]);
  });
});
