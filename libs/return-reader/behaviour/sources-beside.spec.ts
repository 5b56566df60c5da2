import fc from 'fast-check';
import type { Reading } from '../model/reading';
import type { ReadingOptions } from '../model/options';
import { complaints, readTable, type Rows, withAnswer } from '../testing/read-sheet';

const WHOLE = 'Kế hoạch vốn năm 2023';
const table = (captions: readonly string[], rows: readonly (readonly number[])[]): Rows => [
  ['STT', 'Tên dự án', WHOLE, ...captions, 'Giải ngân'],
  ...rows.map((row, i) => [i + 1, `Đường số ${i + 1}`, ...row, 100]),
];
const read = (
  captions: readonly string[],
  rows: readonly (readonly number[])[],
  options: ReadingOptions = {},
): Reading => readTable(table(captions, rows), [], options);

const planned = ({ projects }: Reading): unknown =>
  projects.map(({ lines }) =>
    lines.flatMap(({ source, planned }) => (planned === null ? [] : [`${source} ${planned}`])),
  );

const question = ({ findings }: Reading) => findings.find(({ severity }) => severity === 'question');

/** The options once a choice of the table's one question has been taken. */
function taking(reading: Reading, value: string): ReadingOptions {
  const asked = question(reading);
  if (!asked) throw new Error('nothing is asked');
  const { code, sheet, cell } = asked;
  return withAnswer({}, { asks: 'column', code, sheet, cell, value, reason: null });
}

describe('sources in one row of captions, right behind the amount that they make', () => {
  it.each([
    [['NS tỉnh', 'NS huyện']],
    [['Trong đó: NS tỉnh', 'Trong đó: NS huyện']],
    [['Trong đó: NS tỉnh', 'NS huyện']],
    [['Tr.đó NS tỉnh (triệu đồng)', 'NS huyện (triệu đồng)']],
  ])('are its sources: %j', (captions) => {
    const reading = read(captions, [
      [9000, 5000, 4000],
      [8000, 8000, 0],
    ]);
    expect(complaints(reading)).toEqual([]);
    expect(planned(reading)).toEqual([
      ['provincial-budget 5000000000', 'district-budget 4000000000'],
      ['provincial-budget 8000000000', 'district-budget 0'],
    ]);
  });

  it('stop the return where each says “trong đó” and together they are more than the whole', () => {
    const reading = read(['Trong đó: NS tỉnh', 'Trong đó: NS huyện'], [[9000, 6000, 4000]]);
    expect(complaints(reading)).toEqual(['RET-PARTS-EXCEED D5']);
  });

  it('are asked about where they say nothing of a whole and don’t make it', () => {
    for (const rows of [
      [
        [9000, 6000, 4000],
        [8000, 5000, 3500],
      ],
      [
        [9000, 2000, 4000],
        [8000, 3000, 3500],
      ],
    ])
      expect(complaints(read(['NS tỉnh', 'NS huyện'], rows))).toEqual(['RET-COLUMN-AMBIGUOUS C4']);
  });

  it('that are some of the sources are left with a rest of unknown source once a person says so', () => {
    const rows = [
      [9000, 2000, 4000],
      [8000, 3000, 3500],
    ];
    const reading = read(['NS tỉnh', 'NS huyện'], rows);
    const value = 'C=planned,D=planned:current-year:provincial-budget,E=planned:current-year:district-budget';
    expect(question(reading)?.choices?.[0]?.value).toBe(value);
    const answered = read(['NS tỉnh', 'NS huyện'], rows, taking(reading, value));
    expect(complaints(answered)).toEqual([]);
    expect(planned(answered)).toEqual([
      ['provincial-budget 2000000000', 'district-budget 4000000000', 'unspecified 3000000000'],
      ['provincial-budget 3000000000', 'district-budget 3500000000', 'unspecified 1500000000'],
    ]);
  });

  it.each([
    [
      ['Nguồn ABC', 'Nguồn XYZ'],
      ['nguon-abc', 'nguon-xyz'],
    ],
    [
      ['KHV tỉnh', 'KHV huyện'],
      ['provincial-budget', 'district-budget'],
    ],
    [['Vốn khai thác bến bãi'], ['von-khai-thac-ben-bai']],
  ])('are never dropped in silence where nobody has listed them: %j', (captions, sources) => {
    const rows = captions.length === 1 ? [[9000, 9000]] : [[9000, 5000, 4000]];
    const reading = read(captions, rows);
    expect(complaints(reading)).toEqual(['RET-COLUMN-AMBIGUOUS C4']);
    for (const [i, { value }] of (question(reading)?.choices ?? []).entries()) {
      const answered = read(captions, rows, taking(reading, value));
      expect(complaints(answered)).toEqual([]);
      expect(answered.total).toEqual(reading.total);
      expect(answered.projects[0]?.lines.map(({ source }) => source)).toEqual(
        i === 0 ? [...sources, 'unspecified'] : ['unspecified'],
      );
    }
  });

  it('are never dropped in silence where their amounts can be read in two ways', () => {
    const rows: Rows = [
      ['STT', 'Tên dự án', WHOLE, 'Nguồn ABC', 'Giải ngân'],
      [1, 'Đường số 1', 9000, '1.500', 100],
    ];
    expect(complaints(readTable(rows))).toContain('RET-COLUMN-AMBIGUOUS C4');
  });

  it('keep the plan whole, and are split or asked about, whatever they are called and come to', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 400, max: 5000 }), fc.integer({ min: 400, max: 5000 })), {
          minLength: 1,
          maxLength: 5,
        }),
        // Not within rounding, of which total-rounding speaks.
        fc.oneof(fc.constant(0), fc.integer({ min: -300, max: -10 }), fc.integer({ min: 10, max: 300 })),
        fc.constantFrom('', 'Trong đó: ', 'Nguồn '),
        fc.shuffledSubarray(['NS tỉnh', 'NS huyện', 'NS xã', 'đấu giá', 'ABC'], {
          minLength: 2,
          maxLength: 2,
        }),
        (rows, off, opening, names) => {
          // Nothing tells that columns are sources of which no caption says so.
          fc.pre(opening === 'Nguồn ' || names.some((name) => name.startsWith('NS')));
          const wholes = rows.map(([a, b]) => a + b + off);
          const reading = read(
            names.map((name) => `${opening}${name}`),
            rows.map(([a, b], i) => [wholes[i] ?? 0, a, b]),
          );
          if (complaints(reading).length > 0) return;
          expect(reading.projects.map((project) => project.planned)).toEqual(
            wholes.map((whole) => `${whole}000000`),
          );
          // Nothing was said or asked: the split is in the lines, none of which is less than nothing.
          const sums = reading.projects.map(({ lines }) =>
            lines.filter(({ source }) => source !== 'unspecified').map((line) => line.planned),
          );
          expect(sums.every((amounts) => amounts.length > 0)).toBe(true);
          expect(reading.projects.flatMap(({ lines }) => lines).some((l) => l.planned?.startsWith('-'))).toBe(
            false,
          );
        },
      ),
      { numRuns: 100 },
    );
  });
});
