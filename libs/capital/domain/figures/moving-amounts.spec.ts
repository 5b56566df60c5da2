import fc from 'fast-check';
import { formatRate, plainDate } from '@thongvon/kernel';
import {
  type MovingSums,
  neededPerWeek,
  NO_PACE,
  showMovingAmounts,
  showPace,
  yearEnd,
} from './moving-amounts';

const SUMS: MovingSums = {
  planned: '428137000000',
  disbursed: '223422000000',
  completed: null,
  advance: null,
  asOf: plainDate('2023-06-21'),
  before: '212280000000',
  beforeOn: plainDate('2023-06-14'),
  monthAgo: null,
  monthAgoOn: null,
  forecast: '367820000000',
};
const PACE = showPace(NO_PACE, plainDate('2023-06-23'));
const LOOKING = { businessDay: plainDate('2023-06-23'), source: undefined };

describe('amounts with how they move', () => {
  it('say the change and the forecast in percent of the plan, and what will still be disbursed', () => {
    expect(showMovingAmounts(SUMS, PACE, LOOKING)).toMatchObject({
      weekChange: '11142000000',
      changeRate: '2.60',
      forecastRate: '85.91',
      shortfall: '60317000000',
      spendable: '144398000000',
    });
  });

  it('say neither of what isn’t known: without a newer figure, a forecast or a plan', () => {
    const silent = { ...LOOKING, businessDay: plainDate('2023-07-14') };
    expect(showMovingAmounts(SUMS, PACE, silent)).toMatchObject({ weekChange: null, changeRate: null });
    const nothing = { forecastRate: null, shortfall: null, spendable: null };
    expect(showMovingAmounts({ ...SUMS, forecast: null }, PACE, LOOKING)).toMatchObject(nothing);
    expect(showMovingAmounts({ ...SUMS, planned: null }, PACE, LOOKING)).toMatchObject({
      ...nothing,
      changeRate: null,
    });
    expect(showMovingAmounts({ ...SUMS, planned: '0' }, PACE, LOOKING)).toMatchObject({
      changeRate: null,
      forecastRate: null,
    });
  });

  it('are parts of the plan that come to the plan: disbursed, what will be, what won’t', () => {
    const dong = fc.bigInt(0n, 10n ** 15n);
    fc.assert(
      fc.property(dong, dong, dong, (plan, done, more) => {
        const disbursed = done < plan ? done : plan;
        const forecast = disbursed + more;
        const shown = showMovingAmounts(
          {
            ...SUMS,
            planned: plan.toString(),
            disbursed: disbursed.toString(),
            forecast: forecast.toString(),
          },
          PACE,
          LOOKING,
        );
        expect(disbursed + BigInt(shown.spendable ?? 0) + BigInt(shown.shortfall ?? 0)).toBe(plan);
        expect(shown.forecastRate).toBe(formatRate(forecast, plan));
      }),
    );
  });
});

describe('the pace that the target needs', () => {
  it('is what is missing to 95 %, by the weeks that are left', () => {
    // 95 % of 428,137 tỷ less 223,422 tỷ is 183,308 tỷ, in 32 weeks.
    expect(neededPerWeek('428137000000', '223422000000', 95, 224)).toBe('5728379688');
  });

  it('takes targets with decimals', () => {
    expect(neededPerWeek('1000', '940', 95.5, 7)).toBe('15');
  });

  it('is zero once the target is reached', () => {
    expect(neededPerWeek('100', '95', 95, 7)).toBe('0');
  });

  it('is not known without a plan, a figure, or a day that is left', () => {
    expect(neededPerWeek(null, '1', 95, 7)).toBeNull();
    expect(neededPerWeek('1', null, 95, 7)).toBeNull();
    expect(neededPerWeek('100', '1', 95, 0)).toBeNull();
  });
});

describe('where a year leads by its end', () => {
  it('is the forecast of the plan, and the target less the forecast', () => {
    expect(yearEnd('428137000000', '367825476000', 95)).toEqual({
      disbursed: '367825476000',
      rate: '85.91',
      missing: '38904674000',
    });
  });

  it('takes targets with decimals, and says by how much one is exceeded', () => {
    expect(yearEnd('1000', '960', 95.5)?.missing).toBe('-5');
  });

  it('is not known without a plan or a forecast, and has no rate of nothing', () => {
    expect(yearEnd(null, '1', 95)).toBeNull();
    expect(yearEnd('1', null, 95)).toBeNull();
    expect(yearEnd('0', '0', 95)).toEqual({ disbursed: '0', rate: null, missing: '0' });
  });
});
