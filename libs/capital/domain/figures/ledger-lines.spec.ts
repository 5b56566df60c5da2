import { isYearEndEstimate } from './ledger-lines';

const promises = (...path: string[]): boolean => isYearEndEstimate(path, 2023);

describe('an estimate to the end of the plan year', () => {
  it('names 31/1 of the next year, or the whole year', () => {
    expect(promises('Ước giải ngân đến 31/01/2024')).toBe(true);
    expect(promises('Ước giải ngân', 'Đến ngày 31/1/2024')).toBe(true);
    expect(promises('Ước thực hiện đến hết ngày 31 tháng 01 năm 2024')).toBe(true);
    expect(promises('Ước giải ngân cả năm')).toBe(true);
    expect(promises('Ước đến 31/1')).toBe(true);
  });

  it('is none where the captions say another day, another year, none, or what is still to come', () => {
    expect(promises('Ước giải ngân tháng 6')).toBe(false);
    expect(promises('Ước giải ngân')).toBe(false);
    expect(promises('Ước thực hiện đến hết năm 2023')).toBe(false);
    expect(promises('Ước giải ngân đến 31/01/2023')).toBe(false);
    expect(promises('Ước giải ngân từ nay đến 31/01/2024')).toBe(false);
    expect(promises('Ước giải ngân', '31/10/2023')).toBe(false);
  });
});
