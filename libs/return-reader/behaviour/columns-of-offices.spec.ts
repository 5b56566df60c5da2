import type { PlainDate } from '@thongvon/kernel';
import type { Reading } from '../model/reading';
import {
  complaints,
  meanings,
  readSheets,
  readTable,
  type Rows,
  sumsByType,
  TITLE,
} from '../testing/read-sheet';

const day = (text: string): PlainDate => text as PlainDate;
const spent = ({ projects }: Reading): unknown =>
  projects.map(({ planned, disbursed }) => [planned, disbursed]);

describe('columns of decisions under one caption', () => {
  it('may name sources, take away and carry over; what adds them up is the plan', () => {
    const reading = readTable(
      [
        [
          ...['STT', 'Tên dự án', 'Mã dự án', 'KẾ HOẠCH VỐN 2022 KÉO DÀI SANG 2023', null, null],
          ...['KẾ HOẠCH VỐN NĂM 2023', null, null, null, 'TỔNG CỘNG KẾ HOẠCH VỐN (kéo dài + 2023)'],
          ...['GIẢI NGÂN VỐN KÉO DÀI', null, 'GIẢI NGÂN KH NĂM 2023', null, 'TỔNG GIẢI NGÂN'],
        ],
        [
          ...[null, null, null, 'QĐ 96', 'QĐ 231', 'Cộng kéo dài'],
          ...['NQ 61 (đầu năm)', 'QĐ 402 TSDĐ', 'QĐ 455 ĐC giảm', 'Cộng KH 2023', null],
          ...['Trong tuần', 'Lũy kế', 'Trong tuần', 'Lũy kế', 'Lũy kế'],
        ],
        [1, 'Đường A', '7900010', 10, 20, 30, 1000, 200, -700, 500, 530, 1, 20, 10, 300, 320],
        [2, 'Đường B', '7900011', null, null, null, 400, null, null, 400, 400, null, null, 5, 100, 100],
        [3, 'Đường C', '7900012', 40, null, 40, 300, 50, null, 350, 390, 2, 30, 0, 80, 110],
      ],
      ['D4:F4', 'G4:J4', 'K4:K5', 'L4:M4', 'N4:O4'],
    );
    expect(complaints(reading)).toEqual([]);
    expect(sumsByType(reading)).toEqual(['1250000000', '480000000', '70000000', '50000000']);
    expect(meanings(reading)).toMatchObject({ F: 'planned:carried-over', J: 'planned', K: 'planned:all' });
  });
});

describe('what is expected by several days', () => {
  it('is no split by source, and the last day counts', () => {
    const reading = readTable(
      [
        [
          'STT',
          'Tên dự án',
          'Kế hoạch vốn năm 2023',
          'Giải ngân',
          'Uớc chi trong tháng 9/2023',
          'Ước giải ngân',
        ],
        [null, null, null, null, null, 'đến 31/10', 'đến 31/12', 'đến 15/01', 'đến 31/01/2024'],
        [1, 'Đường A', 1000, 500, 10, 600, 700, 800, 900],
      ],
      ['F4:I4'],
    );
    expect(complaints(reading)).toEqual([]);
    expect(meanings(reading)).toMatchObject({ E: 'ignored', F: 'ignored', H: 'ignored', I: 'estimate' });
  });
});

describe('months side by side', () => {
  it('give what they come to behind them', () => {
    const reading = readSheets([
      {
        name: 'TH',
        rows: [
          ['THEO DÕI GIẢI NGÂN TỪNG THÁNG NĂM 2023'],
          ['(6 tháng, số liệu đến hết ngày 30/6/2023)'],
          ['ĐVT: triệu đồng'],
          ['STT', 'Tên dự án', 'KH vốn giao năm 2023', 'Giải ngân trong tháng', null, null, 'Cộng dồn', null],
          [null, null, null, 'T4', 'T5', 'T6', 'Quý I', '6 tháng'],
          [1, 'Đường A', 1000, 100, 50, 25, 200, 375],
          [2, 'Đường B', 500, 0, 0, 5, 40, 45],
        ],
        merges: ['D4:F4', 'G4:H4'],
      },
    ]);
    expect(complaints(reading)).toEqual([]);
    expect(reading.total).toMatchObject({ planned: '1500000000', disbursed: '420000000' });
  });
});

