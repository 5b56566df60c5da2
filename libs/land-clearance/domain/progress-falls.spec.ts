import fc from 'fast-check';
import { addDays, plainDate } from '@thongvon/kernel';
import { compareValues, CUMULATIVE, MEASURE_NAMES, type Measure } from './measures';
import { contradictedNumbers, type NumberOfDay, progressFalls } from './contradictions';

const START = plainDate('2023-01-05');
const numberOf = (week: number, value: string, isForeign = false): NumberOfDay => ({
  asOf: addDays(START, week * 7),
  value,
  isForeign,
  place: isForeign ? null : { file: 'gpmb.xlsx', cell: { sheet: 'G', cell: 'N7' } },
});
const CELL = { sheet: 'G', cell: 'N2' };

describe('a cumulative number of land clearance between two approved days', () => {
  const value = fc
    .tuple(fc.nat(10 ** 6), fc.nat(99))
    .map(([whole, hundredths]) => (hundredths === 0 ? `${whole}` : `${whole}.${hundredths}`));

  it('is asked about if, and only if, it falls with it between them, or another office said otherwise of the day', () => {
    fc.assert(
      fc.property(
        fc.constantFrom<Measure>(...MEASURE_NAMES),
        fc.option(value, { nil: undefined }),
        value,
        fc.option(value, { nil: undefined }),
        fc.option(value, { nil: undefined }),
        (measure, before, now, after, otherwise) => {
          const broken = contradictedNumbers(
            { measure, value: now },
            {
              ...(before === undefined ? {} : { earlier: numberOf(1, before) }),
              ...(after === undefined ? {} : { later: numberOf(3, after) }),
              ...(otherwise === undefined ? {} : { sameDay: numberOf(2, otherwise, true) }),
            },
          );
          const asked = progressFalls(
            { project: 'Cầu', measure, asOf: addDays(START, 14), value: now, cell: CELL },
            broken,
          );
          const falls = compareValues(before ?? now, now) > 0 || compareValues(now, after ?? now) > 0;
          const differs = compareValues(now, otherwise ?? now) !== 0;
          expect(asked).toHaveLength((falls && CUMULATIVE.includes(measure)) || differs ? 1 : 0);
        },
      ),
    );
  });

  it('names both days and both values, as far as the sender may read them', () => {
    const reported = {
      project: 'Cầu Bà Ký',
      measure: 'compensated' as const,
      asOf: addDays(START, 14),
      value: '7000000000',
      cell: CELL,
    };
    const [asked] = progressFalls(reported, { later: numberOf(3, '6500000000') });
    expect(asked).toMatchObject({
      code: 'RET-CUMULATIVE-FELL',
      severity: 'question',
      asks: 'reason',
      ...CELL,
    });
    for (const part of [
      '19/01/2023',
      '7.000.000.000 đồng',
      '26/01/2023',
      '6.500.000.000 đồng',
      'gpmb.xlsx',
      'G!N7',
    ])
      expect(asked?.message).toContain(part);
    const [foreign] = progressFalls(reported, { later: numberOf(3, '6500000000', true) });
    expect(foreign?.message).toContain('26/01/2023');
    expect(foreign?.message).not.toContain('6.500');
  });
});
