import fc from 'fast-check';
import { AMOUNT_UNITS, DONG_PER_UNIT } from '@thongvon/kernel';
import { Formats } from '../../language/formats';
import { decimalsOf } from './own-decimals';

describe('an amount of a return in its own unit', () => {
  it('is written to the thousand đồng, and further where it goes further', () => {
    expect(decimalsOf('1887650', 'thousand-dong')).toBe(2);
    expect(decimalsOf('1887000', 'thousand-dong')).toBe(0);
    expect(decimalsOf('223422000000', 'million-dong')).toBe(3);
    expect(decimalsOf('1887650', 'dong')).toBe(0);
  });

  it('is never rounded', () => {
    const amount = fc.tuple(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), fc.nat({ max: 9 }));
    fc.assert(
      fc.property(fc.constantFrom(...AMOUNT_UNITS), amount, (unit, [digits, zeros]) => {
        const dong = (digits * 10n ** BigInt(zeros)).toString();
        const shown = new Formats('vi', unit).amount(dong, decimalsOf(dong, unit));
        const [whole = '', decimals = ''] = shown.replace('−', '-').replace(/[.\s]/g, '').split(',');
        const places = DONG_PER_UNIT[unit].toString().length - 1;
        expect(decimals.length).toBeLessThanOrEqual(places);
        expect(BigInt(`${whole}${decimals.padEnd(places, '0')}`).toString()).toBe(dong);
      }),
    );
  });
});
