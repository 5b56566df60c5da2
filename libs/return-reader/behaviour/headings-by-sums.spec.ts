import fc from 'fast-check';
import type { Reading } from '../model/reading';
import { complaints, readTable, said, type Rows } from '../testing/read-sheet';

type Row = (string | number | null)[];

const CODED = ['STT', 'Tên dự án', 'Mã dự án', 'Kế hoạch vốn năm 2023', 'Giải ngân'];
const codes = (reading: Reading): unknown => reading.projects.map(({ code }) => code);
const total = ({ total: { planned, disbursed } }: Reading): unknown => [planned, disbursed];

/** A programme of two parts, each with its projects; the marks are what offices put before such headings. */
const programme = (marks: readonly [Row[0], Row[0]], project: Row[0], closing: boolean): Rows => {
  const of = (mark: Row[0], name: string, sums: [number, number], projects: Row[]): Row[] => [
    [mark, name, null, ...sums],
    ...projects,
    ...(closing ? [[null, `Cộng ${name.toLowerCase()}`, null, ...sums]] : []),
  ];
  const at = (n: number): Row[0] => (project === 1 ? n : project);
  return [
    CODED,
    [null, 'TỔNG CỘNG', null, 650, 325],
    ['I', 'Giao thông', null, 150, 70],
    [1, 'Đường tránh đèo', '7900009', 100, 50],
    [2, 'Cầu Vĩnh Hòa', '7900008', 50, 20],
    ['II', 'Chương trình nước sạch', null, 500, 255],
    ...of(
      marks[0],
      'Tiểu dự án 1',
      [300, 150],
      [
        [at(1), 'Kênh chính', '7900001', 100, 50],
        [at(2), 'Hồ chứa', '7900002', 200, 100],
      ],
    ),
    ...of(
      marks[1],
      'Tiểu dự án 2',
      [200, 105],
      [
        [at(1), 'Trạm bơm', '7900003', 120, 60],
        [at(2), 'Đập dâng', '7900004', 80, 45],
      ],
    ),
  ];
};

const MARKS: readonly (readonly [Row[0], Row[0]])[] = [
  [null, null],
  ['II.1', 'II.2'],
  ['-', '-'],
  ['(1)', '(2)'],
  ['a', 'b'],
  ['+', '+'],
  ['*', '*'],
  [1, 2],
];

describe('a heading without a code that states what its lines make', () => {
  it.each(MARKS)('is one whatever its mark: %s, %s', (...marks) => {
    for (const closing of [false, true])
      for (const project of [1, '-', null]) {
        const reading = readTable(programme(marks, project, closing));
        expect([said(reading), total(reading)]).toEqual([[], ['650000000', '325000000']]);
        expect(codes(reading)).toEqual(['7900009', '7900008', '7900001', '7900002', '7900003', '7900004']);
      }
  });

  it.each<[string, Rows]>([
    [
      'the mark of its projects',
      [
        [1, 'Giao thông', null, 150, 70],
        [1, 'Đường tránh đèo', '7900001', 100, 50],
        [2, 'Cầu Vĩnh Hòa', '7900002', 50, 20],
        [2, 'Thủy lợi', null, 30, 10],
        [1, 'Kênh chính', '7900003', 30, 10],
      ],
    ],
    [
      'the mark of the heading above it',
      [
        ['A', 'Chuyển tiếp', null, 150, 70],
        ['A', 'Giao thông', null, 100, 50],
        [1, 'Đường tránh đèo', '7900001', 100, 50],
        ['B', 'Thủy lợi', null, 50, 20],
        [1, 'Cầu Vĩnh Hòa', '7900002', 50, 20],
        ['B', 'Khởi công mới', null, 30, 10],
        [1, 'Kênh chính', '7900003', 30, 10],
      ],
    ],
  ])('is one with %s, of one project too, where the total says so', (_, rows) => {
    for (const coded of [true, false]) {
      const withTotal = [CODED, ...rows, [null, 'Tổng cộng', null, 180, 80]];
      const reading = readTable(
        coded ? withTotal : withTotal.map((row) => row.filter((_cell, i) => i !== 2)),
      );
      expect([complaints(reading), total(reading)]).toEqual([[], ['180000000', '80000000']]);
      expect(reading.projects).toHaveLength(3);
    }
  });

  it('is one also where the table states no total: never counted with its lines', () => {
    for (const marks of MARKS) {
      const rows = programme(marks, 1, false).filter(([, name]) => name !== 'TỔNG CỘNG');
      const bare = rows.map((row) => (row[0] === 'I' || row[0] === 'II' ? row.slice(0, 2) : row));
      expect([marks, total(readTable(bare))]).toEqual([marks, ['650000000', '325000000']]);
    }
  });

  it('says what it rests on', () => {
    const { evidence } = readTable(programme(['-', '-'], 1, false));
    expect(evidence?.filter(({ decision, chosen }) => decision === 'rows' && chosen === 'heading')).toEqual([
      expect.objectContaining({ by: 'witnesses', rows: [6, 9, 10, 13], count: 4 }),
    ]);
  });

  it('is a mistake to be mended where it states something else', () => {
    const rows = programme(['-', '-'], 1, false).map((row) =>
      row[1] === 'Tiểu dự án 1' ? [...row.slice(0, 3), 330, 150] : row,
    );
    expect(complaints(readTable(rows))).not.toEqual([]);
  });

  it('is no project with equal amounts that the total counts', () => {
    const reading = readTable([
      CODED,
      [1, 'Đường tránh đèo', null, 150, 70],
      [2, 'Cầu Vĩnh Hòa', '7900002', 100, 50],
      [3, 'Kênh chính', '7900003', 50, 20],
      [null, 'Tổng cộng', null, 300, 140],
    ]);
    expect([complaints(reading), reading.projects.length]).toEqual([[], 3]);
  });
});

