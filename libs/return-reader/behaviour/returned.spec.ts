import fc from 'fast-check';
import type { Reading } from '../model/reading';
import { complaints, meanings, readTable, said, withAnswer, type Rows } from '../testing/read-sheet';

const read = (
  captions: readonly string[],
  ...rows: readonly (readonly (number | string | null)[])[]
): Reading => readTable(table(captions, rows));

const table = (captions: readonly string[], rows: readonly (readonly (number | string | null)[])[]): Rows => [
  ['STT', 'Tên dự án', 'Kế hoạch vốn năm 2023', ...captions],
  ...rows.map((row, i) => [i + 1, `Đường số ${i + 1}`, ...row]),
];

const spent = ({ projects }: Reading): unknown => projects.map(({ disbursed }) => disbursed);

/** What each choice of the only question says that it would make of the disbursement. */
const effects = ({ findings }: Reading): unknown =>
  findings
    .filter(({ severity }) => severity === 'question')
    .flatMap(({ choices = [] }) => choices.map(({ value, effect }) => [value, effect?.total.disbursed]));

describe('what was given back to the budget', () => {
  it.each([
    'Nộp giảm chi',
    'Nộp trả ngân sách',
    'Thu hồi nộp giảm',
    'Số vốn đã nộp trả NSNN',
    'Hoàn trả ngân sách nhà nước',
    'Nộp giảm cấp phát',
  ])(
    'is asked about with every sum where the table doesn’t tell, never left out in silence: “%s”',
    (back) => {
      const reading = read(['Giải ngân', back], [9000, 6200, 500], [8000, 5100, null]);
      expect(complaints(reading)).toEqual(['RET-COLUMN-AMBIGUOUS D4']);
      expect(effects(reading)).toEqual([
        ['D=disbursed,E=disbursed-decrease', '10800000000'],
        ['D=disbursed,E=ignored', '11300000000'],
      ]);
    },
  );

  it.each<[string, string, (spent: number) => number | string]>([
    ['rate', 'Tỷ lệ %', (s) => ((s * 100) / 9000).toFixed(2).replace('.', ',')],
    ['remainder', 'Còn lại chưa giải ngân', (s) => 9000 - s],
  ])('is taken off or not as the %s of the table counts it', (_what, caption, of) => {
    const captions = ['Giải ngân', 'Nộp giảm chi', caption];
    const off = read(captions, [9000, 6200, 500, of(5700)]);
    const kept = read(captions, [9000, 6200, 500, of(6200)]);
    expect([said(off), spent(off)]).toEqual([[], ['5700000000']]);
    expect([said(kept), spent(kept)]).toEqual([[], ['6200000000']]);
    const written = read(captions, [9000, 6200, -500, of(5700)]);
    expect([said(written), spent(written)]).toEqual([[], ['5700000000']]);
  });

  it('is off already in a column that is the other one less it', () => {
    const reading = read(
      ['Giải ngân', 'Nộp giảm chi', 'Giải ngân sau khi nộp giảm'],
      [9000, 6200, 500, 5700],
      [8000, 5100, null, 5100],
    );
    expect([complaints(reading), spent(reading)]).toEqual([[], ['5700000000', '5100000000']]);
    expect(meanings(reading)).toMatchObject({ D: 'ignored', E: 'ignored', F: 'disbursed' });
  });

  it('is off already in a total that is its payments less it', () => {
    const reading = read(
      ['Thanh toán KLHT', 'Tạm ứng', 'Nộp trả NSNN', 'Tổng giải ngân', 'Còn lại'],
      [9000, 4000, 2200, 500, 5700, 3300],
      [8000, 5000, 100, null, 5100, 2900],
    );
    expect([complaints(reading), spent(reading)]).toEqual([[], ['5700000000', '5100000000']]);
  });

  it('is taken off payments that have no total, and those that it was recovered of', () => {
    const rows = [
      [9000, 4000, 2200, 700, 500],
      [8000, 5000, 100, null, null],
    ];
    const captions = ['Thanh toán KLHT', 'Tạm ứng', 'Thu hồi tạm ứng', 'Nộp giảm chi'];
    const reading = readTable(table(captions, rows));
    expect(effects(reading)).toEqual([
      ['D=completed,E=advance,F=recovered,G=disbursed-decrease', '10100000000'],
      ['D=completed,E=advance,F=recovered,G=ignored', '10600000000'],
    ]);
    const question = reading.findings.find(({ asks }) => asks === 'column');
    if (!question) throw new Error('not asked');
    const { code, sheet, cell } = question;
    const value = 'D=completed,E=advance,F=recovered,G=disbursed-decrease';
    const answer = { code, sheet, cell, asks: 'column' as const, value, reason: null };
    const answered = readTable(table(captions, rows), [], withAnswer({}, answer));
    expect([complaints(answered), spent(answered)]).toEqual([[], ['5000000000', '5100000000']]);
  });

  it('is asked about where its amounts can be read in two ways, and they with it once it is taken off', () => {
    const rows = [
      [9000, 6200, '1.500'],
      [8000, 5100, '0'],
    ];
    const captions = ['Giải ngân', 'Nộp giảm chi'];
    expect(complaints(readTable(table(captions, rows)))).toEqual(['RET-COLUMN-AMBIGUOUS D4']);
    const columns = [
      { sheet: 'GN', column: 'D', meaning: 'disbursed' },
      { sheet: 'GN', column: 'E', meaning: 'disbursed-decrease' },
    ];
    const taken = readTable(table(captions, rows), [], { columns });
    expect(complaints(taken)).toEqual(['RET-AMOUNT-AMBIGUOUS E5']);
  });

  it('is never more than was disbursed', () => {
    const rows = [[9000, 400, 500]];
    const columns = [
      { sheet: 'GN', column: 'D', meaning: 'disbursed' },
      { sheet: 'GN', column: 'E', meaning: 'disbursed-decrease' },
    ];
    expect(complaints(readTable(table(['Giải ngân', 'Nộp giảm chi'], rows), [], { columns }))).toEqual([
      'RET-AMOUNT-NEGATIVE E5',
    ]);
  });

  it('of sources is asked about without a sum that can’t be made', () => {
    const reading = readTable([
      ['STT', 'Tên dự án', 'Kế hoạch vốn', 'Giải ngân', 'Giải ngân', 'Giải ngân', 'Nộp giảm chi'],
      [null, null, null, 'Tổng số', 'NS tỉnh', 'NS huyện', null],
      [1, 'Đường A', 9000, 6200, 4000, 2200, 500],
      [2, 'Đường B', 8000, 5100, 5000, 100, null],
    ]);
    expect(complaints(reading)).toEqual(['RET-COLUMN-AMBIGUOUS D5']);
    expect(effects(reading)).toEqual([['D=disbursed,G=ignored', '11300000000']]);
  });

  it('of earlier years isn’t this year’s', () => {
    const reading = read(['Giải ngân', 'Nộp giảm chi các năm trước'], [9000, 6200, 500]);
    expect([complaints(reading), spent(reading)]).toEqual([[], ['6200000000']]);
  });

  it('of any table is taken off where its remainders say so, left where they say otherwise, and else asked about', () => {
    const project = fc
      .record({
        plan: fc.integer({ min: 2000, max: 9000 }),
        spent: fc.integer({ min: 100, max: 2000 }),
        back: fc.integer({ min: 0, max: 99 }),
      })
      .filter(({ back, spent: s }) => back < s);
    const counts = fc.constantFrom<'off' | 'kept' | 'neither'>('off', 'kept', 'neither');
    fc.assert(
      fc.property(fc.array(project, { minLength: 2, maxLength: 6 }), counts, (projects, way) => {
        const left = ({ plan, spent: s, back }: (typeof projects)[number]): number =>
          way === 'off' ? plan - s + back : way === 'kept' ? plan - s : 1;
        const reading = read(
          ['Giải ngân', 'Nộp giảm chi', 'Còn lại'],
          ...projects.map((one) => [one.plan, one.spent, one.back, left(one)]),
        );
        const isUsed = projects.some(({ back }) => back > 0);
        if (way === 'neither' && isUsed) expect(complaints(reading)).toEqual(['RET-COLUMN-AMBIGUOUS D4']);
        else
          expect(spent(reading)).toEqual(
            projects.map((one) => `${one.spent - (way === 'off' ? one.back : 0)}000000`),
          );
      }),
      { numRuns: 60 },
    );
  });

  describe('in a row beneath its project', () => {
    const HEAD = ['STT', 'Tên dự án', 'Mã dự án', 'Kế hoạch vốn', 'Giải ngân'];
    type Row = readonly (number | string | null)[];
    const rows = (back: readonly Row[], ...totals: readonly Row[]): Rows => [
      HEAD,
      [1, 'Đường A', '7900001', 1000, 600],
      ...back,
      [2, 'Đường B', '7900002', 2000, 700],
      ...totals,
    ];
    const BACK: Row = ['-', 'Nộp giảm', null, null, -100];

    it.each<[string, Row]>([
      ['a dash for its number', BACK],
      ['a dash before its name', [null, '- Nộp trả ngân sách', null, null, -100]],
      ['no minus', ['-', 'Hoàn trả ngân sách nhà nước', null, null, 100]],
    ])('with %s is asked about where nothing tells, and the answer is obeyed', (_, back) => {
      const reading = readTable(rows([back]));
      expect(complaints(reading)).toEqual(['RET-ROW-UNCLEAR B6']);
      expect(reading.findings[0]?.message).toMatch(/dưới “Đường A” ghi -?100;/);
      const { code, sheet, cell } = reading.findings[0] ?? { code: 'RET-LIMIT', sheet: null, cell: null };
      const answer = { code, sheet, cell, asks: 'row' as const, value: 'detail', reason: null };
      const answered = readTable(rows([back]), [], withAnswer({}, answer));
      expect([complaints(answered), spent(answered)]).toEqual([[], ['600000000', '700000000']]);
    });

    it('is asked about where the table has no codes, too', () => {
      const uncoded = rows([BACK]).map((row) => row.filter((_, column) => column !== 2));
      const reading = readTable(uncoded);
      expect(complaints(reading)).toEqual(['RET-ROW-UNCLEAR B6']);
      expect(spent(reading)).toEqual(['600000000', '700000000']);
    });

    it('is off already where the rows beneath it say so, and stops the return where the total has it off', () => {
      const total = (sum: number): Row => [null, 'Tổng cộng', null, 3000, sum];
      expect(complaints(readTable(rows([BACK], total(1200))))).toEqual(['RET-TOTAL-DIFFERS E8']);
      const paid: Row = ['-', 'Thanh toán khối lượng hoàn thành', null, null, 700];
      expect(said(readTable(rows([paid, BACK])))).toEqual([]);
      expect(complaints(readTable(rows([['-', 'Thanh toán', null, null, 600], BACK])))).toEqual([
        'RET-ROW-UNCLEAR B7',
      ]);
    });

    it('is asked about where a total or a heading fits the amounts as they stand, off already or not', () => {
      const total: Row = [null, 'Tổng cộng', null, 3000, 1300];
      expect(complaints(readTable(rows([BACK], total)))).toEqual(['RET-ROW-UNCLEAR B6']);
      const headed: Rows = [
        HEAD,
        ['I', 'Giao thông', null, 3000, 1300],
        [1, 'Đường A', '7900001', 1000, 600],
        BACK,
        [2, 'Đường B', '7900002', 2000, 700],
        ['II', 'Thủy lợi', null, 400, 50],
        [1, 'Kênh C', '7900003', 400, 50],
      ];
      expect(complaints(readTable(headed))).toEqual(['RET-ROW-UNCLEAR B7']);
      // A heading of others tells nothing of it either; its own one that has all of it off does.
      const wrong = headed.map((row, at) => (at === 1 ? ['I', 'Giao thông', null, 3000, 1200] : row));
      expect(complaints(readTable(wrong))).toEqual(['RET-TOTAL-DIFFERS E5']);
      const other = headed.map((row, at) => (at === 5 ? ['II', 'Thủy lợi', null, 400, -50] : row));
      expect(complaints(readTable(other))).toContain('RET-ROW-UNCLEAR B7');
    });

    it('is never left out in silence, whatever its amount and the totals', () => {
      const amount = fc.integer({ min: -500, max: 500 });
      const NEARLY_OFF: [number, number][] = [495, -495, 2, 1].flatMap((back) =>
        [-2, -1, 0, 1, 2]
          .map((by): [number, number] => [back, Math.abs(back) + by])
          .filter(([, off]) => off ** 2 !== 1),
      );
      fc.assert(
        // One million is what two rounded rows may differ by.
        fc.property(amount, fc.option(amount.filter((off) => off ** 2 !== 1)), (back, off) => {
          const total: Row[] = off === null ? [] : [[null, 'Tổng cộng', null, 3000, 1300 - off]];
          const reading = readTable(rows([['-', 'Nộp giảm', null, null, back]], ...total));
          const isOff = off !== null && off !== 0 && Math.abs(off - Math.abs(back)) <= 1;
          expect(complaints(reading).toSorted()).toEqual([
            ...(back === 0 || isOff ? [] : ['RET-ROW-UNCLEAR B6']),
            ...(off === null || off === 0 ? [] : ['RET-TOTAL-DIFFERS E8']),
          ]);
        }),
        { numRuns: 60 + NEARLY_OFF.length, examples: NEARLY_OFF },
      );
    });
  });
});
