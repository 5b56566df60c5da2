import fc from 'fast-check';
import { singlePlanSuspect, type SinglePlan } from './single-plan';

const BASE = { name: 'Cầu Bà Ký', cell: { sheet: 'P', cell: 'F2' } };
const asked = (plan: Omit<SinglePlan, 'name' | 'cell'>): number =>
  singlePlanSuspect({ ...BASE, ...plan }).length;
const planned = fc.bigInt({ min: 100_000_000n, max: 10n ** 12n });

describe('the plan of a decision that names one project', () => {
  it('is asked about a thousand times too large or small, whatever it is held against', () => {
    fc.assert(
      fc.property(planned, fc.bigInt({ min: 1n, max: 9n }), (plan, share) => {
        const nothing = { ledger: null, totalInvestment: null, total: null };
        for (const known of [
          { ...nothing, ledger: plan },
          { ...nothing, totalInvestment: plan * share },
          { ...nothing, total: plan * share },
        ])
          expect([asked({ ...known, planned: plan }), asked({ ...known, planned: plan * 1_000n })]).toEqual([
            0, 1,
          ]);
        expect(asked({ ...nothing, ledger: plan, planned: plan / 1_000n })).toBe(1);
        expect(asked({ ...nothing, totalInvestment: plan * (share + 1n), planned: plan / 1_000n })).toBe(1);
        expect(asked({ ...nothing, planned: plan })).toBe(0);
      }),
    );
  });
});