interface Group {
  readonly mark: Row[0];
  readonly of: readonly (Group | readonly [number, number])[];
}

const { group } = fc.letrec<{ group: Group }>((tie) => ({
  group: fc.record({
    mark: fc.constantFrom<Row[0]>(null, 'II.1', '-', '(1)', 'a', '+', '*', 1, 'A', 'I'),
    of: fc.array(
      fc.oneof(
        { depthSize: 'small', maxDepth: 2 },
        fc.tuple(fc.integer({ min: 1000, max: 60_000 }), fc.integer({ min: 100, max: 999 })),
        tie('group'),
      ),
      { minLength: 2, maxLength: 4 },
    ),
  }),
}));

const isGroup = (part: Group | readonly [number, number]): part is Group => 'mark' in part;
const leavesOf = ({ of }: Group): (readonly [number, number])[] =>
  of.flatMap((part) => (isGroup(part) ? leavesOf(part) : [part]));
const sumOf = (leaves: readonly (readonly [number, number])[], column: 0 | 1): number =>
  leaves.reduce((sum, leaf) => sum + leaf[column], 0);

describe('a table of headings with any marks', () => {
  it('is read as its projects, each once, if every heading states their sum', () => {
    fc.assert(
      fc.property(group, fc.boolean(), (whole, numbered) => {
        let code = 7_900_000;
        let heading = 0;
        const rowsOf = ({ of }: Group): Row[] => {
          let n = 0;
          return of.flatMap((part): Row[] => {
            if (!isGroup(part))
              return [[numbered ? (n += 1) : null, `Đường số ${(code += 1)}`, String(code), ...part]];
            const leaves = leavesOf(part);
            return [
              [part.mark, `Lĩnh vực ${(heading += 1)}`, null, sumOf(leaves, 0), sumOf(leaves, 1)],
              ...rowsOf(part),
            ];
          });
        };
        const leaves = leavesOf(whole);
        const reading = readTable([
          CODED,
          [null, 'TỔNG CỘNG', null, sumOf(leaves, 0), sumOf(leaves, 1)],
          ...rowsOf(whole),
        ]);
        expect(complaints(reading)).toEqual([]);
        expect(total(reading)).toEqual([0, 1].map((c) => `${sumOf(leaves, c as 0 | 1)}000000`));
        expect(reading.projects.map(({ planned }) => planned)).toEqual(
          leaves.map(([plan]) => `${plan}000000`),
        );
      }),
      { numRuns: Number(process.env['RUNS'] ?? 40) },
    );
  });
});
