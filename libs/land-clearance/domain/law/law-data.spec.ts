import fc from 'fast-check';
import { CLEARANCE_STEPS, LAND_REGIMES } from '@thongvon/api-contract';
import { addDays, dayOfWeek, plainDate } from '@thongvon/kernel';
import { deadlinesOf, regimeOn, REGIMES } from './deadlines';
import { CONFIRMED, datesOf } from '../../testing/worked-example';
import { LIMITS } from './limits';
import { orderOf, signerOn, STEPS } from './steps';

describe('the data of the law', () => {
  it('has every step once, in order, each after earlier ones only', () => {
    expect(STEPS.map(({ step }) => step)).toEqual([...CLEARANCE_STEPS]);
    for (const { step, after } of STEPS) {
      for (const before of after) expect(orderOf(before)).toBeLessThan(orderOf(step));
    }
  });

  it('lets posting and hearing run side by side', () => {
    const after = (code: string) => STEPS.find(({ step }) => step === code)?.after;
    expect(after('plan-posting')).toEqual(after('plan-hearing'));
    expect(after('appraisal')).toEqual(['plan-posting', 'plan-hearing']);
  });

  it('knows three regimes one after the other, and none before', () => {
    expect(REGIMES.map(({ code }) => code)).toEqual([...LAND_REGIMES]);
    expect(regimeOn(plainDate('2014-06-30'))).toBeUndefined();
    expect(regimeOn(plainDate('2025-12-31'))).toBe('land-law-2024');
  });

  it('names the source of every limit, and gives each clock at most one limit of a kind under one regime', () => {
    const seen = new Set<string>();
    for (const { step, type, since, landType = '', regimes, source, basis } of LIMITS) {
      expect(source).not.toBe('');
      for (const regime of regimes) {
        const key = [step, type, since.step, since.event, landType, regime].join('|');
        expect([key, seen.has(key)]).toEqual([key, false]);
        seen.add(key);
        if (regime === 'land-law-2013') expect(basis).toBe('unverified');
      }
    }
  });

  it('lets the commune sign what the district signed until 30/6/2025', () => {
    const approval = STEPS.find(({ step }) => step === 'plan-approval');
    expect(approval && signerOn(approval, plainDate('2025-06-30'))?.[0]).toBe('Chủ tịch UBND cấp huyện');
    expect(approval && signerOn(approval, plainDate('2025-07-01'))?.[0]).toBe('Chủ tịch UBND cấp xã');
  });

  it('never sets a last day on a day off, nor sooner than counted', () => {
    const day = fc.integer({ min: 0, max: 700 }).map((days) => addDays(plainDate('2024-08-01'), days));
    fc.assert(
      fc.property(day, fc.constantFrom(...CLEARANCE_STEPS), (start, step) => {
        const dates = datesOf(
          Object.fromEntries(CLEARANCE_STEPS.map((code) => [code, { started: start, done: start }])),
        );
        for (const { limit, date, since } of deadlinesOf(step, dates, CONFIRMED, 'agricultural')) {
          expect(date >= addDays(since, limit.days)).toBe(true);
          if (limit.type === 'at-most') expect(CONFIRMED.isOff(date)).toBe(false);
          if (limit.step === 'enforcement') expect(dayOfWeek(date)).toBeLessThan(7);
        }
      }),
    );
  });
});
