import { optionsOf } from '../answers';
import type { ReadingOptions } from '../options';
import type { Reading } from '../reading';
import {
  complaints,
  meanings,
  readSheets,
  readTable,
  said,
  TITLE,
  type HandSheet,
  type Rows,
} from '../testing/read-sheet';

const HEADER = ['STT', 'Tên dự án', 'Mã dự án', 'Kế hoạch vốn năm 2023', 'Lũy kế giải ngân'];
const dated = (name: string, date: string, spent: number, more: Partial<HandSheet> = {}): HandSheet => ({
  name,
  rows: [
    ['BÁO CÁO GIẢI NGÂN VỐN ĐẦU TƯ CÔNG NĂM 2023'],
    [`Số liệu đến ngày ${date}`],
    ['ĐVT: triệu đồng'],
    HEADER,
    [1, 'Đường tránh đèo', '7930045', 24_350, spent],
    [2, 'Nhà thi đấu', '7930561', 9_800, 4_410],
  ],
  ...more,
});

describe('a sheet of last month that stayed in the file', () => {
  const [april, may] = [dated('T4', '30/4/2023', 7_500), dated('T5', '31/5/2023', 15_002)];

  it('is set aside and said where it is hidden', () => {
    const reading = readSheets([{ ...april, hidden: true }, may]);
    expect(said(reading)).toEqual(['warning RET-SHEET-IGNORED']);
    expect([reading.total.disbursed, reading.asOf]).toEqual(['19412000000', '2023-05-31']);
    expect(reading.sheets.map(({ role }) => role)).toEqual(['ignored', 'disbursement']);
  });

  it('is asked about where it can be seen, and left out once the date is chosen', () => {
    expect(complaints(readSheets([april, may]))).toContain('RET-DATES-DIFFER A2');
    const reading = readSheets([april, may], { asOf: '2023-05-31' as NonNullable<ReadingOptions['asOf']> });
    expect(complaints(reading)).toEqual([]);
    expect(reading.total.disbursed).toBe('19412000000');
  });

  it('counts where it holds other projects', () => {
    const other = dated('T4', '31/5/2023', 7_500, { hidden: true });
    const rows = other.rows.map((row) =>
      row.map((cell) =>
        typeof cell === 'string'
          ? cell.replace('79', '81').replace('Đường', 'Cầu').replace('Nhà', 'Chợ')
          : cell,
      ),
    );
    const reading = readSheets([{ ...other, rows }, may]);
    expect(reading.projects).toHaveLength(4);
    expect(said(reading)).toContain('warning RET-HIDDEN');
  });
});

describe('last week’s sheet, of which only its week is said', () => {
  const week = (number: number, days: readonly string[], more: Partial<HandSheet> = {}): HandSheet => ({
    name: `Tuần ${number}`,
    rows: [
      ['TIẾN ĐỘ GIẢI NGÂN VỐN ĐẦU TƯ CÔNG NĂM 2023'],
      [`(Tuần ${number})`],
      ['ĐVT: triệu đồng'],
      ['STT', 'Tên dự án', 'Mã dự án', 'KHV 2023', ...days.map((day) => `LK GN đến ${day}`)],
      [1, 'Đường tránh đèo', '7930045', 24_350, ...days.map((_, i) => 100 * (i + 1))],
      [2, 'Nhà thi đấu', '7930561', 9_800, ...days.map((_, i) => 50 * (i + 1))],
    ],
    ...more,
  });
  const [before, now] = [week(24, ['7/6', '14/6'], { hidden: true }), week(25, ['7/6', '14/6', '21/6'])];

  it('is set aside where it is hidden, though this week’s has a column more', () => {
    const reading = readSheets([now, before]);
    expect(said(reading)).toEqual(['warning RET-SHEET-IGNORED']);
    expect([reading.asOf, reading.total.disbursed]).toEqual(['2023-06-21', '450000000']);
  });

  it('is left out once the date is chosen where it can be seen', () => {
    const sheets = [now, { ...before, hidden: false }];
    expect(complaints(readSheets(sheets))).not.toEqual([]);
    const reading = readSheets(sheets, { asOf: '2023-06-21' as NonNullable<ReadingOptions['asOf']> });
    expect([complaints(reading), reading.total.disbursed]).toEqual([[], '450000000']);
  });
});

