import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { type ProjectGroup, sumDong } from '@thongvon/kernel';
import { openWorkbook } from '@thongvon/workbook-io';
import type { ProjectReading, Reading } from '../model/reading';
import { readWorkbook } from '../read-workbook';
import { complaints, meanings, readSheets, readTable, type Rows } from '../testing/read-sheet';
import { groupIn } from '../values/group-text';

const HEAD = ['STT', 'Tên dự án', 'Kế hoạch vốn', 'Giải ngân'];
const groups = ({ projects }: Reading): string[] =>
  projects.map(({ name, group }) => `${name}: ${group ? `${group.group} ${group.cell.cell}` : 'null'}`);
/** All of the reading but the groups, and the names of headings in it. */
const amounts = ({ projects }: Reading): unknown =>
  projects.map(({ group: _, ...rest }: ProjectReading) => rest);

const NAMED: Readonly<Record<ProjectGroup, readonly string[]>> = {
  ongoing: [
    'DỰ ÁN CHUYỂN TIẾP',
    'Công trình chuyển tiếp (03 dự án)',
    'CÔNG TRÌNH CHUYỂN TIẾP TỪ XÃ CŨ',
    'Dự án chuyển tiếp hoàn thành sau năm 2023',
    'Các dự án chuyển tiếp, dự kiến hoàn thành trong năm 2023',
  ],
  'new-start': [
    'DỰ ÁN KHỞI CÔNG MỚI NĂM 2023',
    'Khởi công mới',
    'Công trình xây dựng mới',
    'Danh mục dự án khởi công mới giai đoạn 2023-2025',
  ],
  completed: [
    'DỰ ÁN HOÀN THÀNH, TRẢ NỢ XÂY DỰNG CƠ BẢN',
    'Trả nợ quyết toán',
    'Dự án hoàn thành năm 2022',
    'Dự án hoàn thành, bàn giao, đưa vào sử dụng đến ngày 31/12/2022',
    'DỰ ÁN ĐANG CHỜ QUYẾT TOÁN',
    'Dự án hoàn thành chưa phê duyệt quyết toán',
    'Trả nợ công trình tiếp nhận từ xã, thị trấn cũ',
    'Thanh toán nợ XDCB',
  ],
  preparation: ['Chuẩn bị đầu tư', 'Vốn chuẩn bị đầu tư', 'Vốn CBĐT'],
};

describe('what a label says of the group of projects', () => {
  it.each(Object.entries(NAMED).flatMap(([group, labels]) => labels.map((label) => [label, group])))(
    '%s: %s',
    (label, group) => {
      expect(groupIn(label, 2023)).toBe(group);
      expect(groupIn(`A. ${label}`, 2023)).toBe(group);
      expect(groupIn(label.normalize('NFD').toUpperCase(), 2023)).toBe(group);
    },
  );

  it.each([
    'Giao thông - đường bộ',
    'NGUỒN NGÂN SÁCH TỈNH',
    'Vốn năm trước chuyển tiếp sang',
    'Vốn kéo dài năm 2022 sang năm 2023',
    'Dự án dự kiến hoàn thành năm 2023',
    'Dự án hoàn thành năm 2023',
    'Dự án khởi công mới năm 2022',
    'Nâng cấp đường chuyển tiếp Bình Phú',
    'Thanh toán khối lượng hoàn thành',
    'Nhóm B',
    'UBND xã Bình Dương',
  ])('%s: none', (label) => expect(groupIn(label, 2023)).toBeUndefined());

  it.each(['Dự án hoàn thành và chuyển tiếp', 'Chuẩn bị đầu tư và thực hiện dự án'])(
    '%s: nobody can tell which',
    (label) => expect(groupIn(label, 2023)).toBe('unclear'),
  );
});

