import fc from 'fast-check';
import { plainDate } from '@thongvon/kernel';
import { grewFar, hasJumped, type HeldRow, isFarFromPlan, unitSuspects } from './findings';

describe('a jump of the rate', () => {
  it('is more than 30 points of the plan in one step', () => {
    expect(hasJumped(100n, 400n, 1000n)).toBe(false);
    expect(hasJumped(100n, 401n, 1000n)).toBe(true);
  });

  it('is none without a plan, nor when the figure falls', () => {
    expect(hasJumped(0n, 1000n, 0n)).toBe(false);
    expect(hasJumped(900n, 100n, 1000n)).toBe(false);
  });
});

describe('an amount far from its own last one', () => {
  const known = fc.bigInt({ min: 1_000_000n, max: 10n ** 13n });

  it('is a hundred times as much and more, whatever the plan allows', () => {
    fc.assert(
      fc.property(known, fc.bigInt({ min: 100n, max: 10n ** 6n }), (before, factor) => {
        expect(grewFar(before, before * factor)).toBe(true);
        expect(isFarFromPlan(before * factor, before)).toBe(true);
        expect(isFarFromPlan(before, before * factor)).toBe(true);
      }),
    );
  });

  it('is none of ordinary growth, nor of a first payment', () => {
    fc.assert(
      fc.property(known, fc.bigInt({ min: 1n, max: 99n }), (before, factor) => {
        expect(grewFar(before, before * factor)).toBe(false);
        expect(isFarFromPlan(before * factor, before)).toBe(false);
        expect(grewFar(0n, before)).toBe(false);
      }),
    );
  });
});

const row = (held: Partial<HeldRow>, i = 0): HeldRow => ({
  disbursed: null,
  planned: null,
  before: null,
  ledger: null,
  cell: { sheet: 'GN', cell: `E${i + 5}` },
  ...held,
});
const june = plainDate('2023-06-21');

describe('rows that fell or rose together by a power of ten', () => {
  it('are one question about the unit, however many there are and whatever the others did', () => {
    const amounts = fc.array(fc.bigInt({ min: 1_000_000_000n, max: 900_000_000_000n }), {
      minLength: 3,
      maxLength: 30,
    });
    const factors = fc.constantFrom(1_000n, 1_000_000n);
    fc.assert(
      fc.property(amounts, factors, fc.boolean(), fc.boolean(), (known, factor, less, ofPlan) => {
        const off = (amount: bigint) => (less ? amount / factor : amount * factor);
        const heaviest = known.indexOf(known.reduce((a, b) => (a > b ? a : b)));
        const rows = known.map((amount, i) => {
          // One of them, but not the one that outweighs the others, was typed right.
          const read = i === (heaviest === 0 ? 1 : 0) && known.length > 4 ? amount : off(amount);
          return row(ofPlan ? { planned: read, ledger: amount } : { disbursed: read, before: amount }, i);
        });
        const weight = known.reduce((a, b) => a + b);
        const right = known[heaviest === 0 ? 1 : 0] ?? 0n;
        if (known.length > 4 && right * 2n >= weight) return;
        expect(unitSuspects(rows, june, 2023)).toMatchObject([
          { code: 'RET-UNIT-SUSPECT', severity: 'question', asks: 'unit', sheet: 'GN' },
        ]);
      }),
    );
  });

  it('are none where one slipped, or where payments have only begun', () => {
    const rows = [
      row({ disbursed: 50n, before: 50_000n }),
      row({ disbursed: 900_000n, before: 880_000n }, 1),
    ];
    expect(unitSuspects(rows, june, 2023)).toEqual([]);
    const begun = [row({ disbursed: 5_000_000n, before: 5_000n })];
    expect(unitSuspects(begun, june, 2023)).toHaveLength(1);
    expect(unitSuspects(begun, plainDate('2023-02-10'), 2023)).toEqual([]);
  });

  it('are none where the plan bears the unit out and holds what was paid', () => {
    const paid = { disbursed: 5_000_000n, before: 5_000n, planned: 9_000_000n };
    expect(unitSuspects([row({ ...paid, ledger: 9_000_000n })], june, 2023)).toEqual([]);
    expect(unitSuspects([row({ ...paid, ledger: 9_000n })], june, 2023)).toHaveLength(1);
    expect(
      unitSuspects([row({ ...paid, planned: 4_000_000n, ledger: 4_000_000n })], june, 2023),
    ).toHaveLength(1);
  });
});
