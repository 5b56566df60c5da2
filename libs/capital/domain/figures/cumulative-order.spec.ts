import fc from 'fast-check';
import { addDays, type Dong, plainDate } from '@thongvon/kernel';
import { cumulativeFalls, type FigureOfDay, type PlacedPart } from './cumulative-order';

const CELL = { sheet: 'S', cell: 'E2' };
const part = (amounts: Partial<PlacedPart>): PlacedPart => ({
  ...{ source: 'unspecified', label: null, disbursed: null, completed: null, advance: null, cells: {} },
  ...amounts,
});
const figure = (day: string, disbursed: Dong): FigureOfDay => ({
  asOf: plainDate(day),
  parts: [part({ disbursed, cells: { disbursed: { sheet: 'GN', cell: 'H9' } } })],
  file: 'tuan.xlsx',
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
              : [{ day, value, ...figure(addDays(plainDate('2023-01-05'), day * 7), value) }],
          );
          const [earlier, later] = [
            series.findLast(({ day }) => day < at),
            series.find(({ day }) => day > at),
          ];
          const asked = cumulativeFalls(
            {
              ...{ name: 'Cầu Bà Ký', asOf: addDays(plainDate('2023-01-05'), at * 7), cell: CELL },
              parts: [part({ disbursed })],
            },
            { ...(earlier && { earlier: [earlier] }), ...(later && { later: [later] }) },
          );
          const falls = (earlier?.value ?? 0n) > disbursed || disbursed > (later?.value ?? disbursed);
          expect(asked).toHaveLength(falls ? 1 : 0);
        },
      ),
    );
  });

  it('names both days, both amounts and both cells, and nothing of another office’s return', () => {
    const cumulative = {
      ...{ name: 'Cầu', asOf: plainDate('2023-06-07'), cell: CELL },
      parts: [part({ disbursed: 9_000n })],
    };
    const [asked] = cumulativeFalls(cumulative, { later: [figure('2023-06-14', 8_500n)] });
    expect(asked).toMatchObject({
      code: 'RET-CUMULATIVE-FELL',
      severity: 'question',
      asks: 'reason',
      ...CELL,
    });
    for (const text of ['07/06/2023', '9.000 đồng', 'ô E2', '14/06/2023', '8.500 đồng', 'tuan.xlsx', 'GN!H9'])
      expect(asked?.message).toContain(text);
    const [foreign] = cumulativeFalls(cumulative, {
      later: [{ ...figure('2023-06-14', 8_500n), file: null }],
    });
    expect(foreign?.message).toContain('14/06/2023');
    for (const text of ['8.500', 'tuan.xlsx', 'H9']) expect(foreign?.message).not.toContain(text);
  });

  describe('by source, with completed work and advances', () => {
    const DAY = plainDate('2023-06-14');
    /** [source, completed, advance]: disbursed is their sum. */
    type Row = readonly [source: string, completed: number, advance: number];
    const parts = (rows: readonly Row[]): PlacedPart[] =>
      rows.map(([source, completed, advance], index) =>
        part({
          ...{ source, label: source.toUpperCase() },
          ...{
            disbursed: BigInt(completed + advance),
            completed: BigInt(completed),
            advance: BigInt(advance),
          },
          cells: {
            disbursed: { sheet: 'S', cell: `G${index + 9}` },
            completed: { sheet: 'S', cell: `H${index + 9}` },
            advance: { sheet: 'S', cell: `I${index + 9}` },
          },
        }),
      );
    const ask = (before: readonly Row[], after: readonly Row[]) =>
      cumulativeFalls(
        { name: 'Đường', asOf: DAY, parts: parts(after), cell: { sheet: 'S', cell: 'B9' } },
        { earlier: [{ asOf: plainDate('2023-06-07'), parts: parts(before), file: 'truoc.xlsx' }] },
      );

    it('asks why completed work falls under a whole that doesn’t', () => {
      const [asked, ...more] = ask([['huyen', 800, 200]], [['huyen', 600, 500]]);
      expect(more).toEqual([]);
      expect(asked).toMatchObject({ sheet: 'S', cell: 'H9', value: '600' });
      expect(asked?.message).toMatch(
        /khối lượng hoàn thành đến 14\/06\/2023 là 600 đồng \(ô H9\), thấp hơn .* 07\/06\/2023 \(800 đồng; tệp “truoc.xlsx”, S!H9\)/,
      );
    });

    it('asks once why money goes from one source to another, with both amounts', () => {
      const before: Row[] = [
        ['huyen', 1_000, 0],
        ['tinh', 600, 0],
        ['xa', 300, 0],
      ];
      const [asked, ...more] = ask(before, [
        ['huyen', 900, 0],
        ['tinh', 800, 0],
        ['xa', 200, 0],
      ]);
      expect(more).toEqual([]);
      expect(asked).toMatchObject({ cell: 'G9', value: '900' });
      for (const text of ['nguồn “HUYEN”', '1.000 đồng', 'nguồn “XA”', '300 đồng', 'ô G11'])
        expect(asked?.message).toContain(text);
    });

    it('says nothing where completed work takes an advance up', () => {
      expect(ask([['huyen', 800, 200]], [['huyen', 1_000, 0]])).toEqual([]);
    });

    it('asks where a source has gone that the return no longer names, and of one that a later day doesn’t', () => {
      const [asked, ...more] = ask(
        [
          ['huyen', 1_000, 0],
          ['tinh', 600, 0],
        ],
        [['huyen', 1_700, 0]],
      );
      expect(more).toEqual([]);
      expect(asked).toMatchObject({ cell: 'B9', value: '0' });
      expect(asked?.message).toMatch(
        /của nguồn “TINH” đến 14\/06\/2023 không còn được ghi riêng; phần chưa tách theo nguồn chỉ còn 0 đồng, thấp hơn .* 07\/06\/2023 \(600 đồng; tệp “truoc.xlsx”, S!G10\)/,
      );
      const later = { asOf: plainDate('2023-06-21'), parts: parts([['huyen', 1_700, 0]]), file: 'sau.xlsx' };
      const both = parts([
        ['huyen', 1_000, 0],
        ['tinh', 600, 0],
      ]);
      const said = { name: 'Đường', asOf: DAY, parts: both, cell: { sheet: 'S', cell: 'B9' } };
      expect(cumulativeFalls(said, { later: [later] })).toMatchObject([
        { cell: 'G10', message: expect.stringContaining('(không ghi riêng nguồn này; tệp “sau.xlsx”)') },
      ]);
      // A project that nobody splits says nothing of a source.
      expect(ask([['tinh', 600, 0]], [['unspecified', 1_700, 0]])).toEqual([]);
    });

    it('asks again of a source that has gone once what isn’t split is another amount', () => {
      const before: Row[] = [
        ['huyen', 1_000, 0],
        ['tinh', 600, 0],
      ];
      const after = (rest: number): Row[] => [
        ['huyen', 1_700, 0],
        ['unspecified', rest, 0],
      ];
      for (const rest of [50, 20]) {
        const [asked, ...more] = ask(before, after(rest));
        expect(more).toEqual([]);
        expect(asked).toMatchObject({ cell: 'B9', value: `${rest}` });
        expect(asked?.message).toContain(`phần chưa tách theo nguồn chỉ còn ${rest} đồng, thấp hơn`);
        expect(asked?.messageEn).toContain(`only ${rest} đồng isn’t split by source, below`);
      }
    });

    it('holds each amount against the nearest day that says it', () => {
      const days = ['2023-06-07', '2023-05-31'].map((day) => plainDate(day));
      const only = (asOf: (typeof days)[number] | undefined, said: Partial<PlacedPart>): FigureOfDay => ({
        ...{ asOf: asOf ?? DAY, file: 'truoc.xlsx', parts: [part(said)] },
      });
      const said = {
        ...{ name: 'Đường', asOf: DAY, cell: { sheet: 'S', cell: 'B9' } },
        parts: [part({ disbursed: 900n, completed: 700n })],
      };
      const [asked, ...more] = cumulativeFalls(said, {
        earlier: [only(days[0], { disbursed: 850n }), only(days[1], { disbursed: 820n, completed: 800n })],
      });
      expect(more).toEqual([]);
      expect(asked?.message).toMatch(/hoàn thành .* 31\/05\/2023 \(800 đồng/);
    });

    const row = fc.tuple(fc.constantFrom('huyen', 'tinh', 'unspecified'), fc.nat(5), fc.nat(5));
    const rows = fc.uniqueArray(row, { minLength: 1, maxLength: 3, selector: ([source]) => source });
    it('asks if, and only if, something falls that no recovery explains, and once', () => {
      const measures = [
        ([, completed, advance]: Row) => completed + advance,
        ([, completed]: Row) => completed,
      ];
      const sum = (from: readonly Row[], of: (row: Row) => number, source?: string): number =>
        from
          .filter(([each]) => source === undefined || each === source)
          .reduce((all, each) => all + of(each), 0);
      const names = (from: readonly Row[], source: string) => from.some(([each]) => each === source);
      const splits = (from: readonly Row[]) => from.some(([each]) => each !== 'unspecified');
      fc.assert(
        fc.property(rows, rows, (before, after) => {
          const falls = [undefined, 'huyen', 'tinh'].some((source) =>
            measures.some((of) => {
              if (source === undefined || names(after, source))
                return sum(after, of, source) < sum(before, of, source);
              // At most what isn't split, where anything is; a source that isn't named before has at least nothing.
              return splits(after) && sum(after, of, 'unspecified') < sum(before, of, source);
            }),
          );
          expect(ask(before, after)).toHaveLength(falls ? 1 : 0);
        }),
      );
    });
  });
});