describe('the group of a project', () => {
  it('is that of the heading over it, with its cell, in the sample of a board', () => {
    const file = path.resolve(__dirname, '../../../test/fixtures/returns/board-weekly-2023-06-21.xlsx');
    const { projects } = readWorkbook(openWorkbook(readFileSync(file)));
    const sums = (group: ProjectGroup): unknown[] => {
      const own = projects.filter((project) => project.group?.group === group);
      const sum = (field: 'planned' | 'disbursed') => sumDong(own.map((each) => BigInt(each[field] ?? 0)));
      return [
        own.length,
        new Set(own.map((each) => each.group?.cell.cell)),
        sum('planned'),
        sum('disbursed'),
      ];
    };
    expect(sums('ongoing')).toEqual([14, new Set(['B12']), 348_011_459_000n, 203_564_434_000n]);
    expect(sums('new-start')).toEqual([8, new Set(['B34']), 69_262_048_000n, 8_994_073_000n]);
    expect(sums('completed')).toEqual([3, new Set(['B51']), 10_863_493_000n, 10_863_493_000n]);
  });

  it('is that of the nearest heading that names one; none where that names several', () => {
    const reading = readTable([
      HEAD,
      ['A', 'Dự án chuyển tiếp', 6000, 3000],
      ['I', 'Giao thông', 3000, 1000],
      [1, 'Đường A', 3000, 1000],
      ['II', 'Trả nợ quyết toán', 3000, 2000],
      [1, 'Đường B', 3000, 2000],
      ['B', 'Dự án hoàn thành và khởi công mới', 5000, 500],
      ['I', 'Giao thông', 2000, 200],
      [1, 'Đường C', 2000, 200],
      ['II', 'Chuẩn bị đầu tư', 3000, 300],
      [1, 'Đường D', 3000, 300],
    ]);
    expect(complaints(reading)).toEqual([]);
    expect(groups(reading)).toEqual([
      'Đường A: ongoing B5',
      'Đường B: completed B8',
      'Đường C: null',
      'Đường D: preparation B13',
    ]);
  });

  it('is what its row says in a column of groups, before any heading', () => {
    const reading = readTable([
      ['STT', 'Tên dự án', 'Loại dự án', 'Kế hoạch vốn', 'Giải ngân'],
      ['A', 'Dự án chuyển tiếp', null, 6000, 3000],
      [1, 'Đường A', 'Khởi công mới', 3000, 1000],
      [2, 'Đường B', null, 3000, 2000],
    ]);
    expect(complaints(reading)).toEqual([]);
    expect(meanings(reading)).toMatchObject({ C: 'group' });
    expect(groups(reading)).toEqual(['Đường A: new-start C6', 'Đường B: ongoing B5']);
  });

  it('isn’t the category by size that the law gives: “Nhóm | B”', () => {
    const reading = readTable([
      ['STT', 'Tên dự án', 'Nhóm', 'Kế hoạch vốn', 'Giải ngân'],
      [1, 'Đường A', 'B', 3000, 1000],
      [2, 'Đường B', 'C', 3000, 2000],
    ]);
    expect(meanings(reading)).toMatchObject({ C: 'ignored' });
    expect(groups(reading)).toEqual(['Đường A: null', 'Đường B: null']);
  });

  it('isn’t said by the name of a project, nor of one that stands under two', () => {
    const reading = readTable([
      HEAD,
      ['A', 'Nguồn ngân sách tỉnh', 6000, 3000],
      ['I', 'Chuyển tiếp', 6000, 3000],
      [1, 'Đường A', 3000, 1000],
      [2, 'Trả nợ quyết toán đường B', 3000, 2000],
      ['B', 'Nguồn ngân sách huyện', 8000, 3000],
      ['I', 'Trả nợ', 3000, 2000],
      [1, 'Đường A', 3000, 2000],
      ['II', 'Khởi công mới năm 2022', 5000, 1000],
      [1, 'Đường C', 5000, 1000],
    ]);
    expect(complaints(reading)).toEqual([]);
    expect(groups(reading)).toEqual([
      'Đường A: null',
      'Trả nợ quyết toán đường B: ongoing B6',
      'Đường C: null',
    ]);
  });

  it('goes with each line of a plan', () => {
    const { allocations } = readSheets([
      {
        rows: [
          ['KẾ HOẠCH VỐN ĐẦU TƯ CÔNG NĂM 2023'],
          ['(Kèm theo Quyết định số 12/QĐ-UBND ngày 05/01/2023)'],
          ['ĐVT: triệu đồng'],
          ['STT', 'Tên dự án', 'Kế hoạch vốn năm 2023'],
          ['A', 'Nguồn ngân sách tỉnh', 90],
          ['I', 'Trả nợ XDCB', 40],
          [1, 'Đường A', 40],
          ['II', 'Khởi công mới năm 2023', 50],
          [1, 'Đường B', 50],
        ],
      },
    ]);
    expect(
      allocations.map(({ name, group, source }) => [name, group?.group, group?.cell.cell, source]),
    ).toEqual([
      ['Đường A', 'completed', 'B6', 'provincial-budget'],
      ['Đường B', 'new-start', 'B8', 'provincial-budget'],
    ]);
  });
});

