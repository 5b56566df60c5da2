import { wholeDong } from './typed';

describe('typed đồng', () => {
  it.each([
    ['1500000000', '1500000000'],
    [' 1.500.000.000 ', '1500000000'],
    ['1 500 000', '1500000'],
    ['0', '0'],
    ['007', '7'],
  ])('%j are %s', (typed, dong) => expect(wholeDong(typed)).toBe(dong));

  it.each(['', '1,5', '1.5', '15.00.000', '-5', '12.345 678', '1500 tỷ', '1234567890123456789'])(
    '%j are not whole đồng for certain',
    (typed) => expect(wholeDong(typed)).toBeNull(),
  );
});
