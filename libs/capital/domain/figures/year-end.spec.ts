import { yearEnd } from './moving-amounts';

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
