import { inGroups, type Meaning, pastedAmounts, readMonths, sumsOf } from './month-sums';

const year = (...months: string[]) => Array.from({ length: 13 }, (_, index) => months[index] ?? '');
const faults = (months: string[], meaning: Meaning, mayFall: boolean) =>
  readMonths(months, meaning, mayFall).map(({ fault }) => fault);

describe('typed months', () => {
  it('are sums, or are added up', () => {
    const typed = Array.from({ length: 13 }, () => '1.000');
    expect(sumsOf(readMonths(typed, 'cumulative', false))?.at(-1)).toBe('1000');
    expect(sumsOf(readMonths(typed, 'monthly', false))?.at(-1)).toBe('13000');
  });

  it('are not known where one is blank: nothing is taken for zero', () => {
    const read = readMonths(year('5', '', '7'), 'monthly', false);
    expect(read.map(({ sum }) => sum).slice(0, 3)).toEqual([5n, null, null]);
    expect(sumsOf(read)).toBeUndefined();
    expect(readMonths(year('5', '', '7'), 'cumulative', false)[2]?.sum).toBe(7n);
  });

  it('must not fall in a plan, also over a gap, and may in what happened', () => {
    expect(faults(year('5', '', '4', '4'), 'cumulative', false).slice(0, 4)).toEqual([
      null,
      null,
      'falls',
      null,
    ]);
    expect(faults(year('5', '-1'), 'monthly', false)[1]).toBe('falls');
    expect(faults(year('5', '-1'), 'monthly', true)[1]).toBeNull();
    expect(faults(year('5', '-6'), 'monthly', true)[1]).toBe('below-zero');
  });

  it('say which of them is no whole amount', () => {
    expect(faults(year('5', '1,5', '7 tỷ'), 'cumulative', false).slice(0, 3)).toEqual([
      null,
      'unreadable',
      'unreadable',
    ]);
  });

  it('are shown in groups once they are understood', () => {
    expect(['1500000', '-2500', '1,5', ''].map(inGroups)).toEqual(['1.500.000', '-2.500', '1,5', '']);
  });
});

describe('cells copied from a sheet', () => {
  it('are a column or a row', () => {
    expect(pastedAmounts('1000\r\n2000\r\n')).toEqual(['1.000', '2.000']);
    expect(pastedAmounts('1000\t\t3000')).toEqual(['1.000', '', '3.000']);
    expect(pastedAmounts('T1\t1000\nT2\t2000')).toBeUndefined();
  });

  it('of an Excel in English are recognised by those of them that can be read in one way', () => {
    expect(pastedAmounts('500,000\n1,500,000\n2,500,000.00')).toEqual(['500.000', '1.500.000', '2.500.000']);
    expect(pastedAmounts('500,000\n600,000')).toEqual(['500,000', '600,000']);
    expect(pastedAmounts('500,000\n1,500,000\n1.500.000')).toEqual(['500,000', '1,500,000', '1.500.000']);
    expect(pastedAmounts('1,500,000\n500.250')).toEqual(['1.500.000', '500,250']);
  });

  it('with a dash for zero and zeros behind the comma are whole; others stay as they are', () => {
    expect(pastedAmounts(' - \n1.500.000,00\n7,5\ntỷ')).toEqual(['0', '1.500.000', '7,5', 'tỷ']);
  });
});
