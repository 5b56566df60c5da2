import { deadlinesOf } from '../deadlines';
import { CONFIRMED, datesOf, UNCONFIRMED } from '../../../testing/worked-example';

// A provincial handbook's 5 working days from appraisal to approval, across Tết 2026 with a Saturday worked in exchange.
describe('working days over Tết', () => {
  const approval = (appraised: string, calendar = CONFIRMED) =>
    deadlinesOf('plan-approval', datesOf({ appraisal: { done: appraised } }), calendar, null);

  it('appraised on Thursday 12/2/2026: 13, 23, 24, 25, 26 February', () => {
    expect(approval('2026-02-12')).toMatchObject([{ date: '2026-02-26' }]);
  });

  it('appraised on Monday 23/2/2026: the Saturday worked in exchange, 28/2, counts', () => {
    expect(approval('2026-02-23')).toMatchObject([{ date: '2026-02-28' }]);
  });

  it('binds nobody, since it stands in no law', () => {
    expect(approval('2026-02-12')).toMatchObject([{ binding: false, limit: { basis: 'handbook' } }]);
  });

  it('is provisional while nobody has confirmed the holidays of the year', () => {
    expect(approval('2026-02-12', UNCONFIRMED)).toMatchObject([{ provisional: true }]);
    expect(approval('2026-02-12')).toMatchObject([{ provisional: false }]);
  });
});
