import fc from 'fast-check';
import {
  DEFAULT_LADDERS,
  ESCALATED,
  ladderFault,
  MOST_RUNGS,
  RUNG_DAYS,
  RUNG_ROLES,
  type Rung,
  rungReached,
} from './escalation';

const rungs = fc.array(
  fc.record({ days: fc.integer({ min: -20, max: 200 }), to: fc.constantFrom(...RUNG_ROLES) }),
  { maxLength: 14 },
);

describe('a ladder of escalation', () => {
  it.each(ESCALATED)('of a %s can be climbed as it is unless somebody says otherwise', (owed) => {
    expect(ladderFault(DEFAULT_LADDERS[owed])).toBeUndefined();
  });

  it.each([
    [[], 'empty'],
    [Array.from({ length: MOST_RUNGS + 1 }, (_, days): Rung => ({ days, to: 'reporter' })), 'too-long'],
    [[{ days: RUNG_DAYS.first - 1, to: 'reporter' }], 'out-of-range'],
    [[{ days: 1.5, to: 'reporter' }], 'out-of-range'],
    [[{ days: 1, to: 'leader' }], 'skips-who-must-act'],
    [
      [
        { days: 1, to: 'reporter' },
        { days: 1, to: 'leader' },
      ],
      'not-in-order',
    ],
    [
      [
        { days: 1, to: 'reporter' },
        { days: 2, to: 'leader' },
        { days: 3, to: 'finance-head' },
      ],
      'goes-down',
    ],
  ] as const)('has a fault: %j is %s', (ladder, fault) => {
    expect(ladderFault(ladder)).toBe(fault);
  });

  it('that has none never goes down as days pass, and is reached from its first day overdue on', () => {
    fc.assert(
      fc.property(rungs, (drawn) => {
        if (ladderFault(drawn) !== undefined) return;
        const height = (days: number): number => {
          const reached = rungReached(drawn, days);
          return reached ? RUNG_ROLES.indexOf(reached.to) : -1;
        };
        for (let days = -20; days < 200; days += 1)
          expect(height(days + 1)).toBeGreaterThanOrEqual(height(days));
        const first = drawn.find(({ days }) => days > 0);
        expect(rungReached(drawn, 0)).toBeNull();
        if (first) expect(rungReached(drawn, first.days)).toEqual({ ...first, place: 1 });
      }),
    );
  });
});
