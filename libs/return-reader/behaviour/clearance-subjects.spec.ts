import fc from 'fast-check';
import { complaints, readSheets, type Rows } from '../testing/read-sheet';
import type { Reading } from '../model/reading';
import type { ReadingOptions } from '../model/options';

function clearance(captions: Rows[number], rows: Rows, options: ReadingOptions = {}): Reading {
  return readSheets(
    [
      {
        name: 'GPMB',
        rows: [
          ['BÁO CÁO TIẾN ĐỘ GIẢI PHÓNG MẶT BẰNG NĂM 2023'],
          ['Số liệu đến ngày 21/6/2023'],
          ['ĐVT: triệu đồng'],
          ['STT', 'Dự án', ...captions],
          ...rows.map((row, n) => [n + 1, `Đường ${n + 1}`, ...row]),
        ],
      },
    ],
    options,
  );
}

const WALKED = ['Số hộ ảnh hưởng', 'Số hộ đã bàn giao', 'Kinh phí BT, HT, TĐC', 'Đã chi trả'];

describe('money beside households', () => {
  it.each([['a number', 38_412.5, '38412500000'] as const, ['a text', '38.412,5', '38412500000'] as const])(
    '“Đã chi trả” behind a column of money is money: %s',
    (_how, paid, dong) => {
      const reading = clearance(WALKED, [[214, 120, 52_300, paid]]);
      expect(complaints(reading)).toEqual([]);
      expect(reading.landClearance).toEqual([
        expect.objectContaining({
          households: 214,
          handedOver: 120,
          paid: null,
          compensation: '52300000000',
          compensated: dong,
        }),
      ]);
    },
  );

  it('“Đã chi trả” behind households counts households', () => {
    const reading = clearance(['Số hộ ảnh hưởng', 'Đã kiểm đếm', 'Đã chi trả'], [[214, 200, 120]]);
    expect(complaints(reading)).toEqual([]);
    expect(reading.landClearance[0]).toMatchObject({ inventoried: 200, paid: 120 });
  });

  it('asks where the values allow both, and reads it as answered', () => {
    const rows = [
      [214, 300, 120],
      [80, 90, 30],
    ];
    const captions = ['Số hộ ảnh hưởng', 'Kinh phí bồi thường', 'Đã chi trả'];
    const asked = clearance(captions, rows);
    expect(complaints(asked)).toEqual(['RET-COLUMN-AMBIGUOUS E4']);
    const [{ choices = [], asks } = {}] = asked.findings;
    expect([asks, choices.map(({ value }) => value)]).toEqual([
      'column',
      ['E=compensated', 'E=paid', 'E=ignored'],
    ]);
    const answer = (meaning: string): Reading =>
      clearance(captions, rows, { columns: [{ sheet: 'GPMB', column: 'E', meaning }] });
    expect(answer('compensated').landClearance[0]).toMatchObject({ compensated: '120000000', paid: null });
    expect(answer('paid').landClearance[0]).toMatchObject({ compensated: null, paid: 120 });
  });

  it('asks what stands behind households and can’t be households', () => {
    const rows = [
      [214, 38_412.5],
      [80, 9_210],
    ];
    expect(complaints(clearance(['Số hộ ảnh hưởng', 'Đã chi trả'], rows))).toEqual([
      'RET-COLUMN-AMBIGUOUS D4',
    ]);
  });

  it('asks what “Đã bàn giao” behind land and households may be, unless its values say it', () => {
    const captions = ['Số hộ ảnh hưởng', 'Diện tích thu hồi (m2)', 'Đã bàn giao'];
    expect(clearance(captions, [[214, 9_000, 4_500]]).landClearance[0]).toMatchObject({
      areaHandedOver: '4500',
      handedOver: null,
    });
    expect(complaints(clearance(captions, [[214, 9_000, 150]]))).toEqual(['RET-COLUMN-AMBIGUOUS E4']);
  });

  it('doesn’t take parcels for households', () => {
    expect(complaints(clearance(['Số hộ', 'Số thửa', 'Đã kiểm đếm'], [[214, 300, 150]]))).toEqual([
      'RET-COLUMN-AMBIGUOUS E4',
    ]);
  });
});

/** Captions with a subject of their own, and the whole that no value of them can exceed. */
const LIMITED = [
  ['Số hộ ảnh hưởng', 'Số hộ đã kiểm đếm', 1],
  ['Số hộ ảnh hưởng', 'Số hộ đã duyệt phương án', 1],
  ['Số hộ ảnh hưởng', 'Số hộ đã chi trả', 1],
  ['Số hộ ảnh hưởng', 'Số hộ đã bàn giao', 1],
  ['Diện tích thu hồi (m2)', 'Diện tích đã bàn giao (m2)', 0.5],
  ['Kinh phí bồi thường được duyệt', 'Kinh phí đã chi trả', 0.5],
] as const;