describe('a sheet that repeats another', () => {
  const [one, copy] = [dated('GN', '31/5/2023', 15_002), dated('GN (2)', '31/5/2023', 16_002)];
  const plan: HandSheet = {
    name: 'KH',
    rows: [
      ['PHỤ LỤC KẾ HOẠCH VỐN NĂM 2023'],
      ['(Kèm theo Quyết định số 45/QĐ-UBND ngày 12/01/2023)'],
      ['ĐVT: triệu đồng'],
      ['STT', 'Tên dự án', 'Mã dự án', 'Kế hoạch vốn năm 2023'],
      [1, 'Đường tránh đèo', '7930045', 24_350],
    ],
  };
  const clearance: HandSheet = {
    name: 'GPMB',
    rows: [
      ['TIẾN ĐỘ GIẢI PHÓNG MẶT BẰNG NĂM 2023'],
      ['Số liệu đến ngày 31/5/2023'],
      ['STT', 'Tên dự án', 'Số hộ', 'Số hộ đã bàn giao'],
      [1, 'Đường tránh đèo', 47, 28],
    ],
  };

  it.each([
    ['disbursement', one, copy],
    ['plan', plan, { ...plan, name: 'KH (2)' }],
    ['land clearance', clearance, { ...clearance, name: 'GPMB (2)' }],
  ])('is asked about once, and settled by the sheet that counts: %s', (_what, first, second) => {
    const reading = readSheets([first, second]);
    const asked = reading.findings.filter(({ severity }) => severity === 'error' || severity === 'question');
    expect(asked).toMatchObject([{ code: 'RET-PROJECT-REPEATED', asks: 'sheet', sheet: second.name }]);
    for (const [value, counted] of [
      ['ignored', first],
      ['instead', second],
    ] as const) {
      const [question] = asked;
      const options = question && optionsOf([{ ...question, asks: 'sheet', value, reason: null }]);
      const settled = readSheets([first, second], options);
      expect(said(settled)).toEqual(['info RET-SHEET-IGNORED']);
      expect(settled).toMatchObject({
        ...readSheets([counted]),
        sheets: settled.sheets,
        findings: [settled.findings[0]],
      });
    }
  });

  it('in one project of many is a mistake in its row', () => {
    const others = [...Array(4).keys()].map((i) => [i + 3, `Cầu số ${i}`, `79400${i}0`, 100, 50]);
    const rows = [...copy.rows.slice(0, 5), ...others];
    const more = one.rows.concat(
      others.map(([n, name, code, ...rest]) => [
        n ?? 0,
        `${name} mới`,
        `8${code}`.slice(0, 7),
        ...rest.map(Number),
      ]),
    );
    expect(
      complaints(
        readSheets([
          { ...one, rows: more },
          { ...copy, rows },
        ]),
      ),
    ).toEqual(['RET-PROJECT-REPEATED C5']);
  });
});

describe('a second table under the first', () => {
  const part = (title: string, plan: string, more: string): Rows => [
    [title],
    ['Stt', 'Tên dự án', 'Mã DA', plan, 'Đã giải ngân', more],
    [1, 'Đường ven biển', '8012207', 95_000, 61_245, more === 'Tỷ lệ' ? 64.47 : 33_755],
    [2, 'Trường THCS', '8023391', 8_950, 8_102, more === 'Tỷ lệ' ? 90.53 : 848],
  ];

  it.each(['Còn lại', 'Tỷ lệ'])('of the plan carried over is its disbursement too (%s)', (more) => {
    const reading = readTable([
      ...part('I. KẾ HOẠCH VỐN NĂM 2023', 'Kế hoạch năm 2023', more),
      [],
      ...part('II. KẾ HOẠCH VỐN NĂM 2022 KÉO DÀI SANG NĂM 2023', 'Vốn kéo dài', more),
    ]);
    expect(complaints(reading)).toEqual([]);
    expect(reading.kinds).toEqual(['disbursement']);
    expect(reading.total.disbursed).toBe('69347000000');
    expect(reading.byPlanType['carried-over']).toMatchObject({
      planned: '103950000000',
      disbursed: '69347000000',
    });
  });
});

