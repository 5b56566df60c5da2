import { complaints, readSheets, readTable, type Rows } from '../testing/read-sheet';

const TABLE: Rows = [
  ['STT', 'Tên dự án', 'Kế hoạch vốn năm 2023', 'Giải ngân'],
  [1, 'Đường A', 100, 50],
];
const dated = (...lines: Rows): ReturnType<typeof readSheets> =>
  readSheets([{ rows: [['BÁO CÁO GIẢI NGÂN VỐN NĂM 2023'], ...lines, ['ĐVT: triệu đồng'], ...TABLE] }]);

describe('the day to which the figures go', () => {
  it.each([
    'Số liệu đến ngày 21/6/2023',
    'Tính đến hết ngày 21 tháng 6 năm 2023',
    '(Lũy kế đến 21-06-2023)',
    'Tính đến ngày 21.6.2023',
    'Từ ngày 01/01/2023 đến ngày 21/6/2023',
    'Số liệu đến ngày 21/6',
    '(Báo cáo ngày 24/6/2023, số liệu chốt 21/6/2023)',
    'Báo cáo ngày 24/6/2023; dữ liệu cập nhật 21/6/2023',
    'Số liệu đến 21/6/2023, báo cáo ngày 24/6/2023',
    'Thời điểm báo cáo: 21-6-2023',
    'Số liệu đến 16h00 ngày 21/6/2023',
    'Tuần 25 (15/6 - 21/6/2023)',
    'Lũy kế đến hết 21/6/2023, ước đến 30/6/2023',
    'So với ngày 14/6/2023, số liệu đến ngày 21/6/2023',
    'Hạn nộp: 24/6/2023. Số liệu đến 21/6/2023',
    'Tháng 6 năm 2023 (hết ngày 21/6/2023)',
  ])('is read from "%s"', (text) => {
    const reading = dated([text]);
    expect(reading.asOf).toBe('2023-06-21');
    expect(complaints(reading)).toEqual([]);
  });

  it.each([
    ['Ngày báo cáo:', '21/6/2023'],
    ['Số liệu đến ngày', '21/6/2023'],
    ['Ngày chốt số liệu:', 'ngày 21/6/2023'],
  ])('is read from the cell beside its label: "%s"', (label, date) => {
    const reading = dated([label, date]);
    expect([reading.asOf, complaints(reading)]).toEqual(['2023-06-21', []]);
  });

  it('is asked about where tables name different months, though months mean their last day', () => {
    const month = (n: number): { rows: Rows } => ({
      rows: [['GIẢI NGÂN VỐN NĂM 2023'], [`Tháng ${n} năm 2023`], ['ĐVT: triệu đồng'], ...TABLE],
    });
    const other: Rows = [
      ['STT', 'Dự án', 'Tổng số hộ', 'Đã bàn giao'],
      [1, 'Đường A', 10, 5],
    ];
    const sheets = [month(6), { rows: [['TIẾN ĐỘ GPMB'], ['Tháng 5 năm 2023'], ...other] }];
    const reading = readSheets(sheets, { vagueDates: 'last-day' });
    expect([reading.asOf, complaints(reading)]).toEqual([null, ['RET-DATES-DIFFER A2']]);
  });

  it('is asked about where the day of the report stands beside one that nothing explains', () => {
    const reading = dated(['Báo cáo ngày 24/6/2023'], ['Ngày 21/6/2023']);
    expect(reading.findings[0]).toMatchObject({ code: 'RET-DATES-DIFFER', asks: 'as-of' });
    expect(reading.findings[0]?.choices?.map(({ value }) => value)).toEqual(['2023-06-24', '2023-06-21']);
  });

  it('is read from a date cell, in the 1900 and in the 1904 system', () => {
    expect(dated(['Số liệu đến ngày:', { date: 45098 }]).asOf).toBe('2023-06-21');
    const rows: Rows = [
      ['GIẢI NGÂN VỐN NĂM 2023'],
      ['Số liệu đến ngày:', { date: 43636 }],
      ['ĐVT: triệu đồng'],
      ...TABLE,
    ];
    expect(readSheets([{ rows }], {}, true).asOf).toBe('2023-06-21');
  });

  it('is not the date of a decision, of the report or of the signature', () => {
    const reading = dated(
      ['(Kèm theo Báo cáo số 112/BC-BQL ngày 22/6/2023)'],
      ['Căn cứ Quyết định số 9001/QĐ-UBND ngày 15/12/2022'],
      ['Số liệu đến ngày 21/6/2023'],
    );
    expect(reading.asOf).toBe('2023-06-21');
    const signed = readTable([...TABLE, [], [null, null, 'Thăng Bình, ngày 24 tháng 6 năm 2023']]);
    expect(signed.asOf).toBe('2023-06-21');
  });

  it.each([
    ['Tháng 6 năm 2023'],
    ['Tuần 25 năm 2023'],
    ['Số liệu đến ngày 31/6/2023'],
    ['Ngày 21/6/2023'],
    [''],
  ])('is asked for when only "%s" is said', (text) => {
    const reading = dated([text === '' ? null : text]);
    expect(reading.asOf).toBeNull();
    expect(complaints(reading)).toEqual([expect.stringMatching(/^RET-DATE-UNKNOWN/)]);
  });

  it('is asked for when two are stated, above the table and over its column', () => {
    const rows: Rows = [
      ['STT', 'Tên dự án', 'Kế hoạch vốn năm 2023', 'Giải ngân đến 14/6/2023'],
      [1, 'Đường A', 100, 50],
    ];
    expect(complaints(readTable(rows))).toEqual(['RET-DATES-DIFFER D4']);
  });

  it('tells this week’s column from last week’s', () => {
    const reading = readTable([
      ['STT', 'Tên dự án', 'Kế hoạch vốn năm 2023', 'Giải ngân đến 14/6/2023', 'Giải ngân đến 21/6/2023'],
      [1, 'Đường A', 100, 40, 50],
    ]);
    expect(complaints(reading)).toEqual([]);
    expect(reading.total.disbursed).toBe('50000000');
  });

  it('is questioned when it lies in the future of the business clock, if there is one', () => {
    expect(complaints(readTable(TABLE))).toEqual([]);
    const today = { today: '2023-06-01' as NonNullable<Parameters<typeof readTable>[2]>['today'] & string };
    expect(complaints(readTable(TABLE, [], today))).toEqual(['RET-DATE-FUTURE']);
  });

  it('leaves the plan year open in January, when two are', () => {
    const rows = (date: string): Rows => [
      ['BÁO CÁO GIẢI NGÂN'],
      [date],
      ['ĐVT: triệu đồng'],
      ['STT', 'Tên dự án', 'Kế hoạch vốn', 'Giải ngân'],
      [1, 'Đường A', 100, 50],
    ];
    expect(complaints(readSheets([{ rows: rows('Số liệu đến ngày 15/1/2024') }]))).toEqual([
      'RET-YEAR-UNKNOWN',
    ]);
    expect(readSheets([{ rows: rows('Số liệu đến ngày 15/2/2024') }]).planYear).toBe(2024);
  });
});
