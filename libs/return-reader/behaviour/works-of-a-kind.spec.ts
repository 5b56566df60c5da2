import fc from 'fast-check';
import { DONG_PER_UNIT } from '@thongvon/kernel';
import { knownKey } from '../checks/implausible-amounts';
import type { ReadingOptions } from '../model/options';
import type { Reading } from '../model/reading';
import { complaints, readInUnit, type Rows } from '../testing/read-sheet';

const HEAD = ['STT', 'Tên dự án', 'Kế hoạch vốn', 'Giải ngân', 'Tỷ lệ (%)'];
const read = (unit: string, rows: Rows, options: ReadingOptions = {}, head = HEAD): Reading =>
  readInUnit(unit, [head, ...rows], options);

const COMMUNE_WORKS = [
  'Đường GTNT thôn Hai',
  'Nhà văn hóa thôn Trà Long',
  'Kênh mương nội đồng thôn Bốn',
  'Trường mẫu giáo Bình Dương',
  'Sửa chữa trụ sở UBND xã',
  'Đường bê tông thôn Một',
  'Nghĩa trang nhân dân xã',
  'Chợ trung tâm xã',
  'Điện chiếu sáng công cộng xã Bình Dương',
];

describe('amounts that works of their kind don’t take', () => {
  it('nine commune works in tỷ for triệu: a question about the unit, without any ledger', () => {
    const rows = COMMUNE_WORKS.map((name, n) => [n + 1, name, 900 + n * 233, 400 + n]);
    const reading = read('ĐVT: tỷ đồng', rows);
    expect(complaints(reading)).toEqual(['RET-UNIT-SUSPECT A3']);
    expect(reading.findings[0]?.asks).toBe('unit');
    expect(complaints(read('ĐVT: triệu đồng', rows))).toEqual([]);
  });

  it('2,45 triệu for a road: a question about the unit', () => {
    expect(complaints(read('ĐVT: triệu đồng', [[1, 'Đường ĐH.09 đoạn qua thôn Hai', 2.45, 1]]))).toEqual([
      'RET-UNIT-SUSPECT A3',
    ]);
  });

  it('a whole table in tỷ under “triệu đồng”, with works up to 31,5 triệu: a question about the unit', () => {
    const rows: Rows = [
      [1, 'Đường GTNT thôn Lạc Câu', 18.75, 10.5],
      [2, 'Nhà văn hóa thôn Duy Hà', 9.6, 7.5],
      [3, 'Mương thoát nước', 6.836, 1.5],
      [4, 'Trường mẫu giáo Bình Đào', 31.5, 13.5],
      [5, 'Cầu Bà Tư', 27, 3.75],
    ];
    expect(complaints(read('ĐVT: triệu đồng', rows))).toEqual(['RET-UNIT-SUSPECT A3']);
    expect(complaints(read('ĐVT: tỷ đồng', rows))).toEqual([]);
  });

  it.each(['Quyết toán đường ĐH.09', 'Lập quy hoạch đường ven sông', 'Trả nợ đường GTNT thôn Hai'])(
    'what is small by nature is asked nothing: %s',
    (name) => expect(complaints(read('ĐVT: triệu đồng', [[1, name, 2.45, 1]]))).toEqual([]),
  );

  it('national works are asked nothing', () => {
    expect(complaints(read('ĐVT: tỷ đồng', [[1, 'Đường vành đai 3', 8_000, 900]]))).toEqual([]);
  });
});

describe('a project that is really large among its neighbours', () => {
  const small = fc.array(fc.integer({ min: 300, max: 2_000 }), { minLength: 3, maxLength: 6 });
  const HEADS = ['STT', 'Mã dự án', 'Tên dự án', 'Kế hoạch vốn', 'Giải ngân'];
  const NAMES = ['Đường Đông Tây xã Bình Đào', 'Khu xử lý nước thải', 'Sân vận động xã Bình Dương'];
  const dong = (million: number): string => (BigInt(million) * DONG_PER_UNIT['million-dong']).toString();

  it('is asked about unless the ledger has its plan, or its last figure, of that magnitude', () => {
    fc.assert(
      fc.property(
        small,
        fc.constantFrom(...NAMES),
        fc.integer({ min: 350, max: 900 }),
        fc.boolean(),
        fc.constantFrom<'planned' | 'disbursed'>('planned', 'disbursed'),
        fc.double({ min: 0.02, max: 50, noNaN: true }),
        (plans, name, times, coded, field, share) => {
          const largest = Math.max(...plans) * times;
          const code = '7900009';
          const rows: Rows = [
            ...plans.map((planned, n) => [n + 1, `790000${n}`, `Mương số ${n + 1}`, planned, planned / 4]),
            [plans.length + 1, coded ? code : null, name, largest, largest / 5],
          ];
          const asked = (booked?: number): string[] => {
            const key = knownKey({ code: coded ? code : null, name });
            const known = booked === undefined ? {} : { known: { [field]: { [key]: dong(booked) } } };
            return complaints(read('ĐVT: triệu đồng', rows, known, HEADS)).filter((text) =>
              text.includes('UNIT'),
            );
          };
          expect(asked()).toEqual([`RET-UNIT-SUSPECT D${rows.length + 4}`]);
          // What was paid before is no more than what has been by now.
          const booked = field === 'planned' ? share : 0.02 + share / 300;
          expect(asked(Math.ceil(largest * booked))).toEqual([]);
          // The ledger says that it is a thousandth of what is read: then it is asked, of whatever is at fault.
          expect(asked(Math.floor(largest / 1_000))).not.toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('confirms the unit of commune works that take more than works of their kind do', () => {
    const rows: Rows = COMMUNE_WORKS.map((name, n) => [n + 1, `790010${n}`, name, 900 + n * 233, 400 + n]);
    const booked = (per: number) =>
      Object.fromEntries(rows.map((row, n) => [`790010${n}`, dong(Number(row[3]) * per)]));
    const asked = (known: Record<string, string>): string[] =>
      complaints(read('ĐVT: tỷ đồng', rows, { known: { planned: known } }, HEADS));
    expect(asked(booked(1_000))).toEqual([]);
    expect(asked(booked(1))).not.toEqual([]);
  });
});
