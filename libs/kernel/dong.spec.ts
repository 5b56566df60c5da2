import fc from 'fast-check';
import { AMOUNT_UNITS, DONG_PER_UNIT, formatAmount, formatChange } from './dong';

describe('an amount in a larger unit', () => {
  it('is never read as zero where it isn’t, in whatever unit and with however few decimals', () => {
    const small = fc.bigInt({ min: -2_000_000_000n, max: 2_000_000_000n });
    fc.assert(
      fc.property(small, fc.constantFrom(...AMOUNT_UNITS), fc.nat({ max: 3 }), (amount, unit, decimals) => {
        for (const text of [formatAmount(amount, unit, decimals), formatChange(amount, unit, decimals)])
          expect({ amount, saysSomething: /[1-9]/.test(text) }).toEqual({
            amount,
            saysSomething: amount !== 0n,
          });
      }),
    );
  });

  it('is less than the last digit shown where it would round to zero, and rounds half away from zero above', () => {
    const shown = (amount: bigint): string[] =>
      [formatAmount(amount, 'billion-dong', 3), formatChange(amount, 'billion-dong', 3)].map((text) =>
        text.replace('\u00a0', ' '),
      );
    expect(shown(499_999n)).toEqual(['< 0,001', '< +0,001']);
    expect(shown(1n)).toEqual(['< 0,001', '< +0,001']);
    expect(shown(-499_999n)).toEqual(['> -0,001', '> -0,001']);
    expect(shown(500_000n)).toEqual(['0,001', '+0,001']);
    expect(shown(-500_000n)).toEqual(['-0,001', '-0,001']);
    expect(shown(0n)).toEqual(['0,000', '0,000']);
    expect(shown(11_142_000_000n)).toEqual(['11,142', '+11,142']);
    expect(formatAmount(DONG_PER_UNIT['thousand-dong'] / 3n, 'thousand-dong', 0)).toBe('<\u00a01');
  });
});
