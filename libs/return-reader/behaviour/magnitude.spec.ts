import fc from 'fast-check';
import { DONG_PER_UNIT, type AmountUnit } from '@thongvon/kernel';
import { optionsOf, type ReadingOptions } from '../model/options';
import { type Finding, type Reading } from '../model/reading';
import { complaints, readInUnit, readSheets, said, type Rows } from '../testing/read-sheet';

const HEAD = ['STT', 'Tên dự án', 'Kế hoạch vốn', 'Giải ngân', 'Tỷ lệ (%)'];
const read = (unit: string, rows: Rows, options: ReadingOptions = {}, head = HEAD): Reading =>
  readInUnit(unit, [head, ...rows], options);

interface Works {
  readonly planned: number;
  readonly disbursed: number;
}

/** Plans of 0,5 to 60 tỷ, in triệu, of which 2 to 100 % is disbursed. */
const portfolio = fc.array(
  fc
    .record({ planned: fc.integer({ min: 500, max: 60_000 }), share: fc.integer({ min: 2, max: 100 }) })
    .map(({ planned, share }): Works => ({ planned, disbursed: Math.floor((planned * share) / 100) })),
  { minLength: 4, maxLength: 8 },
);
const rateOf = ({ planned, disbursed }: Works): number => Math.round((disbursed / planned) * 10_000) / 100;
const MILLION = DONG_PER_UNIT['million-dong'];

/** An amount in triệu as a column of another unit writes it. */
function inUnit(million: number, unit: AmountUnit): number {
  const per = Number(DONG_PER_UNIT[unit]);
  return per > Number(MILLION) ? million / (per / Number(MILLION)) : million * (Number(MILLION) / per);
}

const answerTo = (finding: Finding, value: string | undefined): ReadingOptions => {
  const { code, sheet, cell, asks } = finding;
  if (asks === undefined || value === undefined) throw new Error('a question was expected');
  const options = optionsOf([{ code, sheet, cell, asks, value, reason: null }]);
  if (!options) throw new Error(`${value} answers nothing`);
  return options;
};

const totals = (works: readonly Works[]): { planned: string; disbursed: string } => ({
  planned: (BigInt(works.reduce((sum, { planned }) => sum + planned, 0)) * MILLION).toString(),
  disbursed: (BigInt(works.reduce((sum, { disbursed }) => sum + disbursed, 0)) * MILLION).toString(),
});

const OTHERS: readonly AmountUnit[] = ['dong', 'thousand-dong', 'billion-dong'];

describe('one column in another unit than those beside it', () => {
  it.each([
    ['with stated rates', true],
    ['without', false],
  ])('%s is one question about that column, and its answer reads it right', (_how, rated) => {
    fc.assert(
      fc.property(
        portfolio,
        fc.constantFrom('planned' as const, 'disbursed' as const),
        fc.constantFrom(...OTHERS),
        (works, column, unit) => {
          // Without rates only disbursing many times the plan tells; little may well have been disbursed.
          fc.pre(rated || (column === 'planned') === (unit === 'billion-dong'));
          fc.pre(rated || works.every(({ planned, disbursed }) => disbursed * 30 > planned));
          const written = works.map((one, n) => [
            n + 1,
            `Đường số ${n + 1}`,
            column === 'planned' ? inUnit(one.planned, unit) : one.planned,
            column === 'disbursed' ? inUnit(one.disbursed, unit) : one.disbursed,
            rated ? rateOf(one) : null,
          ]);
          const asked = read('ĐVT: triệu đồng', written);
          expect(complaints(asked)).toEqual([expect.stringMatching(/^RET-UNIT-SUSPECT [CD]4$/)]);
          expect(said(asked).filter((text) => /RATE|OVER/.test(text))).toEqual([]);
          const [question] = asked.findings.filter(({ severity }) => severity === 'question');
          const right = `${column === 'planned' ? 'C' : 'D'}=${unit}`;
          expect(question?.asks).toBe('column-unit');
          expect(question?.choices?.map(({ value }) => value)).toContain(right);
          if (!question) return;
          const answered = read('ĐVT: triệu đồng', written, answerTo(question, right));
          expect(complaints(answered)).toEqual([]);
          expect(answered.total).toMatchObject(totals(works));
        },
      ),
      { numRuns: 100 },
    );
  });

  it('is answered for every column of the same measure at once', () => {
    const head = [
      'STT',
      'Tên dự án',
      'Kế hoạch vốn',
      'Lũy kế giải ngân',
      'Thanh toán KLHT',
      'Tạm ứng',
      'Tỷ lệ (%)',
    ];
    const rows: Rows = [
      [1, 'Đường A', 10_000, 5_000_000, 3_000_000, 2_000_000, 50],
      [2, 'Cầu B', 8_000, 2_000_000, 1_500_000, 500_000, 25],
    ];
    const asked = read('ĐVT: triệu đồng', rows, {}, head);
    expect(complaints(asked)).toEqual(['RET-UNIT-SUSPECT D4']);
    const [question] = asked.findings;
    expect(question?.choices?.[0]).toMatchObject({
      value: 'D=thousand-dong,E=thousand-dong,F=thousand-dong',
      label: 'Cột D, E, F ghi theo nghìn đồng: tổng 7.000.000.000 đồng, tỷ lệ 38,89 %',
    });
    if (!question) return;
    const answered = read('ĐVT: triệu đồng', rows, answerTo(question, question.choices?.[0]?.value), head);
    expect(complaints(answered)).toEqual([]);
    expect(answered.total).toMatchObject({ planned: '18000000000', disbursed: '7000000000', rate: '38.89' });
  });
});

