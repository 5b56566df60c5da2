import { complaints, readSheets, readTable, TITLE, type Rows } from '../testing/read-sheet';
import type { Reading } from '../model/reading';

const lines = (reading: Reading, project = 0): string[] =>
  (reading.projects[project]?.lines ?? []).map(
    (l) => `${l.source} ${l.planned ?? '?'} ${l.disbursed ?? '?'}`,
  );

const HEAD = ['STT', 'Tên dự án', 'Mã dự án', 'Nguồn vốn', 'Kế hoạch vốn', 'Giải ngân'];
const BY_SOURCE = ['provincial-budget 100000000 60000000', 'district-budget 50000000 20000000'];

describe('one project of several sources', () => {
  it.each<[string, Rows, string[]]>([
    [
      'repeats its name',
      [
        [1, 'Đường A', '7900001', 'NS tỉnh', 100, 60],
        [1, 'Đường A', '7900001', 'NS huyện', 50, 20],
      ],
      [],
    ],
    [
      'leaves its name blank',
      [
        [1, 'Đường A', '7900001', 'NS tỉnh', 100, 60],
        [null, null, null, 'NS huyện', 50, 20],
      ],
      [],
    ],
    [
      'merges its name',
      [
        [1, 'Đường A', '7900001', 'NS tỉnh', 100, 60],
        [null, null, null, 'NS huyện', 50, 20],
      ],
      ['A5:A6', 'B5:B6', 'C5:C6'],
    ],
  ])('%s', (_, rows, merges) => {
    const reading = readTable([HEAD, ...rows, [null, 'TỔNG CỘNG', null, null, 150, 80]], merges);
    expect(complaints(reading)).toEqual([]);
    expect(lines(reading)).toEqual(BY_SOURCE);
  });

  it('stands under a heading for each source', () => {
    const reading = readTable([
      ['STT', 'Tên dự án', 'Mã dự án', 'Kế hoạch vốn', 'Giải ngân'],
      ['A', 'NGUỒN NGÂN SÁCH TỈNH', null, 100, 60],
      [1, 'Đường A', '7900001', 100, 60],
      ['B', 'NGUỒN NGÂN SÁCH HUYỆN', null, 50, 20],
      [1, 'Đường A', '7900001', 50, 20],
    ]);
    expect(complaints(reading)).toEqual([]);
    expect(lines(reading)).toEqual(BY_SOURCE);
  });

  it('has a row for each source beneath it, whose sum is checked and not added', () => {
    const rows = (total: number): Rows => [
      ['STT', 'Tên dự án', 'Mã dự án', 'Kế hoạch vốn', 'Giải ngân'],
      [1, 'Đường A', '7900001', total, 80],
      ['-', 'Ngân sách tỉnh', null, 100, 60],
      ['-', 'Ngân sách huyện', null, 50, 20],
    ];
    expect(lines(readTable(rows(150)))).toEqual(BY_SOURCE);
    expect(complaints(readTable(rows(160)))).toEqual(['RET-TOTAL-DIFFERS D5']);
  });

  it('has a sheet for each source', () => {
    const sheet = (name: string, planned: number, disbursed: number) => ({
      name,
      rows: [
        ...TITLE,
        ['STT', 'Tên dự án', 'Mã dự án', 'Kế hoạch vốn', 'Giải ngân'],
        [1, 'Đường A', '7900001', planned, disbursed],
      ],
    });
    expect(lines(readSheets([sheet('NS tỉnh', 100, 60), sheet('NS huyện', 50, 20)]))).toEqual(BY_SOURCE);
  });

  it('keeps a disbursement merged over its sources, or without any, apart: never split by guess', () => {
    const merged = readTable(
      [HEAD, [1, 'Đường A', '7900001', 'NS tỉnh', 100, 80], [null, null, null, 'NS huyện', 50]],
      ['A5:A6', 'B5:B6', 'C5:C6', 'F5:F6'],
    );
    expect(lines(merged)).toEqual([
      'provincial-budget 100000000 ?',
      'unspecified ? 80000000',
      'district-budget 50000000 ?',
    ]);
    const columns = readTable(
      [
        ['STT', 'Tên dự án', 'Kế hoạch vốn', null, null, 'Giải ngân'],
        [null, null, 'Tổng số', 'NST', 'NSH'],
        [1, 'Đường A', 150, 100, 50, 80],
      ],
      ['C4:E4'],
    );
    expect(lines(columns)).toEqual([
      'provincial-budget 100000000 ?',
      'district-budget 50000000 ?',
      'unspecified ? 80000000',
    ]);
    expect(columns.projects[0]).toMatchObject({ planned: '150000000', disbursed: '80000000' });
  });

  it('may list only some of its sources, the rest staying unspecified', () => {
    const reading = readTable(
      [
        ['STT', 'Tên dự án', 'Kế hoạch vốn', null, 'Giải ngân'],
        [null, null, 'Tổng số', 'Trong đó: NSTW'],
        [1, 'Đường A', 100, 60, 50],
        [2, 'Đường B', 50, null, 10],
      ],
      ['C4:D4'],
    );
    expect(complaints(reading)).toEqual([]);
    expect(lines(reading)).toEqual(['central-budget 60000000 ?', 'unspecified 40000000 50000000']);
  });

  it('is repeated when nothing sets its rows apart', () => {
    const reading = readTable([
      HEAD,
      [1, 'Đường A', '7900001', 'NS tỉnh', 100, 60],
      [2, 'Đường A', '7900001', 'NS tỉnh', 50, 20],
    ]);
    expect(complaints(reading)).toEqual(['RET-PROJECT-REPEATED C6']);
    expect(reading.projects).toMatchObject([{ repeated: true }]);
  });
});

