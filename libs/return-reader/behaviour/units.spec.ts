import { complaints, readSheets, readTable, said, TITLE, type Rows } from '../testing/read-sheet';

const HEAD = ['STT', 'Tên dự án', 'Kế hoạch vốn', 'Giải ngân'];
const under = (unit: string | null, ...rows: Rows): ReturnType<typeof readSheets> =>
  readSheets([{ name: 'GN', rows: [...TITLE.slice(0, 2), [unit], HEAD, ...rows] }]);

describe('the unit of a table', () => {
  it('is asked for when none is stated, and an answer settles it', () => {
    const reading = under(null, [1, 'Đường A', 100, 50]);
    expect(complaints(reading)).toEqual(['RET-UNIT-UNKNOWN C4']);
    expect(reading.total.planned).toBeNull();
    const rows: Rows = [...TITLE.slice(0, 2), [null], HEAD, [1, 'Đường A', 100, 50]];
    const answered = readSheets([{ name: 'GN', rows }], { units: [{ sheet: 'GN', unit: 'million-dong' }] });
    expect(complaints(answered)).toEqual([]);
    expect(answered.total.planned).toBe('100000000');
  });

  it('is asked for when two are stated above one table', () => {
    const rows: Rows = [
      ['GIẢI NGÂN NĂM 2023', null, 'ĐVT: đồng'],
      TITLE[1] ?? [],
      ['ĐVT: triệu đồng'],
      HEAD,
      [1, 'Đường A', 100, 50],
    ];
    expect(complaints(readSheets([{ rows }]))).toEqual([expect.stringMatching(/^RET-UNIT-SUSPECT/)]);
  });

  it('is asked for when two are stated, though the amounts may be in either', () => {
    const rows: Rows = [
      ['GIẢI NGÂN NĂM 2023', null, 'ĐVT: triệu đồng'],
      TITLE[1] ?? [],
      ['ĐVT: nghìn đồng'],
      HEAD,
      [1, 'Đường A', 950_000, 50_000],
    ];
    const { findings, total } = readSheets([{ rows }]);
    expect(findings).toMatchObject([{ code: 'RET-UNIT-SUSPECT', asks: 'unit', cell: 'A3' }]);
    expect(total.planned).toBeNull();
  });

  it('may differ per column and per table of one sheet', () => {
    const reading = readSheets([
      {
        rows: [
          ...TITLE,
          HEAD,
          [1, 'Đường A', 100, 50],
          [null, 'Cộng', 100, 50],
          [],
          ['II. CÁC DỰ ÁN DO XÃ QUẢN LÝ'],
          ['ĐVT: đồng'],
          ['STT', 'Tên dự án', 'Kế hoạch vốn (nghìn đồng)', 'Giải ngân'],
          [1, 'Đường B', 200_000, 70_000_000],
        ],
      },
    ]);
    expect(complaints(reading)).toEqual([]);
    expect(reading.total).toMatchObject({ planned: '300000000', disbursed: '120000000' });
  });

  it('is suspected when the amounts would be absurd, or a sentence states a total a thousand times as large', () => {
    expect(complaints(under('ĐVT: đồng', [1, 'Đường A', 20_932.822, 9_000]))).toEqual([
      'RET-UNIT-SUSPECT A3',
    ]);
    expect(complaints(under('ĐVT: tỷ đồng', [1, 'Đường A', 1_250_000_000, 5]))).toEqual([
      'RET-UNIT-SUSPECT A3',
    ]);
    const rows: Rows = [
      ...TITLE.slice(0, 2),
      ['Tổng kế hoạch vốn: 100 tỷ đồng'],
      ['ĐVT: triệu đồng'],
      HEAD,
      [1, 'Đường A', 100, 50],
    ];
    expect(complaints(readSheets([{ rows }]))).toEqual(['RET-UNIT-SUSPECT A4']);
  });

  it('is suspected against what is known of the projects', () => {
    const rows: Rows = [
      ['STT', 'Tên dự án', 'Mã dự án', 'Kế hoạch vốn', 'Giải ngân'],
      [1, 'Đường A', '7900001', 100, 50],
    ];
    const known = { planned: { '7900001': '100000000000' } };
    expect(complaints(readTable(rows, [], { known }))).toEqual(['RET-UNIT-SUSPECT A3']);
    expect(complaints(readTable(rows, [], { known: { planned: { '7900001': '90000000' } } }))).toEqual([]);
  });

  it('is not overruled silently by a unit typed in one cell', () => {
    expect(complaints(under('ĐVT: triệu đồng', [1, 'Đường A', '1,5 tỷ', 50]))).toEqual([
      'RET-UNIT-SUSPECT C5',
    ]);
    expect(complaints(under('ĐVT: triệu đồng', [1, 'Đường A', '150,5 tr', 50]))).toEqual([]);
  });

  it('that is typed in a cell is named with what is read, where nothing is asked about it', () => {
    const same = under('ĐVT: triệu đồng', [1, 'Đường A', '150,5 tr', 50]);
    expect(said(same)).toEqual(['info RET-UNIT-TYPED C5']);
    expect(same.findings[0]?.message).toBe(
      'Ô C5 ghi “150,5 tr” kèm đơn vị; hệ thống đọc là 150.500.000 đồng.',
    );
    expect(said(under('ĐVT: triệu đồng', [1, 'Đường A', '1,5 tỷ', 50]))).not.toContain(
      'info RET-UNIT-TYPED C5',
    );
    expect(said(under(null, [1, 'Đường A', '1,5 tỷ', '500 tr'], [2, 'Đường B', '700 tr', '-']))).toEqual([
      'info RET-UNIT-TYPED C5',
      'info RET-UNIT-TYPED D5',
      'info RET-UNIT-TYPED C6',
    ]);
  });
});