describe('one cell in another unit than its column', () => {
  it('is one question at that cell, and its answer reads it right', () => {
    fc.assert(
      fc.property(
        portfolio,
        fc.nat(),
        fc.constantFrom('planned' as const, 'disbursed' as const),
        fc.constantFrom(...OTHERS),
        (works, n, column, unit) => {
          const at = n % works.length;
          const written = works.map((one, i) => [
            i + 1,
            `Đường số ${i + 1}`,
            i === at && column === 'planned' ? inUnit(one.planned, unit) : one.planned,
            i === at && column === 'disbursed' ? inUnit(one.disbursed, unit) : one.disbursed,
            rateOf(one),
          ]);
          const asked = read('ĐVT: triệu đồng', written);
          const cells = [`C${at + 5}`, `D${at + 5}`];
          expect(
            complaints(asked).map((text) => cells.includes(text.replace('RET-UNIT-SUSPECT ', ''))),
          ).toEqual([true]);
          const [question] = asked.findings.filter(({ severity }) => severity === 'question');
          if (question?.cell !== `${column === 'planned' ? 'C' : 'D'}${at + 5}`) return;
          const power = String(String(DONG_PER_UNIT[unit]).length - 7);
          expect(question.choices?.map(({ value }) => value)).toContain(power);
          const answered = read('ĐVT: triệu đồng', written, answerTo(question, power));
          expect(complaints(answered)).toEqual([]);
          expect(answered.total).toMatchObject(totals(works));
        },
      ),
      { numRuns: 100 },
    );
  });

  it('is asked against the plans of the others, where no rate is stated', () => {
    const rows: Rows = [
      [1, 'Đường A', 9_000, 500],
      [2, 'Đường B', 12_000, 700],
      [3, 'Cầu C', 2.45, 0],
      [4, 'Kênh D', 7_500_000, 100],
    ];
    const asked = read('ĐVT: triệu đồng', rows);
    expect(complaints(asked)).toEqual(['RET-UNIT-SUSPECT C7', 'RET-UNIT-SUSPECT C8']);
    const [low] = asked.findings;
    expect(low?.choices?.map(({ label }) => label)).toContain('2.450.000.000 đồng');
    const scales = [
      { sheet: 'GN', cell: 'C7', power: 0 },
      { sheet: 'GN', cell: 'C8', power: -3 },
    ];
    const answered = read('ĐVT: triệu đồng', rows, { scales });
    expect(complaints(answered)).toEqual([]);
    expect(answered.projects.map(({ planned }) => planned)).toEqual([
      '9000000000',
      '12000000000',
      '2450000',
      '7500000000',
    ]);
  });

  it.each<[string, number, string]>([
    ['Sân vận động xã Bình Dương', 980_500, 'C7'],
    ['Đường Đông Tây xã Bình Đào', 980_500, 'C7'],
    ['Sân vận động xã', 0.9805, 'C7'],
  ])(
    'is asked though a works of that kind may take it: %s with %d among works of about 1 tỷ',
    (name, planned, cell) => {
      const rows: Rows = [
        [1, 'Đường GTNT thôn Lạc Câu', 1250, 700],
        [2, 'Nhà văn hóa thôn Duy Hà', 640, 500],
        [3, name, planned, planned / 4],
        [4, 'Mương thoát nước', 455.75, 100],
      ];
      expect(complaints(read('ĐVT: triệu đồng', rows))).toEqual([`RET-UNIT-SUSPECT ${cell}`]);
      const answered = read('ĐVT: triệu đồng', rows, { scales: [{ sheet: 'GN', cell, power: 0 }] });
      expect(complaints(answered)).toEqual([]);
    },
  );

  it('is asked of a decision against the only other amount that it gives', () => {
    const rows = (amount: number): Rows => [
      ['KẾ HOẠCH VỐN BỔ SUNG NĂM 2023'],
      ['(Kèm theo Quyết định số 9304/QĐ-UBND ngày 20/6/2023)'],
      ['ĐVT: nghìn đồng'],
      ['STT', 'Tên dự án', 'Chủ đầu tư', 'Nguồn vốn', 'Kế hoạch vốn năm 2023'],
      [1, 'Đường liên thôn Z', 'Ban Quản lý dự án', 'Ngân sách tỉnh', amount],
      [2, 'Đường Y', 'Ban Quản lý dự án', 'Ngân sách huyện', 2_000_000],
    ];
    const asked = (amount: number): string[] => complaints(readSheets([{ name: 'KH', rows: rows(amount) }]));
    expect(asked(980_000_000)).toContain('RET-UNIT-SUSPECT E5');
    expect(asked(1_000_000_000)).toContain('RET-UNIT-SUSPECT E5');
    expect(asked(98_000_000)).not.toContain('RET-UNIT-SUSPECT E5');
  });

  it('is asked nothing of what is left after a settlement, or what the investment allows no more of', () => {
    const head = ['STT', 'Tên dự án', 'Tổng mức đầu tư', 'Kế hoạch vốn', 'Giải ngân'];
    const rows: Rows = [
      [1, 'Đường A', 30_000, 9_000, 500],
      [2, 'Đường B', 50_000, 12_000, 700],
      [3, 'Đường C (quyết toán)', 14_000, 2.45, 0],
      [4, 'Đường D', 1_500, 4.2, 0],
    ];
    expect(complaints(read('ĐVT: triệu đồng', rows, {}, head))).toEqual([]);
  });
});