describe('what is done with households, land and money', () => {
  it('is never silently more than there is: it stops the return at its cell', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...LIMITED),
        fc.array(fc.tuple(fc.nat(300), fc.integer({ min: -300, max: 300 })), { minLength: 1, maxLength: 4 }),
        ([whole, part, step], pairs) => {
          const rows = pairs.map(([most, more]) => [most * step, Math.max(0, most + more) * step]);
          const { findings } = clearance(
            ['Số hộ', whole, part],
            rows.map((row) => [1_000, ...row]),
          );
          const stopped = findings.filter(
            ({ code, severity }) => code === 'RET-CLEARANCE-ORDER' && severity === 'error',
          );
          const wrong = rows.flatMap(([most = 0, less = 0], n) => (less > most ? [`E${n + 5}`] : []));
          expect(stopped.map(({ cell }) => cell)).toEqual(wrong);
          expect(stopped.every(({ asks }) => asks === undefined)).toBe(true);
        },
      ),
      { numRuns: 150 },
    );
  });

  it.each([
    ['Số hộ đã bàn giao', 'Số hộ chưa bàn giao'],
    ['Số hộ đã bàn giao', 'Số hộ còn lại'],
    ['Số hộ đã bàn giao', 'Số hộ còn vướng'],
    ['Số hộ đã chi trả', 'Số hộ chưa nhận tiền'],
    ['Diện tích đã bàn giao (m2)', 'Diện tích chưa bàn giao (m2)'],
  ])('and what is left of them is together never silently more than there is: %s, %s', (done, left) => {
    const whole = done.startsWith('Số hộ') ? 'Tổng số hộ' : 'Diện tích thu hồi (m2)';
    const stopped = (...row: number[]) =>
      clearance(['Số mộ', whole, done, left], [[1, ...row]]).findings.flatMap(({ code, severity, cell }) =>
        severity === 'error' ? [`${code} ${cell ?? ''}`] : [],
      );
    fc.assert(
      fc.property(fc.nat(300), fc.nat(300), fc.integer({ min: -50, max: 50 }), (handedOver, rest, more) => {
        const all = Math.max(handedOver, handedOver + rest - more);
        expect(stopped(all, handedOver, rest)).toEqual(
          handedOver + rest > all ? ['RET-CLEARANCE-ORDER F5'] : [],
        );
      }),
      { numRuns: 15 },
    );
  });

  it('and another stage that is left is no part of what is done', () => {
    const { findings } = clearance(
      ['Số mộ', 'Tổng số hộ', 'Số hộ đã bàn giao', 'Số hộ chưa chi trả'],
      [[1, 10, 8, 9]],
    );
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});

describe('the unit of compensation', () => {
  const captions = ['Số hộ ảnh hưởng', 'Kinh phí bồi thường'];
  const rows = (factor: number): Rows => [
    [118, 61_250 * factor],
    [63, 12_400 * factor],
    [255, 48_700 * factor],
  ];

  it('is asked about where households would be compensated with next to nothing, or with more than any is', () => {
    expect(complaints(clearance(captions, rows(1)))).toEqual([]);
    for (const factor of [0.001, 0.000001, 1_000, 1_000_000])
      expect(complaints(clearance(captions, rows(factor)))).toEqual(['RET-UNIT-SUSPECT A3']);
  });

  it('is asked about again where a wrong one was answered, and is what a person confirms of it', () => {
    const answered = (confirmed: boolean): Reading =>
      clearance(captions, rows(1), {
        units: [{ sheet: 'GPMB', unit: 'dong', ...(confirmed ? { confirmed } : {}) }],
      });
    expect(complaints(answered(false))).toEqual(['RET-UNIT-SUSPECT D4']);
    expect(answered(true).landClearance[0]).toMatchObject({ compensation: '61250' });
  });
});

describe('money right of the households that were paid', () => {
  const readWith = (caption: string): Reading =>
    readSheets([
      {
        name: 'GPMB',
        rows: [
          ['TÌNH HÌNH BỒI THƯỜNG, GIẢI PHÓNG MẶT BẰNG NĂM 2023'],
          ['Số liệu đến ngày 21/6/2023'],
          ['ĐVT: triệu đồng'],
          ['STT', 'Dự án', 'Số hộ ảnh hưởng', 'Số hộ đã chi trả', caption, 'Số hộ bàn giao'],
          [1, 'Đường GTNT thôn Lạc Câu', 214, 120, 38412.5, 118],
          [2, 'Cầu Tây Giang', 46, 29, 5020, 25],
        ],
      },
    ]);

  it.each(['Số tiền', 'Số tiền (triệu đồng)'])('is what they were paid: %s', (caption) => {
    const reading = readWith(caption);
    expect(complaints(reading)).toEqual([]);
    expect(reading.landClearance.map(({ compensation, compensated }) => [compensation, compensated])).toEqual(
      [
        [null, '38412500000'],
        [null, '5020000000'],
      ],
    );
  });

  it('is asked about where it may as well be the compensation of the plan', () => {
    const reading = readWith('Kinh phí');
    expect(complaints(reading)).toHaveLength(1);
    expect(reading.findings[0]?.choices?.length).toBeGreaterThan(1);
    expect(reading.landClearance.map(({ compensation }) => compensation)).toEqual([null, null]);
  });
});
