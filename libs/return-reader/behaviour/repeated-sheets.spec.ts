import { optionsOf, type ReadingOptions } from '../model/options';
import { complaints, datedSheet, type HandSheet, readSheets, said } from '../testing/read-sheet';

describe('a sheet of last month that stayed in the file', () => {
  const [april, may] = [datedSheet('T4', '30/4/2023', 7_500), datedSheet('T5', '31/5/2023', 15_002)];

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
    const other = datedSheet('T4', '31/5/2023', 7_500, { hidden: true });
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
  const [one, copy] = [datedSheet('GN', '31/5/2023', 15_002), datedSheet('GN (2)', '31/5/2023', 16_002)];
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
        evidence: settled.evidence,
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

describe('a table of debts beside the return', () => {
  it('is not read, and that is said', () => {
    const reading = readSheets([
      datedSheet('GN', '31/5/2023', 15_002),
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
    const [, ...rows] = datedSheet(`KH ${year}`, '31/5/2023', 15_002).rows;
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
  const sheets = (other: HandSheet): HandSheet[] => [datedSheet('GN', '31/5/2023', 15_002), other];

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
