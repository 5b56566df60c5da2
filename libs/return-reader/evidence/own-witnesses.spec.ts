import fc from 'fast-check';
import { knownKey } from '../checks/implausible-amounts';
import { readSheets, readTable, type Rows, TITLE } from '../testing/read-sheet';
import { saysTheSame, sayWitness } from './evidence-words';

const HEAD = ['STT', 'Tên dự án', 'Mã dự án', 'Kế hoạch vốn năm 2023', 'Giải ngân đến 21/6/2023'];
const rowsOf = (first: number, amounts: readonly number[]): Rows => [
  HEAD,
  ...amounts.map((amount, i) => [
    i + 1,
    `Đường số ${first + i}`,
    String(7_900_000 + first + i),
    400_000,
    amount,
  ]),
];
const amounts = fc.array(fc.integer({ min: 100_000, max: 300_000 }), { minLength: 1, maxLength: 4 });

describe('the witness of the last approved return', () => {
  it('compares, of several tables, each one’s own projects', () => {
    fc.assert(
      fc.property(amounts, amounts, (one, other) => {
        const all = [...one, ...other];
        const known = {
          disbursed: Object.fromEntries(
            all.map((amount, i) => [
              knownKey({ code: String(7_900_000 + i), name: '', owner: null } as never),
              String(BigInt(amount) * 1_000_000n - 1n),
            ]),
          ),
        };
        const { evidence = [] } = readSheets(
          [
            { name: 'Giao thông', rows: [...TITLE, ...rowsOf(0, one)] },
            { name: 'Lĩnh vực khác', rows: [...TITLE, ...rowsOf(one.length, other)] },
          ],
          { known },
        );
        const said = (decision: string) =>
          evidence
            .filter((entry) => entry.decision === decision)
            .flatMap(({ witnesses }) => witnesses)
            .filter(({ witness }) => witness === 'last-return')
            .map(({ agreeing, of, read }) => [agreeing, of, read]);
        const sum = (part: readonly number[]) => `${part.reduce((a, b) => a + b, 0)}000000`;
        const own = [one, other].map((part) => [part.length, part.length, sum(part)]);
        expect(said('column')).toEqual(own);
        expect(said('unit')).toEqual(own);
        expect(said('return')).toEqual([[all.length, all.length, sum(all)]]);
      }),
      { numRuns: 10 },
    );
  });

  it('has its own words where it agrees, and is no equality', () => {
    const held = {
      witness: 'last-return',
      agreeing: 25,
      of: 25,
      read: '225349050000',
      expected: '223422000000',
    } as const;
    expect(sayWitness({ ...held, outcome: 'agrees' }).vi).toBe(
      'không giảm so với kỳ trước: 25 trên 25 dự án; tệp 225.349.050.000, kỳ trước 223.422.000.000 đồng',
    );
    expect(saysTheSame({ ...held, outcome: 'agrees' })).toBe(false);
    expect(saysTheSame({ witness: 'plan', outcome: 'agrees' })).toBe(true);
  });
});

describe('a unit that is asked for', () => {
  it('has no witness that agrees with it', () => {
    const rows: Rows = [...TITLE.slice(0, 2), ...rowsOf(0, [120_000, 90_000])];
    const { evidence = [] } = readSheets([{ name: 'GN', rows }]);
    const units = evidence.filter(({ decision }) => decision === 'unit');
    expect(units.map(({ by, witnesses }) => [by, witnesses])).toEqual([['asked', []]]);
    const stated = readTable(rowsOf(0, [120_000, 90_000])).evidence?.find(
      ({ decision }) => decision === 'unit',
    );
    expect(stated?.witnesses.map(({ witness }) => witness)).toEqual(['magnitude']);
  });
});

describe('a sheet that isn’t read', () => {
  it('is set aside where a finding says why, and has no table that is known only where none was found', () => {
    const of = (day: string): Rows => [
      ...TITLE.map((row) =>
        row.map((text) => (typeof text === 'string' ? text.replace('21/6/2023', day) : text)),
      ),
      ...rowsOf(0, [120_000, 90_000]).map((row) =>
        row.map((cell) => (cell === HEAD[4] ? 'Lũy kế giải ngân' : cell)),
      ),
    ];
    const { evidence = [], findings } = readSheets([
      { name: 'Tuan 21-6', rows: of('21/6/2023') },
      { name: 'Tuan 23-6', rows: of('23/6/2023') },
      {
        name: 'Ghi chú',
        rows: [
          ['Người lập', 'Trưởng phòng'],
          ['a', 'b'],
        ],
      },
    ]);
    const why = findings.filter(({ code }) => code === 'RET-SHEET-IGNORED').map(({ sheet }) => sheet);
    const sheets = evidence.filter(({ decision }) => decision === 'sheet');
    expect(why).toContain('Tuan 21-6');
    for (const { sheet, chosen } of sheets) expect(chosen === 'set-aside').toBe(why.includes(sheet));
    expect(sheets.map(({ sheet }) => sheet)).toContain('Tuan 21-6');
  });
});
