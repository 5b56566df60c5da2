import { plainDate } from '@thongvon/kernel';
import { inForce, largestInForce, type RuleSetting } from './rule-settings';
import { belowQuarterTarget } from './rules/quarter-target';

const setting = (more: Partial<RuleSetting>): RuleSetting => ({
  rule: 'below-quarter-target',
  organizationId: null,
  planYear: null,
  source: null,
  effectiveFrom: plainDate('2023-01-01'),
  enabled: null,
  severity: null,
  thresholds: {},
  ...more,
});
const asked = { planYear: 2023, on: plainDate('2023-06-22') };
const q2 = (
  settings: readonly RuleSetting[],
  scope: { planYear?: number; on?: ReturnType<typeof plainDate>; source?: string } = {},
  above: readonly string[] = ['board', 'district'],
): number | undefined =>
  inForce(belowQuarterTarget, settings, { ...asked, ...scope }, above).thresholds['q2'];

describe('what is in force of a rule', () => {
  it('is its default of the plan year, where nothing is set', () => {
    expect(inForce(belowQuarterTarget, [], asked)).toEqual({
      enabled: true,
      severity: null,
      thresholds: { q1: 20, q2: 45, q3: 70, year: 95 },
    });
    // The dispatch is of 7/9/2025: nobody went by it before.
    const of2025 = (on: string) =>
      inForce(belowQuarterTarget, [], { ...asked, planYear: 2025, on: plainDate(on) }).thresholds;
    expect(of2025('2025-09-06')).toMatchObject({ q3: 70, year: 95 });
    expect(of2025('2025-09-07')).toMatchObject({ q3: 60, year: 100 });
  });

  it('is what is set from its day on, not before', () => {
    const set = [setting({ effectiveFrom: plainDate('2023-06-22'), thresholds: { q2: 50 } })];
    expect(q2(set)).toBe(50);
    expect(q2(set, { on: plainDate('2023-06-21') })).toBe(45);
  });

  it('is the later of two for the same scope', () => {
    const set = [setting({ thresholds: { q2: 50 } }), setting({ thresholds: { q2: 48 } })];
    expect(q2(set)).toBe(48);
  });

  it('is what is set nearest to the office, even if the wider was set later', () => {
    const set = [
      setting({ organizationId: 'board', thresholds: { q2: 30 } }),
      setting({ organizationId: 'district', thresholds: { q2: 40 } }),
      setting({ thresholds: { q2: 50 } }),
    ];
    expect(q2(set)).toBe(30);
    expect(q2(set, {}, ['commune', 'district'])).toBe(40);
    expect(q2(set, {}, [])).toBe(50);
  });

  it('keeps other years and other sources out', () => {
    const set = [
      setting({ planYear: 2024, thresholds: { q2: 10 } }),
      setting({ source: 'land-use-fees', thresholds: { q2: 35 } }),
    ];
    expect(q2(set)).toBe(45);
    expect(q2(set, { source: 'land-use-fees' })).toBe(35);
  });

  it('can switch a rule off for one office, and leaves what is not said as it was', () => {
    const set = [
      setting({ severity: 'info', thresholds: { q2: 50 } }),
      setting({ organizationId: 'board', enabled: false }),
    ];
    expect(inForce(belowQuarterTarget, set, asked, ['board', 'district'])).toMatchObject({
      enabled: false,
      severity: 'info',
      thresholds: { q2: 50 },
    });
    expect(inForce(belowQuarterTarget, set, asked, ['district']).enabled).toBe(true);
  });

  it('has a largest value over all scopes, so that enough weeks are looked at', () => {
    const set = [
      setting({ organizationId: 'board', thresholds: { q2: 60 } }),
      setting({ thresholds: { q2: 50 } }),
    ];
    expect(largestInForce(belowQuarterTarget, set, asked)['q2']).toBe(60);
  });
});
