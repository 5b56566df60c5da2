import { compareMonth, lastCompared } from './months-compared';

const told = [
  { asOf: '2023-05-18', disbursed: 50n, rate: null, returnId: 'a', cell: undefined },
  { asOf: '2023-06-21', disbursed: 70n, rate: null, returnId: 'b', cell: undefined },
];

describe('a month of an owner’s plan', () => {
  it('is held against the newest figure by its end once it is over', () => {
    const may = compareMonth(told, '2023-05-31', '2023-06-23');
    expect([may.told?.disbursed, may.isOver]).toEqual([50n, true]);
    const june = compareMonth(told, '2023-06-30', '2023-06-23');
    expect([june.told?.disbursed, june.isOver]).toEqual([70n, false]);
  });

  it('has no figure before the first return, nor before it has begun', () => {
    expect(compareMonth(told, '2023-04-30', '2023-06-23').told).toBeUndefined();
    expect(compareMonth(told, '2023-07-31', '2023-06-23').told).toBeUndefined();
  });

  it('that was the last to be over says how far the project is ahead or behind', () => {
    const months = [{ end: '2023-04-30' }, { end: '2023-05-31' }, { end: '2023-06-30' }];
    expect(lastCompared(months, ['10', '80', '90'], told, '2023-06-23')).toEqual({
      month: { end: '2023-05-31' },
      ahead: -30n,
    });
    expect(lastCompared(months, ['10', '80', '90'], [], '2023-06-23')).toBeUndefined();
  });
});