/** Headings of each sort, of which those of groups name one. What opens with "Vốn" is a source of its own words as well. */
const HEADINGS = {
  group: Object.entries(NAMED).flatMap(([group, labels]) =>
    labels.filter((label) => !label.startsWith('Vốn')).map((label) => ({ label, group })),
  ),
  field: ['Giao thông', 'Thủy lợi', 'Giáo dục và đào tạo'].map((label) => ({ label, group: null })),
  source: ['Nguồn ngân sách tỉnh', 'Nguồn ngân sách huyện'].map((label) => ({ label, group: null })),
  owner: ['Ban Quản lý dự án', 'UBND xã Bình Dương'].map((label) => ({ label, group: null })),
} as const;
type Sort = keyof typeof HEADINGS;
const ORDINALS = ['A', 'I', '1'];

describe('headings of groups among headings of sources, owners and fields', () => {
  it('give the group to what stands beneath them, in whatever order they nest, and touch no amount', () => {
    const heading = (sort: Sort) => fc.constantFrom(...HEADINGS[sort]);
    const nested = fc
      .shuffledSubarray<Sort>(['group', 'field', 'source', 'owner'], { minLength: 1, maxLength: 2 })
      .chain((sorts) =>
        fc.array(fc.tuple(...sorts.map(heading), fc.integer({ min: 1, max: 3 })), {
          minLength: 1,
          maxLength: 4,
        }),
      );
    fc.assert(
      fc.property(nested, fc.boolean(), (sections, withSums) => {
        let count = 0;
        const expected: (string | null)[] = [];
        const table = (plain: boolean): Rows => [
          HEAD,
          ...sections.flatMap((section) => {
            const headings = section.slice(0, -1) as { label: string; group: string | null }[];
            const projects = Number(section.at(-1));
            const rows = Array.from({ length: projects }, (_, i) => {
              count += 1;
              return [i + 1, `Đường số ${count}`, 100 + count, 40 + count];
            });
            const sum = (at: number) => rows.reduce((total, row) => total + Number(row[at]), 0);
            if (!plain)
              expected.push(
                ...rows.map(() => headings.findLast(({ group }) => group !== null)?.group ?? null),
              );
            return [
              ...headings.map(({ label, group }, depth) => [
                ORDINALS[depth] ?? '',
                plain && group !== null ? 'Danh mục dự án' : label,
                ...(withSums ? [sum(2), sum(3)] : [null, null]),
              ]),
              ...rows,
            ];
          }),
        ];
        const reading = readTable(table(false));
        count = 0;
        const plain = readTable(table(true));
        expect(reading.projects.map(({ group }) => group?.group ?? null)).toEqual(expected);
        expect(amounts(reading)).toEqual(amounts(plain));
        expect(complaints(reading)).toEqual(complaints(plain));
      }),
      { numRuns: 100 },
    );
  });
});
