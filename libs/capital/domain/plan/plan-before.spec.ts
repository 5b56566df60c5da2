import fc from 'fast-check';
import { plainDate } from '@thongvon/kernel';
import { planBeforeDiffers, type PlanInForce, plansBeforeThatDiffer } from './plan-before';

const ON = plainDate('2023-05-19');
type Amounts = Readonly<Record<string, number>>;
const stated = (amounts: Amounts) =>
  Object.entries(amounts).map(([source, planned], row) => ({
    ...{ planType: 'current-year' as const, source, planned: planned.toString() },
    cell: { sheet: 'KH', cell: `D${row + 5}` },
  }));
const inForce = (amounts: Amounts): PlanInForce[] =>
  Object.entries(amounts).map(([source, amount], row) => ({
    ...{ planType: 'current-year' as const, source, label: source.toUpperCase(), amount: BigInt(amount) },
    ...{ decision: '1/QĐ-UBND', cell: { sheet: 'P', cell: `F${row + 2}` } },
  }));
const standing = (amounts: Amounts) => ({ inForce: inForce(amounts), dayBefore: inForce(amounts) });
const ask = (said: Amounts, ledger: Amounts) =>
  planBeforeDiffers(
    plansBeforeThatDiffer([{ name: 'Đường', stated: stated(said), ...standing(ledger) }]),
    ON,
  );

describe('the plan that an adjustment says was before it', () => {
  it('is asked about once, with both amounts and both cells, where it isn’t what is in force', () => {
    expect(ask({ tinh: 100, huyen: 50 }, { tinh: 100, huyen: 50 })).toEqual([]);
    const [asked, ...more] = ask({ tinh: 100, huyen: 50 }, { tinh: 120, huyen: 50 });
    expect(more).toEqual([]);
    expect(asked).toMatchObject({
      ...{ code: 'RET-PLAN-BEFORE', severity: 'question', asks: 'reason' },
      ...{ sheet: 'KH', cell: 'D5', value: '1: 100; 120' },
    });
    for (const text of ['19/05/2023', 'nguồn “TINH”', '100 đồng (ô D5)', '120 đồng (1/QĐ-UBND, P!F2)'])
      expect(asked?.message).toContain(text);
    expect(ask({ unspecified: 5 }, {})[0]?.message).toContain('sổ kế hoạch không có');
  });

  it('is its total or its sources, never both added, by source where the ledger has them', () => {
    const withTotal = (parts: Amounts, total: number) => [
      ...stated({ unspecified: total }).map((one) => ({ ...one, split: 'whole' as const })),
      ...stated(parts).map((one) => ({ ...one, split: 'part' as const })),
    ];
    const amounts = fc.dictionary(fc.constantFrom('tinh', 'huyen', 'xa', 'unspecified'), fc.nat(3));
    const parts = fc.dictionary(fc.constantFrom('tinh', 'huyen', 'xa'), fc.nat(3), { minKeys: 1 });
    const sum = (of: Amounts): number => Object.values(of).reduce((all, one) => all + one, 0);
    fc.assert(
      fc.property(parts, fc.nat(2), amounts, (said, rest, ledger: Amounts) => {
        const found = plansBeforeThatDiffer([
          { name: 'Đường', stated: withTotal(said, sum(said) + rest), ...standing(ledger) },
        ]);
        const sources =
          'unspecified' in ledger
            ? []
            : Object.keys(said).filter((source) => said[source] !== (ledger[source] ?? 0));
        if (sources.length > 0) expect(found).toHaveLength(sources.length);
        else
          expect(found.map((one) => [one.source, one.stated, one.ledger])).toEqual(
            sum(said) + rest === sum(ledger) ? [] : [[null, BigInt(sum(said) + rest), BigInt(sum(ledger))]],
          );
      }),
    );
  });

  it('is as in force where it is no further from it than the digits that it shows allow', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 9n }), fc.nat(2_000_000), (amount, off) => {
        const said = stated({ unspecified: Number(amount) }).map((one) => ({ ...one, rounding: '500000' }));
        const ledger = inForce({ unspecified: Number(amount) + off });
        expect(
          plansBeforeThatDiffer([{ name: 'Đường', stated: said, inForce: ledger, dayBefore: ledger }]),
        ).toHaveLength(off > 500_000 ? 1 : 0);
      }),
    );
  });

  it('is as in force where it is what was on the day before: which of two decisions of a day is first isn’t known', () => {
    const found = (said: number) =>
      plansBeforeThatDiffer([
        {
          ...{ name: 'Đường', stated: stated({ tinh: said }) },
          ...{ inForce: inForce({ tinh: 9 }), dayBefore: inForce({ tinh: 7 }) },
        },
      ]).map(({ ledger }) => ledger);
    expect([found(7), found(8), found(9)]).toEqual([[], [9n], []]);
  });

  it('names many projects at once, and then how many more', () => {
    const projects = Array.from({ length: 12 }, (_, row) => ({
      ...{ name: `Đường ${row}`, stated: stated({ unspecified: 7 }), ...standing({ unspecified: 9 }) },
    }));
    const [asked, ...more] = planBeforeDiffers(plansBeforeThatDiffer(projects), ON);
    expect(more).toEqual([]);
    expect(asked).toMatchObject({ value: '12: 84; 108', message: expect.stringContaining('và 2 chỗ khác') });
  });

  it('differs if, and only if, a source that both name differs, or where one side doesn’t split it the sum', () => {
    const amounts = fc.dictionary(fc.constantFrom('tinh', 'huyen', 'unspecified'), fc.nat(3), { minKeys: 1 });
    const sum = (of: Amounts): number => Object.values(of).reduce((all, one) => all + one, 0);
    fc.assert(
      fc.property(amounts, fc.oneof(amounts, fc.constant({})), (said, ledger: Amounts) => {
        const whole = 'unspecified' in said || 'unspecified' in ledger;
        const differs = whole
          ? sum(said) !== sum(ledger)
          : Object.entries(said).some(([source, amount]) => amount !== (ledger[source] ?? 0));
        expect(ask(said, ledger)).toHaveLength(differs ? 1 : 0);
      }),
    );
  });
});
