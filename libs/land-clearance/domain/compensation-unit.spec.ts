import fc from 'fast-check';
import type { Answer } from '@thongvon/returns';
import { compensationSuspects, type HeldMoney } from './contradictions';

const AT = { sheet: 'GPMB', cell: 'H7' };
const UNITS = new Map([['GPMB', 'million-dong']]);
const row = (said: Partial<HeldMoney>): HeldMoney => ({
  ...{ compensation: null, compensationBefore: null, compensated: null, compensatedBefore: null, cell: AT },
  ...said,
});
const ask = (rows: readonly HeldMoney[], answers: readonly Answer[] = []) =>
  compensationSuspects(rows, UNITS, answers);

describe('the money of a clearance table beside what was approved before', () => {
  it('is one question about the unit where its sum is a hundred times as large, or a hundredth, without any households', () => {
    const sum = fc.bigInt({ min: 1_000_000n, max: 10n ** 13n });
    fc.assert(
      fc.property(
        fc.array(sum, { minLength: 1, maxLength: 5 }),
        fc.constantFrom(100n, 1000n, 1_000_000n),
        (sums, factor) => {
          const up = sums.map((before) => row({ compensation: before * factor, compensationBefore: before }));
          const down = sums.map((now) => row({ compensation: now, compensationBefore: now * factor }));
          for (const rows of [up, down])
            expect(ask(rows)).toMatchObject([
              { code: 'RET-UNIT-SUSPECT', severity: 'question', asks: 'unit', ...AT },
            ]);
        },
      ),
    );
  });

  it('is none where it is less than a hundred times as much', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 1n, max: 10n ** 13n }),
        fc.bigInt({ min: 0n, max: 98n }),
        (before, times) => {
          expect(ask([row({ compensation: before * (times + 1n), compensationBefore: before })])).toEqual([]);
        },
      ),
    );
  });

  it('may be paid a hundred times as much under a total that stays, but not where no total is reported', () => {
    const paid = { compensated: 9_000n, compensatedBefore: 9n };
    expect(ask([row({ ...paid, compensation: 10_000n, compensationBefore: 10_000n })])).toEqual([]);
    expect(ask([row(paid)])).toMatchObject([{ value: 'compensated 9 9000' }]);
  });

  it('is compared only where both are known and something was approved', () => {
    expect(ask([row({ compensation: 5n }), row({ compensation: 500n, compensationBefore: 0n })])).toEqual([]);
    expect(ask([])).toEqual([]);
  });

  it('is right once somebody says so of these very sums, with the unit that it was read in', () => {
    const rows = [row({ compensation: 900n, compensationBefore: 9n })];
    const [finding] = ask(rows);
    const answer = (said: Partial<Answer>): Answer => ({
      ...{ code: 'RET-UNIT-SUSPECT', asks: 'unit', ...AT, reason: null },
      ...{ asked: finding?.value ?? null, value: 'million-dong' },
      ...said,
    });
    expect(ask(rows, [answer({})])).toEqual([]);
    expect(ask(rows, [answer({ value: 'dong' })])).toHaveLength(1);
    expect(ask(rows, [answer({ asked: 'compensation 9 901' })])).toHaveLength(1);
  });
});
