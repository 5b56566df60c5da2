import fc from 'fast-check';
import {
  answerQuestion,
  complaints,
  type Content,
  readInUnit,
  readSheets,
  readTable,
  type Rows,
  TITLE,
} from '../testing/read-sheet';

const HEAD = ['STT', 'Tên dự án', 'Kế hoạch vốn', 'Giải ngân'];
const returned = (disbursed: Content) =>
  readTable([HEAD, [1, 'Đường A', 9000, 4000], [2, 'Cầu B', 8000, disbursed]]);

describe('an amount of a line', () => {
  it.each<[string, Content, string]>([
    ['less than nothing', -250, 'RET-AMOUNT-NEGATIVE'],
    ['a word', 'đang rà soát', 'RET-AMOUNT-NOT-A-NUMBER'],
    ['a number in two ways', '1.250', 'RET-AMOUNT-AMBIGUOUS'],
  ])('that is %s stops the return at its cell', (_what, disbursed, code) => {
    expect(complaints(returned(disbursed))).toEqual([`${code} D6`]);
  });

  it('that is a number in two ways is none until a person says which, and each choice is obeyed', () => {
    const reading = returned('1.250');
    expect(reading.projects[1]?.disbursed).toBeNull();
    const [found] = reading.findings;
    expect(found?.choices?.map(({ value, label }) => [value, label])).toEqual([
      ['decimal-comma', '1.250 triệu đồng (1.250.000.000 đồng)'],
      ['decimal-dot', '1,25 triệu đồng (1.250.000 đồng)'],
    ]);
    expect(found?.message).toContain(
      'Ô D6 (dự án “Cầu B”) là chữ “1.250”, đọc được hai cách: 1.250 triệu đồng hoặc 1,25 triệu đồng.',
    );
    expect(found?.messageEn).toContain('Cell D6 (project “Cầu B”) is the text “1.250”');
  });

  it('that is less than nothing is said as amounts are written here', () => {
    const [found] = returned(-14317.119).findings;
    expect(found?.message).toContain('Ô D6 là số âm (-14.317,119).');
    expect(found?.messageEn).toContain('Cell D6 is negative (-14.317,119).');
  });

  it('that is merged over two projects is given to neither', () => {
    const rows = [HEAD, [1, 'Đường A', 9000, 4000], [2, 'Cầu B', 8000, null]];
    const merged = readSheets([{ name: 'GN', rows: [...TITLE, ...rows], merges: ['D5:D6'] }]);
    expect(complaints(merged)).toContain('RET-AMOUNT-AMBIGUOUS D5');
  });

  it.each<[string, number]>([
    ['0%', 0.31],
    ['0.00%', 1.25],
    ['#,##0.0 %', 4000],
  ])('that is a share, in the format %s, is none', (format, number) => {
    const reading = returned({ number, format });
    expect(complaints(reading)).toEqual(['RET-AMOUNT-NOT-A-NUMBER D6']);
    expect(reading.projects[1]?.disbursed).toBeNull();
    expect(complaints(returned({ number: 0, format }))).toEqual([]);
  });
});

