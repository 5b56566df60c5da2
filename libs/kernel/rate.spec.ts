import fc from 'fast-check';
import { formatHundredths, hundredthsOf, pointsApart } from './dong';

describe('two rates as they are shown', () => {
  it('are as far apart as a reader makes them', () => {
    expect(pointsApart('52.18', '42.53')).toBe('9.65');
    expect(pointsApart('42.53', '52.18')).toBe('-9.65');
    expect(pointsApart('-0.05', '0.00')).toBe('-0.05');
    expect(pointsApart('100.00', '100.00')).toBe('0.00');
  });

  it('are read as they are written', () => {
    fc.assert(
      fc.property(fc.bigInt(-(10n ** 9n), 10n ** 9n), (hundredths) => {
        expect(hundredthsOf(formatHundredths(hundredths))).toBe(hundredths);
      }),
    );
  });
});
