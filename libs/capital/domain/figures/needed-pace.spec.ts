import { neededPerWeek } from './moving-amounts';

describe('the pace that the target needs', () => {
  it('is what is missing to 95 %, by the weeks that are left', () => {
    // 95 % of 428,137 tỷ less 223,422 tỷ is 183,308 tỷ, in 32 weeks.
    expect(neededPerWeek('428137000000', '223422000000', 95, 224)).toBe('5728379688');
  });

  it('takes targets with decimals', () => {
    expect(neededPerWeek('1000', '940', 95.5, 7)).toBe('15');
  });

  it('is zero once the target is reached', () => {
    expect(neededPerWeek('100', '95', 95, 7)).toBe('0');
  });

  it('is not known without a plan, a figure, or a day that is left', () => {
    expect(neededPerWeek(null, '1', 95, 7)).toBeNull();
    expect(neededPerWeek('1', null, 95, 7)).toBeNull();
    expect(neededPerWeek('100', '1', 95, 0)).toBeNull();
  });
});