describe('the name of a source', () => {
  it('that nobody has listed gets a code of its own words', () => {
    const reading = readTable([HEAD, [1, 'Đường A', '7900001', 'Vốn vay WB', 100, 60]]);
    expect(reading.projects[0]?.lines[0]).toMatchObject({ source: 'von-vay-wb', sourceLabel: 'Vốn vay WB' });
  });

  it('may stand among other words of a caption', () => {
    const reading = readTable([
      ['STT', 'Tên dự án', 'KH vốn NST', 'KH vốn NS huyện', 'Giải ngân NST', 'Giải ngân NSH'],
      [1, 'Đường A', 100, 50, 60, 20],
    ]);
    expect(lines(reading)).toEqual(BY_SOURCE);
  });

  it('is none of the two that a caption joins', () => {
    const reading = readTable(
      [
        ['STT', 'Tên dự án', 'Kế hoạch vốn', null, null, 'Giải ngân'],
        [null, null, 'Tổng số', 'NS Trung ương, tỉnh', 'NS huyện'],
        [1, 'Đường A', 150, 100, 50, 80],
      ],
      ['C4:E4'],
    );
    expect(reading.projects[0]?.lines[0]?.source).toBe('ns-trung-uong-tinh');
  });
});

describe('a caption with words of its own beside a source', () => {
  const rows: Rows = [
    ['STT', 'Tên dự án', 'KHV năm 2023', 'Vốn đã giải ngân từ NSNN', 'Vốn đã giải ngân từ nguồn khác'],
    [1, 'Đường A', 100, 30, 10],
    [2, 'Cầu B', 200, 80, 10],
  ];

  it('may be another source as well as the total: a person says which', () => {
    const reading = readTable(rows);
    expect(complaints(reading)).toEqual(['RET-COLUMN-AMBIGUOUS D4']);
    expect(reading.findings[0]?.choices?.map(({ value }) => value)).toEqual([
      'D=disbursed,E=ignored',
      'E=disbursed,D=ignored',
      'D=disbursed,E=disbursed-increase',
    ]);
  });

  it('is added where they say so', () => {
    const columns = ['D=disbursed', 'E=disbursed-increase'].map((part) => {
      const [column = '', meaning = ''] = part.split('=');
      return { sheet: 'GN', column, meaning };
    });
    const reading = readTable(rows, [], { columns });
    expect([complaints(reading), reading.total.disbursed]).toEqual([[], '130000000']);
  });
});

describe('columns of sources beneath the budget or programme that they are part of', () => {
  const BESIDE = ['Vốn trong nước', 'Vốn nước ngoài', 'Cân đối ngân sách', 'Thu sử dụng đất'];
  const table = (programmes: readonly [string, string], outer: string | null): Reading =>
    readTable(
      [
        [
          'STT',
          'Tên dự án',
          'Kế hoạch vốn năm 2023',
          null,
          null,
          null,
          null,
          null,
          null,
          'Giải ngân',
          'Tỷ lệ',
        ],
        [null, null, 'Tổng số', 'NS trung ương', null, 'NS tỉnh', null, outer, null],
        [null, null, null, ...BESIDE, ...programmes],
        [1, 'Đường A', 100, 10, 20, 30, 40, null, null, 50, 50],
        [2, 'Chợ B', 70, null, null, null, null, 70, null, 35, 50],
        [3, 'Trường C', 90, null, null, 30, null, null, 60, 45, 50],
      ],
      ['C4:I4', 'D5:E5', 'F5:G5', ...(outer === null ? [] : ['H5:I5'])],
    );

  it.each([
    [['Nông thôn mới', 'Giảm nghèo bền vững'], 'CTMTQG'],
    [['NTM', 'GNBV'], 'Chương trình mục tiêu quốc gia'],
    [['CTMTQG xây dựng nông thôn mới', 'CTMTQG giảm nghèo bền vững'], 'Vốn CTMTQG'],
    [['Chương trình nông thôn mới', 'Chương trình giảm nghèo'], 'CTMTQG'],
  ] as const)('are distinguished: %s under “%s”', (programmes, outer) => {
    const reading = table(programmes, outer);
    expect(complaints(reading)).toEqual([]);
    const planned = reading.projects.map(({ lines: own }) =>
      own.flatMap((l) => (BigInt(l.planned ?? 0) === 0n ? [] : [`${l.source} ${l.planned}`])),
    );
    expect(planned).toEqual([
      ['central-budget 10000000', 'oda 20000000', 'provincial-budget 30000000', 'land-use-fees 40000000'],
      ['national-target-programme-new-rural 70000000'],
      ['provincial-budget 30000000', 'national-target-programme-poverty-reduction 60000000'],
    ]);
  });

  it('keep a word among their amounts as a mistake', () => {
    const reading = readTable(
      [
        ['STT', 'Tên dự án', 'Kế hoạch vốn năm 2023', null, null, 'Giải ngân'],
        [null, null, 'Tổng số', 'NS tỉnh', 'Nguồn xã hội hóa'],
        [1, 'Đường A', 100, 60, 'chưa có', 50],
      ],
      ['C4:E4'],
    );
    expect(complaints(reading)).toEqual(['RET-AMOUNT-NOT-A-NUMBER E6']);
  });

  it('that are asked about make no right sum wrong', () => {
    const reading = table(['Nguồn NTM', 'Nguồn xây dựng nông thôn mới'], 'CTMTQG');
    expect(new Set(complaints(reading))).toEqual(new Set(['RET-COLUMN-AMBIGUOUS H6']));
  });
});