describe('a part of a total that stands behind other parts', () => {
  it('is held against the total, not against what it exceeds on many rows', () => {
    const table = (carried: number): Rows => [
      ['STT', 'Tên dự án', 'Kế hoạch vốn năm 2023', null, null, 'Luỹ kế giải ngân'],
      [
        ...[null, null, 'Tổng', 'Kéo dài', 'Vốn năm 2023'],
        ...['Tổng', 'KLHT', 'Tạm ứng chưa thu hồi', 'Trong đó: vốn kéo dài'],
      ],
      [1, 'Đường A', 1150, 150, 1000, 590, 590, 0, carried],
      [2, 'Đường B', 840, 40, 800, 300, 280, 20, 40],
      [3, 'Đường C', 510, 10, 500, 100, 100, 0, 10],
    ];
    const merges = ['C4:E4', 'F4:I4'];
    expect(complaints(readTable(table(102), merges))).toEqual([]);
    expect(complaints(readTable(table(602), merges))).toContain('RET-PARTS-EXCEED I6');
  });
});

describe('payments that make what was spent of all plans', () => {
  it('are not parts of this year’s', () => {
    const reading = readTable(
      [
        ['STT', 'Tên dự án', 'Kế hoạch vốn', null, null, 'Tổng lũy kế giải ngân', 'Chia theo nội dung', null],
        [null, null, 'Tổng', 'KH 2022 kéo dài', 'KH 2023', null, 'Thanh toán KLHT', 'Tạm ứng chưa thu hồi'],
        ['(1)', '(2)', '(3)=(4)+(5)', '(4)', '(5)', '(6)=(7)+(8)=(9)+(10)', '(7)', '(8)', '(9)', '(10)'],
        [1, 'Đường A', 1100, 100, 1000, 590, 390, 200, 90, 500],
        [2, 'Đường B', 500, 0, 500, 100, 100, 0, 0, 100],
      ].map((row, i) =>
        i === 0
          ? [...row, 'Chia theo loại kế hoạch', null]
          : i === 1
            ? [...row, 'GN vốn kéo dài', 'GN KH 2023']
            : row,
      ),
      ['A4:A5', 'B4:B5', 'C4:E4', 'F4:F5', 'G4:H4', 'I4:J4'],
    );
    expect(complaints(reading)).toEqual([]);
    expect(sumsByType(reading)).toEqual(['1500000000', '600000000', '100000000', '90000000']);
  });
});

describe('what a plan was assigned beyond that of the centre', () => {
  it('is a part of it beneath “trong đó”', () => {
    const reading = readTable(
      [
        ['STT', 'Tên dự án', 'Kế hoạch vốn năm 2023', null, null, 'Giải ngân'],
        [null, null, 'Tổng số', 'Trong đó', null, null],
        [null, null, null, 'Thủ tướng Chính phủ giao', 'Địa phương giao tăng thêm', null],
        [1, 'Đường A', 1000, 800, 200, 900],
        [2, 'Đường B', 500, 500, 0, 100],
      ],
      ['A4:A6', 'B4:B6', 'C4:E4', 'C5:C6', 'D5:E5', 'F4:F6'],
    );
    expect(complaints(reading)).toEqual([]);
    expect(reading.total).toMatchObject({ planned: '1500000000', disbursed: '1000000000' });
  });
});

describe('a programme whose plan is split further than what was spent of it', () => {
  it('is not over its plan for that', () => {
    const reading = readTable(
      [
        ['STT', 'Tên dự án', 'KHV 2023', null, null, null, 'GN KHV 2023', null, null],
        [null, null, 'TỔNG', 'Trong đó', null, null, 'TỔNG', 'Trong đó', null],
        [null, null, null, 'CTMTQG', null, 'NS xã', null, 'CTMTQG', 'NS xã'],
        [null, null, null, 'NSTW', 'Đối ứng NSĐP'],
        [1, 'Đường A', 3019, 1207, 301, 1511, 2136, 1068, 1068],
        [2, 'Đường B', 500, 300, 100, 100, 380, 350, 30],
      ],
      [
        'A4:A7',
        'B4:B7',
        'C4:F4',
        'C5:C7',
        'D5:F5',
        'D6:E6',
        'F6:F7',
        'G4:I4',
        'G5:G7',
        'H5:I5',
        'H6:H7',
        'I6:I7',
      ],
    );
    expect(complaints(reading)).toEqual([]);
    expect(reading.total).toMatchObject({ planned: '3519000000', disbursed: '2516000000' });
  });
});

