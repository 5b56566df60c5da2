import { plainDate } from '@thongvon/kernel';
import { movementOfWeeks } from './frozen-week';

const figure = (amount: bigint | null, on: string | null) => ({
  amount,
  on: on === null ? null : plainDate(on),
});

describe('the change between two frozen weeks', () => {
  it('is the difference of their standings, with the date of the figures of each', () => {
    expect(movementOfWeeks(figure(200n, '2023-06-14'), figure(223n, '2023-06-21'))).toMatchObject({
      value: 23n,
      from: '2023-06-14',
      to: '2023-06-21',
      days: 7,
    });
  });

  it('is none where both weeks have the same figures: silence isn’t zero', () => {
    expect(movementOfWeeks(figure(223n, '2023-06-21'), figure(223n, '2023-06-21'))).toEqual({
      value: null,
      from: null,
      to: null,
      days: null,
      reason: 'not-reported',
      since: '2023-06-21',
    });
  });

  it('is zero where newer figures say the same', () => {
    expect(movementOfWeeks(figure(223n, '2023-06-21'), figure(223n, '2023-06-28')).value).toBe(0n);
  });

  it('is that of a correction of the same date, and negative where one looks back', () => {
    expect(movementOfWeeks(figure(223n, '2023-06-21'), figure(220n, '2023-06-21'))).toMatchObject({
      value: -3n,
      days: 0,
    });
    expect(movementOfWeeks(figure(223n, '2023-06-21'), figure(200n, '2023-06-14'))).toMatchObject({
      value: -23n,
      days: -7,
    });
  });

  it('is not known where either week isn’t', () => {
    expect(movementOfWeeks(figure(null, null), figure(1n, '2023-06-21')).since).toBeNull();
    expect(movementOfWeeks(figure(1n, '2023-06-21'), figure(null, null)).value).toBeNull();
  });
});
