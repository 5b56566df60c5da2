import { plainDate } from '@thongvon/kernel';
import { lateExposure } from '../money-clock';

// Article 94, paragraph 3: who pays late pays the late amount besides, at the rate for late tax.
describe('17,03 tỷ approved on 4/11/2024 and not paid by 24/12/2024', () => {
  it('is 20 days late after 4/12: 0,03 % a day of it is 102.180.000 đồng', () => {
    expect(lateExposure(17_030_000_000n, plainDate('2024-12-04'), plainDate('2024-12-24'))).toEqual({
      days: 20,
      exposure: 102_180_000n,
    });
  });

  it('costs nothing on the last day', () => {
    expect(lateExposure(17_030_000_000n, plainDate('2024-12-04'), plainDate('2024-12-04'))).toEqual({
      days: 0,
      exposure: 0n,
    });
  });
});