describe('a statement of the Treasury', () => {
  const read = (rows: Rows, merges: readonly string[] = []): Reading =>
    readSheets([{ name: 'KB', rows: [['KHO BẠC NHÀ NƯỚC KHU VỰC III'], ...TITLE, ...rows], merges }]);

  it('beside the owner’s figures is what the Treasury confirms', () => {
    const reading = read(
      [
        [
          'STT',
          'Tên dự án',
          'Mã dự án',
          'Số liệu của chủ đầu tư',
          null,
          'Số liệu của cơ quan thanh toán',
          null,
        ],
        [
          null,
          null,
          null,
          'Số vốn được giao',
          'Số vốn đã giải ngân',
          'Số vốn được giao',
          'Số vốn đã giải ngân',
        ],
        [1, 'Đường A', '7900010', 1000, 600, 1000, 590],
        [2, 'Đường B', '7900011', 500, 100, 500, 100],
      ],
      ['D5:E5', 'F5:G5'],
    );
    expect(complaints(reading)).toEqual([]);
    expect([reading.kinds, spent(reading)]).toEqual([
      ['treasury'],
      [
        ['1000000000', '590000000'],
        ['500000000', '100000000'],
      ],
    ]);
  });

  it('codes what was carried over by 1 and 2, and sources by their numbers', () => {
    const reading = read([
      [
        'STT',
        'Mã dự án',
        'Tên dự án',
        'Nguồn NSNN',
        'Kéo dài (1: kéo dài; 2: không)',
        'Kế hoạch vốn',
        'Giải ngân',
      ],
      [1, '7900010', 'Đường A', '42', '2', 1000, 500],
      [2, '7900010', 'Đường A', '43', '1', 100, 90],
      [3, '7900011', 'Đường B', '42', '2', 400, 0],
    ]);
    expect(complaints(reading)).toEqual([]);
    expect(sumsByType(reading)).toEqual(['1400000000', '500000000', '100000000', '90000000']);
  });
});

describe('dates beside the day of the figures', () => {
  it.each([
    '(Số liệu đến ngày 31/8/2023, xuất lúc 08:12 ngày 01/9/2023)',
    'Số liệu đến ngày 31/8/2023; in ngày 05/9/2023',
    'Số liệu đến ngày 31/8/2023; chưa gồm chứng từ chờ phê duyệt ngày 01/9/2023',
  ])('are when it was printed or what it leaves out: %s', (statement) => {
    const reading = readSheets([
      {
        name: 'GN',
        rows: [
          ...[['GIẢI NGÂN VỐN ĐẦU TƯ CÔNG NĂM 2023'], [statement], ['ĐVT: triệu đồng']],
          ...[
            ['STT', 'Tên dự án', 'Kế hoạch vốn', 'Giải ngân'],
            [1, 'Đường A', 1000, 500],
          ],
        ],
      },
    ]);
    expect([complaints(reading), reading.asOf]).toEqual([[], '2023-08-31']);
  });

  it('decide between two plan years that the title names', () => {
    const reading = readSheets([
      {
        name: 'B3',
        rows: [
          ['KẾT QUẢ THỰC HIỆN KẾ HOẠCH VỐN NĂM 2022 VÀ TÌNH HÌNH GIẢI NGÂN KẾ HOẠCH VỐN NĂM 2023'],
          ['ĐVT: triệu đồng'],
          ['STT', 'Tên dự án', 'KẾ HOẠCH NĂM 2022', null, 'KẾ HOẠCH NĂM 2023', null],
          [null, null, 'KHV', 'Giải ngân đến 31/01/2023', 'KHV', 'Giải ngân đến 31/8/2023'],
          [1, 'Đường A', 415, 414, 587, 135],
          [2, 'Đường B', 3970, 3953, 4987, 4302],
        ],
        merges: ['C3:D3', 'E3:F3'],
      },
    ]);
    expect([complaints(reading), reading.planYear, reading.asOf]).toEqual([[], 2023, '2023-08-31']);
    expect(reading.total).toMatchObject({ planned: '5574000000', disbursed: '4437000000' });
  });
});

describe('sheets of months', () => {
  const sheet = (month: number, rows: Rows): { name: string; rows: Rows } => ({
    name: `T${month}`,
    rows: [
      [`BÁO CÁO GIẢI NGÂN THÁNG ${month} NĂM 2023`],
      ['ĐVT: triệu đồng'],
      ['STT', 'Tên dự án', 'Kế hoạch vốn năm 2023', `Lũy kế giải ngân đến hết tháng ${month}/2023`],
      ...rows,
    ],
  });
  const filled = [5, 6].map((month) => sheet(month, [[1, 'Đường A', 1000, month * 10]]));

  it('are read by the last that has figures; the form of the next month waits', () => {
    const reading = readSheets([...filled, sheet(7, [])], { today: day('2023-07-03') });
    expect(complaints(reading)).toEqual([]);
    expect([reading.asOf, reading.total.disbursed]).toEqual(['2023-06-30', '60000000']);
  });

  it('are asked about long after the last of them', () => {
    const reading = readSheets(filled, { today: day('2023-09-15') });
    expect(complaints(reading)).toEqual(['RET-DATES-DIFFER A3']);
  });
});
