import { typedDate, typedNumber, wholeDong } from './typed';

describe('a typed date', () => {
  it.each(['1/6/2023', '01/06/2023', ' 1-6-2023 ', '01.06.2023', '01062023', '2023-06-01'])(
    '%j is the first of June, never the sixth of January',
    (typed) => expect(typedDate(typed)).toEqual({ date: '2023-06-01' }),
  );

  it.each([
    ['31/02/2023', '31/02/2023'],
    ['29022023', '29/02/2023'],
    ['6/13/2023', '6/13/2023'],
    ['01/06/0023', '01/06/0023'],
  ])('%j is a day that no calendar has', (typed, day) =>
    expect(typedDate(typed)).toEqual({ fault: 'no-such-day', day }),
  );

  it.each(['', '1/6', '1/6/23', '010623', '1/6-2023', '2023-02-31', 'mai'])(
    '%j is no date for certain',
    (typed) => expect(typedDate(typed)).toEqual({ fault: 'unreadable' }),
  );
});

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

describe('a typed number', () => {
  it.each([
    ['12.500,5', '12500.5'],
    ['12500,5', '12500.5'],
    ['12500.5', '12500.5'],
    ['12 500,5', '12500.5'],
    ['14.990', '14990'],
    ['1.234.567', '1234567'],
    ['-3,25', '-3.25'],
    ['007', '7'],
    ['0', '0'],
  ])('%j is %s', (typed, number) => expect(typedNumber(typed)).toBe(number));

  it.each(['', '12,500,5', '1.23.456', '12.5000,1', '5 tỷ', '1e5', '12.500.5', ',5', '1234567890123456'])(
    '%j is none',
    (typed) => expect(typedNumber(typed)).toBeNull(),
  );
});
