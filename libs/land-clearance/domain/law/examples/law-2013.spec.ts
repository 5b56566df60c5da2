import { deadlinesOf } from '../deadlines';
import { UNCONFIRMED, datesOf } from '../../../testing/worked-example';

// The limits of the Land Law 2013 are given from memory here: shown, marked, and never anybody's delay.
describe('a project under the Land Law 2013', () => {
  it('approved on 31/5/2023: payment by 30/6/2023, unverified, so it binds nobody', () => {
    const approved = datesOf({ 'plan-approval': { done: '2023-05-31' } });
    expect(deadlinesOf('payment', approved, UNCONFIRMED, null)).toMatchObject([
      { date: '2023-06-30', binding: false, limit: { basis: 'unverified' } },
    ]);
  });

  it('approved on 31/7/2024, a day before the new law: still by the old one', () => {
    const approved = datesOf({ 'plan-approval': { done: '2024-07-31' } });
    expect(deadlinesOf('payment', approved, UNCONFIRMED, null)).toMatchObject([
      { limit: { basis: 'unverified' } },
    ]);
    const next = datesOf({ 'plan-approval': { done: '2024-08-01' } });
    expect(deadlinesOf('payment', next, UNCONFIRMED, null)).toMatchObject([
      { limit: { basis: 'law' }, binding: true },
    ]);
  });
});
