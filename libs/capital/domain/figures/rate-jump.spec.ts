import fc from 'fast-check';
import { grewFar, hasJumped, isFarFromPlan } from './findings';

describe('a jump of the rate', () => {
  it('is more than 30 points of the plan in one step', () => {
    expect(hasJumped(100n, 400n, 1000n)).toBe(false);
    expect(hasJumped(100n, 401n, 1000n)).toBe(true);
  });

  it('is none without a plan, nor when the figure falls', () => {
    expect(hasJumped(0n, 1000n, 0n)).toBe(false);
    expect(hasJumped(900n, 100n, 1000n)).toBe(false);
  });
});

describe('an amount far from its own last one', () => {
  const known = fc.bigInt({ min: 1_000_000n, max: 10n ** 13n });

  it('is a hundred times as much and more, whatever the plan allows', () => {
    fc.assert(
      fc.property(known, fc.bigInt({ min: 100n, max: 10n ** 6n }), (before, factor) => {
        expect(grewFar(before, before * factor)).toBe(true);
        expect(isFarFromPlan(before * factor, before)).toBe(true);
        expect(isFarFromPlan(before, before * factor)).toBe(true);
      }),
    );
  });

  it('is none of ordinary growth, nor of a first payment', () => {
    fc.assert(
      fc.property(known, fc.bigInt({ min: 1n, max: 99n }), (before, factor) => {
        expect(grewFar(before, before * factor)).toBe(false);
        expect(isFarFromPlan(before * factor, before)).toBe(false);
        expect(grewFar(0n, before)).toBe(false);
      }),
    );
  });
});
