import type { Reading } from '../model/reading';
import { complaints, readSheets, type Rows, sumsByType } from '../testing/read-sheet';

const TITLE: Rows = [
  ['KHO BẠC NHÀ NƯỚC KHU VỰC I'],
  ['TÌNH HÌNH THANH TOÁN VỐN ĐẦU TƯ CÔNG NĂM 2026'],
  ['Số liệu đến ngày 30/11/2026'],
  ['Đơn vị: triệu đồng'],
];
const read = (rows: Rows, merges: readonly string[] = []): Reading =>
  readSheets([{ name: 'KB', rows: [...TITLE, ...rows], merges }]);
const lines = ({ projects }: Reading): string[] =>
  projects.flatMap(({ code, lines: own }) =>
    own.map((l) => `${code ?? ''} ${l.planType} ${l.source} ${l.planned ?? ''} ${l.disbursed ?? ''}`),
  );

describe('a statement whose amounts stand in lines by source beneath each project', () => {
  const HEAD = [
    'STT',
    'Mã dự án',
    'Dự án / Nguồn vốn',
    'Mã nguồn',
    'Loại kế hoạch vốn',
    'Kế hoạch',
    'Thanh toán',
  ];
  const table = (whole: number): Rows => [
    HEAD,
    [null, null, 'TỔNG SỐ', null, null, whole + 40, 90],
    ['I', '3029123', 'Ban Quản lý dự án khu vực', null, null, whole + 40, 90],
    [1, '7900001', 'Đường A', null, null, whole, 70],
    [null, null, 'Vốn đầu tư NSĐP', 42, 'Kế hoạch năm', 100, 50],
    [null, null, 'Ghi thu, ghi chi vốn vay ngoài nước', 52, 'Kế hoạch năm', 30, 10],
    [null, null, 'Vốn đầu tư NSĐP', 42, 'Kế hoạch năm trước kéo dài', 20, 10],
    [2, '7900002', 'Cầu B', null, null, 40, 20],
    [null, null, 'Vốn đầu tư NSĐP', 43, 'Kế hoạch năm', 40, 20],
  ];

  it('takes them by the Treasury’s code of each, whatever they are called; the owner’s code is no project’s', () => {
    const reading = read(table(150));
    expect(complaints(reading)).toEqual([]);
    expect(lines(reading)).toEqual([
      '7900001 current-year treasury-source-42 100000000 50000000',
      '7900001 current-year treasury-source-52 30000000 10000000',
      '7900001 carried-over treasury-source-42 20000000 10000000',
      '7900002 current-year treasury-source-43 40000000 20000000',
    ]);
    expect(sumsByType(reading)).toEqual(['170000000', '80000000', '20000000', '10000000']);
  });

  it('holds their sum against the project’s own row', () => {
    expect(complaints(read(table(160)))).toContain('RET-TOTAL-DIFFERS F8');
  });
});

describe('a statement that names code and project on the first of their lines', () => {
  const rows: Rows = [
    ['Mã DA', 'Tên dự án', 'Năm KHV', 'Mã nguồn', 'KHV được giao', 'Thanh toán lũy kế'],
    ['Chủ đầu tư: Ban QLDA khu vực Đông Hải (ĐVQHNS 3035521)'],
    ['7900001', 'Đường A', 2026, 42, 100, 50],
    [null, null, 2026, 43, 30, 10],
    [null, null, 2025, 42, 20, 15],
    [null, null, 2024, 42, 10, 5],
    [null, 'Cộng CĐT', null, null, 160, 80],
    ['Chủ đầu tư: UBND xã Yên Lạc (ĐVQHNS 1151318)'],
    ['7900002', 'Cầu B', 2025, 42, 40, 20],
    [null, 'Cộng CĐT', null, null, 40, 20],
    [null, 'TỔNG CỘNG', null, null, 200, 100],
  ];
  const merges = ['A6:F6', 'A12:F12'];

  it('gives the others to it, and what was planned for earlier years to the plan carried over', () => {
    const reading = read(rows, merges);
    expect(complaints(reading)).toEqual([]);
    expect(lines(reading)).toEqual([
      '7900001 current-year treasury-source-42 100000000 50000000',
      '7900001 current-year treasury-source-43 30000000 10000000',
      '7900001 carried-over treasury-source-42 30000000 20000000',
      '7900002 carried-over treasury-source-42 40000000 20000000',
    ]);
  });

  it('asks of what plan a later year is', () => {
    const later = rows.map((row) => row.map((cell) => (cell === 2024 ? 2027 : cell)));
    expect(complaints(read(later, merges))).toEqual(['RET-ROW-UNCLEAR C10']);
  });
});
