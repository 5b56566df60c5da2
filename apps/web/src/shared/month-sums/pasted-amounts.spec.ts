import { pastedAmounts } from './month-sums';

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