describe('texts that are numbers in two ways', () => {
  it('are offered in the unit that they are read in, and in just the đồng that they then count', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('đồng', 'nghìn đồng', 'triệu đồng', 'tỷ đồng'),
        fc.constantFrom('', ' tr', ' tỷ', ' đồng'),
        fc.integer({ min: 1_001, max: 99_999 }),
        fc.constantFrom('.', ','),
        (unit, suffix, n, mark) => {
          const text = `${Math.floor(n / 1_000)}${mark}${String(n % 1_000).padStart(3, '0')}${suffix}`;
          const rows: Rows = [HEAD, [1, 'Đường A', 900, 400], [2, 'Cầu B', 800, text]];
          const reading = readInUnit(`ĐVT: ${unit}`, rows);
          const asked = reading.findings.findIndex(({ asks }) => asks === 'amount');
          const choices = reading.findings[asked]?.choices ?? [];
          expect(choices).toHaveLength(2);
          for (const { value, label } of choices) {
            const { projects } = readInUnit(`ĐVT: ${unit}`, rows, answerQuestion(reading, asked, value));
            const said = /^(?:[\d.,]+ (?:nghìn|triệu|tỷ) đồng \()?([\d.]+) đồng\)?$/.exec(label)?.[1];
            expect([label, said?.replaceAll('.', '')]).toEqual([label, projects[1]?.disbursed]);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('are one question for all columns that say nothing themselves, whose answer reads them all', () => {
    const rows: Rows = [
      ['STT', 'Tên dự án', 'Kế hoạch vốn', 'Giải ngân'],
      [1, 'Đường A', '39.012', '22.058'],
      [2, 'Đường B', '32.494', '21.149'],
      [3, 'Đường C', '62.841', '36.410'],
    ];
    const reading = readTable(rows);
    expect(complaints(reading)).toEqual(['RET-AMOUNT-AMBIGUOUS C5']);
    const settled = readTable(rows, [], answerQuestion(reading, 0, 'decimal-comma'));
    expect(complaints(settled)).toEqual([]);
    expect(settled.total).toMatchObject({ planned: '134347000000', disbursed: '79617000000' });
  });

  it('are asked about by themselves where other texts of their column are written in both ways', () => {
    const rows: Rows = [
      ['STT', 'Tên dự án', 'Kế hoạch vốn', 'Giải ngân'],
      [1, 'Đường A', '1.250', '22.058'],
      [2, 'Đường B', '2.494,5', '21.149'],
      [3, 'Đường C', '841.5', '36.410'],
    ];
    const reading = readTable(rows);
    expect(complaints(reading)).toEqual(['RET-AMOUNT-AMBIGUOUS C5', 'RET-AMOUNT-AMBIGUOUS D5']);
    const own = answerQuestion(reading, 0, 'decimal-comma-here');
    expect(complaints(readTable(rows, [], own))).toEqual(['RET-AMOUNT-AMBIGUOUS D5']);
    const other = answerQuestion(reading, 1, 'decimal-dot');
    expect(complaints(readTable(rows, [], other))).toEqual(['RET-AMOUNT-AMBIGUOUS C5']);
  });

  it('are one question in whatever columns and sheets they stand, and each choice gives the total that it announced', () => {
    const amount = fc.integer({ min: 1_001, max: 400_000 });
    const text = (n: number, mark: string): string =>
      `${Math.floor(n / 1_000)}${mark}${String(n % 1_000).padStart(3, '0')}`;
    fc.assert(
      fc.property(
        fc.array(fc.tuple(amount, amount), { minLength: 1, maxLength: 5 }),
        fc.constantFrom('.', ','),
        (projects, mark) => {
          const rows: Rows = [
            ['STT', 'Tên dự án', 'Kế hoạch vốn', 'Giải ngân'],
            ...projects.map(([planned, less], i) => [
              ...[i + 1, `Đường ${i}`, text(planned + less, mark), text(less, mark)],
            ]),
          ];
          const reading = readTable(rows);
          const asked = reading.findings.filter(({ severity }) => severity === 'question');
          expect(asked.map(({ asks }) => asks)).toEqual(['amount']);
          for (const { value, effect } of asked[0]?.choices ?? []) {
            const { total } = readTable(rows, [], answerQuestion(reading, 0, value));
            expect(effect?.total).toEqual({ planned: total.planned, disbursed: total.disbursed });
            expect(total.planned).not.toBeNull();
          }
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe('a total that isn’t what its rows make', () => {
  const table = (total: number): Rows => [
    ['STT', 'Tên dự án', 'Kế hoạch vốn', 'Giải ngân'],
    [1, 'Đường A', 1000.5, 10],
    [2, 'Đường B', 2000.25, 20],
    [3, 'Đường C', 4000, 30],
    [null, 'Tổng cộng', total, 60],
  ];
  const said = (total: number, hiddenRows: readonly number[]): string | undefined =>
    readSheets([{ name: 'GN', rows: [...TITLE, ...table(total)], hiddenRows }]).findings.find(
      ({ code }) => code === 'RET-TOTAL-DIFFERS',
    )?.message;

  it('is said in one notation, with the unit, and with what it is off by where rows tell', () => {
    expect(said(4000, [5, 6])).toBe(
      'Ô C8 ghi tổng 4.000, cộng các dòng được 7.000,75 (triệu đồng); chênh lệch bằng đúng dòng 5, 6 đang ẩn. Hãy sửa tổng hoặc dòng sai.',
    );
    expect(said(5000.5, [])).toContain('chênh lệch bằng đúng số ở dòng 6.');
    expect(said(5001, [])).toContain('cộng các dòng được 7.000,75 (triệu đồng). Hãy sửa');
  });
});
