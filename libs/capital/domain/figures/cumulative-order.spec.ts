import fc from 'fast-check';
import { addDays, type Dong, plainDate } from '@thongvon/kernel';
import { contradicted, cumulativeFalls, type FigureOfDay } from './findings';

const CELL = { sheet: 'S', cell: 'E2' };
const figure = (day: string, disbursed: Dong): FigureOfDay => ({
  asOf: plainDate(day),
  disbursed,
  place: { file: 'tuan.xlsx', cell: { sheet: 'GN', cell: 'H9' } },
});

describe('a cumulative between two approved days', () => {
  const amount = fc.bigInt({ min: 0n, max: 10n ** 13n });

  it('is asked about if, and only if, the amounts fall somewhere with it between them', () => {
    fc.assert(
      fc.property(
        fc.array(fc.option(amount, { nil: undefined }), { minLength: 3, maxLength: 12 }),
        fc.nat(),
        amount,
        (known, seed, disbursed) => {
          const at = seed % known.length;
          const series = known.flatMap((value, day) =>
            value === undefined || day === at
              ? []
              : [{ day, ...figure(addDays(plainDate('2023-01-05'), day * 7), value) }],
          );
          const [earlier, later] = [
            series.findLast(({ day }) => day < at),
            series.find(({ day }) => day > at),
          ];
          const around = contradicted(disbursed, { ...(earlier && { earlier }), ...(later && { later }) });
          const asked = cumulativeFalls(
            { name: 'Cầu Bà Ký', disbursed, asOf: addDays(plainDate('2023-01-05'), at * 7), cell: CELL },
            around,
          );
          const falls = (earlier?.disbursed ?? 0n) > disbursed || disbursed > (later?.disbursed ?? disbursed);
          expect(asked).toHaveLength(falls ? 1 : 0);
        },
      ),
    );
  });

  it('names both days, both amounts and both cells, and nothing of another office’s return', () => {
    const cumulative = { name: 'Cầu', disbursed: 9_000n, asOf: plainDate('2023-06-07'), cell: CELL };
    const [asked] = cumulativeFalls(cumulative, { later: figure('2023-06-14', 8_500n) });
    expect(asked).toMatchObject({
      code: 'RET-CUMULATIVE-FELL',
      severity: 'question',
      asks: 'reason',
      ...CELL,
    });
    for (const part of ['07/06/2023', '9.000 đồng', 'ô E2', '14/06/2023', '8.500 đồng', 'tuan.xlsx', 'GN!H9'])
      expect(asked?.message).toContain(part);
    const [foreign] = cumulativeFalls(cumulative, {
      later: { ...figure('2023-06-14', 8_500n), place: null },
    });
    expect(foreign?.message).toContain('14/06/2023');
    for (const part of ['8.500', 'tuan.xlsx', 'H9']) expect(foreign?.message).not.toContain(part);
  });
});
