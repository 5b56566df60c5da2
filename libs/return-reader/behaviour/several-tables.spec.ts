import type { ReadingOptions } from '../model/options';
import type { Reading } from '../model/reading';
import {
  complaints,
  datedSheet,
  type HandSheet,
  meanings,
  readSheets,
  readTable,
  type Rows,
  TITLE,
} from '../testing/read-sheet';

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

describe('a file with a board’s return and the Treasury’s statement', () => {
  const treasury: HandSheet = {
    name: 'KB',
    rows: [['KHO BẠC NHÀ NƯỚC KHU VỰC XIV'], ...datedSheet('KB', '31/5/2023', 14_000).rows],
  };
  const sheets = [datedSheet('Ban', '31/5/2023', 15_002), treasury];

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
