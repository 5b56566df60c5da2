import type { LandClearanceReading } from '../model/reading';
import { complaints, readSheets, type Rows } from '../testing/read-sheet';

type Expected = Partial<LandClearanceReading>;

/** Header rows, the one project's figures behind its name, merges, and what is to be read. */
const TABLES: readonly (readonly [string, Rows, Rows[number], readonly string[], Expected])[] = [
  [
    'areas in hectares beside households',
    [
      [
        'Tổng diện tích (ha)',
        'Diện tích đã BGMB (ha)',
        'Tổng số hộ',
        'Số hộ đã nhận tiền BT',
        'Số hộ còn vướng',
      ],
    ],
    [12.5, 10.25, 100, 80, 20],
    [],
    { area: '125000', areaHandedOver: '102500', households: 100, paid: 80, handedOver: null },
  ],
  [
    'steps that the reading has no place for',
    [
      [
        'Số hộ phải GPMB',
        'Đã đo đạc, kiểm đếm',
        'Đã công khai PA',
        'Đã duyệt PA',
        'Đã chi trả',
        'Đã bàn giao',
      ],
    ],
    [100, 90, 80, 70, 60, 50],
    [],
    { households: 100, inventoried: 90, approved: 70, paid: 60, handedOver: 50 },
  ],
  [
    'households and land under captions of their own',
    [
      ['Hộ', null, null, null, 'Đất (m2)', null],
      ['Tổng', 'Kiểm đếm', 'Chi trả', 'Bàn giao', 'Tổng', 'Bàn giao'],
    ],
    [100, 90, 60, 50, 5_000, 4_000],
    ['C4:F4', 'G4:H4'],
    { households: 100, inventoried: 90, paid: 60, handedOver: 50, area: '5000', areaHandedOver: '4000' },
  ],
  [
    'parcels beside households',
    [['Số thửa', 'Số hộ', 'Số thửa đã bàn giao', 'Số hộ đã bàn giao']],
    [150, 100, 80, 50],
    [],
    { households: 100, handedOver: 50 },
  ],
  [
    'the week beside what is cumulative',
    [['Tổng số hộ', 'Bàn giao trong tuần', 'Lũy kế bàn giao', 'Chi trả trong tuần', 'Lũy kế chi trả']],
    [100, 5, 50, 6, 60],
    [],
    { households: 100, handedOver: 50, paid: 60 },
  ],
  [
    'households and money of those to be paid, paid, and not yet paid',
    [
      ['Phải bồi thường', null, 'Đã chi trả', null, 'Chưa chi trả', null],
      ['Số hộ', 'Số tiền', 'Số hộ', 'Số tiền', 'Số hộ', 'Số tiền'],
    ],
    [100, 500, 60, 300, 40, 200],
    ['C4:D4', 'E4:F4', 'G4:H4'],
    { households: 100, paid: 60, compensation: '500000000', compensated: '300000000' },
  ],
  ...['Số mồ mả phải di dời (cái)', 'Số mồ mả', 'Mồ mả (ngôi)', 'Số ngôi mộ', 'Số mộ cần cải táng'].map(
    (caption) =>
      [
        `graves under “${caption}”, and what only lacks its accents`,
        [['Số hộ', 'Số hộ đã bàn giao', caption, 'Ngày mở thầu']],
        [100, 50, 26, 12],
        [],
        { households: 100, handedOver: 50, graves: 26 },
      ] as const,
  ),
];

describe('a land-clearance table', () => {
  it.each(TABLES)('with %s', (_what, header, figures, merges, expected) => {
    const [first = [], ...more] = header;
    const reading = readSheets([
      {
        rows: [
          ['BÁO CÁO TIẾN ĐỘ GIẢI PHÓNG MẶT BẰNG NĂM 2023'],
          ['Số liệu đến ngày 21/6/2023'],
          ['ĐVT: triệu đồng'],
          ['STT', 'Dự án', ...first],
          ...more.map((row) => [null, null, ...row]),
          [1, 'Đường A', ...figures],
        ],
        merges,
      },
    ]);
    expect(complaints(reading)).toEqual([]);
    expect(reading.landClearance).toEqual([expect.objectContaining(expected) as unknown]);
  });
});

describe('a count of households', () => {
  it.each([12.5, -3, 'khoảng 20'])(
    'is whole and not less than nothing: %s stops the return',
    (households) => {
      const reading = readSheets([
        {
          rows: [
            ['BÁO CÁO TIẾN ĐỘ GIẢI PHÓNG MẶT BẰNG NĂM 2023'],
            ['Số liệu đến ngày 21/6/2023'],
            ['STT', 'Dự án', 'Tổng số hộ', 'Số hộ đã bàn giao'],
            [1, 'Đường A', 100, 50],
            [2, 'Đường B', 40, households],
          ],
        },
      ]);
      expect(complaints(reading)).toEqual(['RET-COUNT-NOT-A-NUMBER D5']);
      expect(reading.landClearance[1]?.handedOver).toBeNull();
    },
  );
});

describe('a remark of a land-clearance table', () => {
  const noted = (caption: string | readonly string[], texts = ['Đang bổ sung hồ sơ tháng 7']) => {
    const captions = [caption].flat();
    return readSheets([
      {
        rows: [
          ['BÁO CÁO TIẾN ĐỘ GIẢI PHÓNG MẶT BẰNG NĂM 2023'],
          ['Số liệu đến ngày 21/6/2023'],
          ['STT', 'Dự án', 'Số hộ', 'Số hộ đã bàn giao', ...captions],
          [1, 'Đường A', 100, 50, ...captions.flatMap(() => texts)],
        ],
      },
    ]).landClearance[0];
  };

  it.each([
    'Ghi chú',
    'Ghi chú thêm',
    'Tiến độ thực hiện',
    'Khó khăn, vướng mắc / Ghi chú',
    'Ghi chú, vướng mắc',
  ])('under “%s” is no blocker', (caption) => {
    expect(noted(caption)).toMatchObject({ blocker: null, note: 'Đang bổ sung hồ sơ tháng 7' });
  });

  it.each(['Vướng mắc', 'Khó khăn, vướng mắc', 'Nguyên nhân chậm', 'Nguyên nhân giải ngân chậm'])(
    'under “%s” is one',
    (caption) => expect(noted(caption)).toMatchObject({ blocker: 'Đang bổ sung hồ sơ tháng 7' }),
  );

  it.each(['Khó khăn, vướng mắc / Ghi chú', 'Tiến độ, vướng mắc'])(
    'that speaks of an obstacle is a blocker under “%s”, with its cell',
    (caption) =>
      expect(noted(caption, ['04 hộ không nhận tiền'])).toMatchObject({
        blocker: '04 hộ không nhận tiền',
        cells: { blocker: { cell: 'E4' } },
      }),
  );

  it('beside a blocker stays a remark', () => {
    expect(noted(['Vướng mắc', 'Ghi chú thêm'])).toMatchObject({
      blocker: 'Đang bổ sung hồ sơ tháng 7',
      note: 'Đang bổ sung hồ sơ tháng 7',
      cells: { note: { cell: 'F4' } },
    });
  });
});
