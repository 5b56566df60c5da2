import { escalationAt } from './blocker-on-day';

describe('whose turn it is while a blocker stays overdue', () => {
  it.each([
    [0, undefined],
    [1, 'responsible-person'],
    [7, 'responsible-person'],
    [8, 'responsible-person'],
    [15, 'unit-head'],
    [21, 'unit-head'],
    [22, 'leaders'],
    [400, 'leaders'],
  ])('%i days overdue: %s', (days, to) => {
    expect(escalationAt(days)?.to).toBe(to);
  });

  it('is reminded twice before it goes up', () => {
    expect([1, 8, 15, 22].map((days) => escalationAt(days)?.rung)).toEqual([1, 2, 3, 4]);
  });
});