describe('one table for disbursement and land clearance', () => {
  const table = (title: string, options: ReadingOptions = {}, compensation = false): Reading =>
    readSheets(
      [
        {
          rows: [
            [title],
            ['Số liệu đến hết ngày 21/6/2023. Đơn vị tính: triệu đồng'],
            [
              'STT',
              'Tên dự án',
              'Kế hoạch vốn',
              'Giải ngân',
              'Số hộ',
              'Số hộ đã bàn giao',
              'Vướng mắc',
              ...(compensation ? ['Kinh phí bồi thường đã chi trả'] : []),
            ],
            [
              1,
              'Đường liên xã',
              8_500,
              3_412,
              47,
              28,
              '17 hộ chưa thống nhất giá',
              ...(compensation ? [900] : []),
            ],
            [2, 'Trường Tiểu học', 5_250, 4_998, 'x', 'x', 'Thiếu vật liệu', ...(compensation ? ['x'] : [])],
          ],
        },
      ],
      options,
    );
  const BOTH = 'TIẾN ĐỘ GIẢI NGÂN VÀ GIẢI PHÓNG MẶT BẰNG NĂM 2023';
  const CLEARANCE = 'TIẾN ĐỘ GIẢI PHÓNG MẶT BẰNG CÁC DỰ ÁN NĂM 2023';

  it.each([
    [BOTH, false],
    [CLEARANCE, true],
  ])('is read as both: %s', (title, compensation) => {
    const reading = table(title, {}, compensation);
    expect(complaints(reading)).toEqual([]);
    expect(reading.kinds).toEqual(['disbursement', 'land-clearance']);
    expect(reading.total).toMatchObject({ planned: '13750000000', disbursed: '8410000000' });
    expect(reading.landClearance).toHaveLength(1);
    expect(reading.landClearance[0]).toMatchObject({
      name: 'Đường liên xã',
      households: 47,
      handedOver: 28,
      blocker: '17 hộ chưa thống nhất giá',
      compensation: null,
      compensated: compensation ? '900000000' : null,
    });
    expect(meanings(reading, 0)).toMatchObject({ C: 'planned', D: 'disbursed', G: 'note' });
    expect(meanings(reading, 1)).toMatchObject({ E: 'households', F: 'handed-over', G: 'blocker' });
  });

  it('is asked about where its money may be compensation', () => {
    const [question] = table(CLEARANCE).findings;
    expect(question).toMatchObject({
      code: 'RET-KIND-AMBIGUOUS',
      asks: 'kind',
      choices: [{ value: 'disbursement' }, { value: 'land-clearance' }],
    });
    const asCapital = table(CLEARANCE, { kind: 'disbursement' });
    expect([complaints(asCapital), asCapital.kinds]).toEqual([[], ['disbursement', 'land-clearance']]);
    const asCompensation = table(CLEARANCE, { kind: 'land-clearance' });
    expect(asCompensation.kinds).toEqual(['land-clearance']);
    expect(complaints(asCompensation)).toEqual(['RET-COLUMN-AMBIGUOUS C3', 'RET-COLUMN-AMBIGUOUS D3']);
  });
});

describe('a table of debts beside the return', () => {
  it('is not read, and that is said', () => {
    const reading = readSheets([
      dated('GN', '31/5/2023', 15_002),
      {
        name: 'Nợ',
        rows: [
          ['TỔNG HỢP NỢ ĐỌNG XÂY DỰNG CƠ BẢN ĐẾN 30/4/2023'],
          ['STT', 'Tên công trình', 'Giá trị quyết toán', 'Đã thanh toán', 'Còn nợ'],
          [1, 'Nhà văn hóa', 1_250, 900, 350],
        ],
      },
    ]);
    expect(said(reading)).toEqual(['info RET-SHEET-IGNORED']);
    expect(reading.projects).toHaveLength(2);
  });
});

describe('tables whose titles name different years', () => {
  const sheets = [2023, 2022].map((year, i): HandSheet => {
    const [, ...rows] = dated(`KH ${year}`, '31/5/2023', 15_002).rows;
    const other = rows.map((row) =>
      row.map((cell) => (typeof cell === 'string' ? cell.replace('79', `8${i}`) : cell)),
    );
    const header = other.map((row) =>
      row.map((cell) => (cell === 'Kế hoạch vốn năm 2023' ? 'Kế hoạch vốn' : cell)),
    );
    return { name: `KH ${year}`, rows: [[`GIẢI NGÂN KẾ HOẠCH VỐN NĂM ${year}`], ...header] };
  });

  it('are not added up: a person says whether the other’s plan was carried over', () => {
    const [question, ...more] = readSheets(sheets).findings;
    expect([question, more]).toMatchObject([
      { code: 'RET-ROW-UNCLEAR', sheet: 'KH 2022', cell: 'A1', asks: 'row' },
      [],
    ]);
    const options =
      question && optionsOf([{ ...question, asks: 'row', value: 'carried-over', reason: null }]);
    const reading = readSheets(sheets, options);
    expect(complaints(reading)).toEqual([]);
    expect([reading.total.disbursed, reading.byPlanType['carried-over']?.disbursed]).toEqual([
      '19412000000',
      '19412000000',
    ]);
  });
});

