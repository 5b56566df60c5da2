import { largestOf, widthShare } from './drawing';

describe('what others are drawn beside', () => {
  it('is the largest that is known', () => {
    expect(largestOf(['5', null, 7n, '-9'])).toBe(7n);
    expect(largestOf([])).toBe(0n);
  });
});

describe('the share of a bar', () => {
  it('is four digits of the whole, and nothing of what isn’t known', () => {
    expect(widthShare('139273190000', '204715000000')).toBe(0.6803);
    expect(widthShare(3n, 2n)).toBe(1.5);
    expect([
      widthShare(null, '1'),
      widthShare('1', null),
      widthShare('1', '0'),
      widthShare('-1', '2'),
    ]).toEqual([0, 0, 0, 0]);
  });
});
