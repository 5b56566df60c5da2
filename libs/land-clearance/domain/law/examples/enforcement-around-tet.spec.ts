import { plainDate } from '@thongvon/kernel';
import { deadlinesOf, mayEnforce } from '../deadlines';
import { CONFIRMED, datesOf } from '../../../testing/worked-example';

// Article 89: enforced within 10 days of receipt of the decision, but not on days off, nor 15 days before and after Tết.
describe('enforcement around Tết 2026 (days off 16/2 to 20/2)', () => {
  const enforced = (received: string) =>
    deadlinesOf('enforcement', datesOf({ enforcement: { started: received } }), CONFIRMED, null)[0]?.date;

  it('received on 12/1/2026: until 22/1, well before', () => {
    expect(enforced('2026-01-12')).toBe('2026-01-22');
  });

  it('received on 26/1/2026: the tenth day lies in the peace before Tết, so the last day is the first after it, Monday 9/3', () => {
    expect(enforced('2026-01-26')).toBe('2026-03-09');
  });

  it.each([
    ['2026-01-30', true],
    ['2026-02-01', false],
    ['2026-02-02', false],
    ['2026-02-18', false],
    ['2026-03-06', false],
    ['2026-03-07', false],
    ['2026-03-09', true],
  ])('may be done on %s: %s', (day, allowed) => {
    expect(mayEnforce(plainDate(day), CONFIRMED)).toBe(allowed);
  });
});