describe('a table titled like one of debts', () => {
  const debts = (plan: string, title = 'TỔNG HỢP NỢ ĐỌNG XÂY DỰNG CƠ BẢN'): HandSheet => ({
    name: 'Nợ',
    rows: [
      [title],
      ['(Kèm theo Quyết định số 45/QĐ-UBND ngày 12/01/2023)'],
      ['ĐVT: triệu đồng'],
      ['STT', 'Tên công trình', 'Giá trị quyết toán', plan, 'Số nợ đọng'],
      [1, 'Nhà văn hóa', 1_250, 900, 350],
    ],
  });
  const sheets = (other: HandSheet): HandSheet[] => [dated('GN', '31/5/2023', 15_002), other];

  it('is no plan where it tells what was given so far', () => {
    expect(said(readSheets(sheets(debts('Vốn đã bố trí'))))).toEqual(['info RET-SHEET-IGNORED']);
  });

  it('is asked about where it has a plan of its own, and read or left out as answered', () => {
    const reading = readSheets(sheets(debts('Kế hoạch vốn năm 2023')));
    expect(complaints(reading)).toEqual(['RET-KIND-AMBIGUOUS A4']);
    const kinds = (role: 'counted' | 'ignored'): unknown =>
      readSheets(sheets(debts('Kế hoạch vốn năm 2023')), { sheets: [{ sheet: 'Nợ', role }] }).kinds;
    expect([kinds('counted'), kinds('ignored')]).toEqual([['disbursement', 'plan'], ['disbursement']]);
  });

  it('is a plan where that is what its title says', () => {
    const title = 'PHÂN BỔ KẾ HOẠCH VỐN TRẢ NỢ ĐỌNG XDCB NĂM 2023';
    const reading = readSheets([debts('Kế hoạch vốn năm 2023', title)]);
    expect([complaints(reading), reading.total.planned]).toEqual([[], '900000000']);
  });
});

describe('a file with a board’s return and the Treasury’s statement', () => {
  const treasury: HandSheet = {
    name: 'KB',
    rows: [['KHO BẠC NHÀ NƯỚC KHU VỰC XIV'], ...dated('KB', '31/5/2023', 14_000).rows],
  };
  const sheets = [dated('Ban', '31/5/2023', 15_002), treasury];

  it('is asked which of them is sent', () => {
    const question = readSheets(sheets).findings.find(({ code }) => code === 'RET-KIND-AMBIGUOUS');
    expect(question?.choices?.map(({ value }) => value)).toEqual(['disbursement', 'treasury']);
  });

  it.each([
    ['disbursement', '19412000000'],
    ['treasury', '18410000000'],
  ] as const)('is read as what was chosen: %s', (kind, disbursed) => {
    const reading = readSheets(sheets, { kind });
    expect(complaints(reading)).toEqual([]);
    expect([reading.kinds, reading.total.disbursed]).toEqual([[kind], disbursed]);
  });
});

describe('rows that compare, under a total', () => {
  it.each(['Tỷ lệ so với kế hoạch', 'Đạt tỷ lệ (%)', '% giải ngân', 'Tuần trước', 'Tăng so với tuần trước'])(
    'are no project: “%s”',
    (label) => {
      const reading = readSheets([
        {
          rows: [
            ...TITLE,
            ['STT', 'Tên dự án', 'Kế hoạch vốn năm 2023', 'Giải ngân'],
            [1, 'Đường tránh đèo', 100, 40],
            [2, 'Nhà thi đấu', 100, 60],
            [null, 'Tổng cộng', 200, 100],
            [null, label, null, 0.5],
          ],
        },
      ]);
      expect(complaints(reading)).toEqual([]);
      expect(reading.projects).toHaveLength(2);
    },
  );
});

describe('findings of one kind', () => {
  it('are listed up to a limit, and all of them counted', () => {
    const wrong = Array.from({ length: 1_000 }, (_, i) => [i + 1, `Dự án ${i + 1}`, 100, 'chưa rõ']);
    const { findings } = readTable([['STT', 'Tên dự án', 'Kế hoạch vốn năm 2023', 'Giải ngân'], ...wrong]);
    const errors = findings.filter(({ code }) => code === 'RET-AMOUNT-NOT-A-NUMBER');
    expect(errors).toHaveLength(201);
    expect(errors.at(-1)).toMatchObject({ severity: 'error', sheet: null, cell: null, more: 800 });
  });
});
