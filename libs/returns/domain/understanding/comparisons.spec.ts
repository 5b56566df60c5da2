import fc from 'fast-check';
import { type Evidence, WITNESS_NAMES, type Witness } from '@thongvon/return-reader';
import { comparisonsOf, notSaidBy } from './comparisons';

const evidence = (
  decision: Evidence['decision'],
  witnesses: readonly Witness[],
  more: Partial<Evidence> = {},
): Evidence => ({
  decision,
  sheet: 'GN',
  chosen: 'x',
  by: 'stated',
  cells: [],
  witnesses,
  rejected: [],
  ...more,
});
const totals: Witness = { witness: 'stated-totals', outcome: 'differs', agreeing: 0, of: 1 };
const rates: Witness = { witness: 'stated-rates', outcome: 'differs', agreeing: 1, of: 2 };
const formula = { ...rates, text: 'F = E / D' };

describe('what is compared in a file', () => {
  it('is counted once, wherever it is said', () => {
    const all = [
      evidence('return', [totals, rates]),
      evidence('table', [totals, formula], { table: 0 }),
      evidence('column', [totals, formula], { table: 0, columns: ['E'] }),
      evidence('column', [formula], { table: 0, columns: ['F'] }),
    ];
    expect(comparisonsOf(all).map(({ witness }) => witness)).toEqual(['stated-totals', 'stated-rates']);
  });

  it('is another one in another column, and in another table', () => {
    const agree: Witness = { witness: 'stated-totals', outcome: 'agrees', agreeing: 5, of: 5 };
    const column = (table: number, name: string) => evidence('column', [agree], { table, columns: [name] });
    expect(comparisonsOf([column(0, 'D'), column(0, 'E'), column(1, 'D')])).toHaveLength(3);
  });

  const witness: fc.Arbitrary<Witness> = fc.record({
    witness: fc.constantFrom(...(Object.keys(WITNESS_NAMES) as Witness['witness'][])),
    outcome: fc.constantFrom('agrees', 'differs', 'waits'),
    agreeing: fc.integer({ min: 0, max: 3 }),
    of: fc.constant(3),
  });
  const witnesses = fc.array(witness, { maxLength: 6 });

  it('says nothing twice, and loses nothing', () => {
    fc.assert(
      fc.property(witnesses, witnesses, (own, elsewhere) => {
        const rest = notSaidBy(own, elsewhere);
        const shown = [...rest, ...elsewhere].map((one) => JSON.stringify(one));
        expect(own.every((one) => shown.includes(JSON.stringify(one)))).toBe(true);
        expect(new Set(rest.map((one) => JSON.stringify(one))).size).toBe(rest.length);
        expect(
          rest.some((one) => elsewhere.some((other) => JSON.stringify(one) === JSON.stringify(other))),
        ).toBe(false);
      }),
    );
  });

  it('keeps every kind that is compared anywhere', () => {
    const any = fc.tuple(fc.constantFrom<Evidence['decision']>('return', 'table', 'column'), witnesses);
    fc.assert(
      fc.property(fc.array(any, { maxLength: 6 }), (parts) => {
        const all = parts.map(([decision, own], i) =>
          evidence(decision, own, decision === 'return' ? {} : { table: i % 2, columns: [`C${i}`] }),
        );
        const kinds = (of: readonly Witness[]) => new Set(of.map((one) => one.witness));
        expect(kinds(comparisonsOf(all))).toEqual(kinds(parts.flatMap(([, own]) => own)));
      }),
    );
  });
});
