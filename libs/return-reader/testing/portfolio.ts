import fc from 'fast-check';
import type { AmountUnit, Dong, ProjectGroup } from '@thongvon/kernel';

/** An invented project with its true amounts in đồng. */
export interface TestProject {
  readonly code: string;
  readonly name: string;
  readonly section: number;
  readonly field: number;
  /** By source, in the order of the portfolio's sources; null where the project has nothing of it. */
  readonly sources: readonly ({ planned: Dong; completed: Dong; advance: Dong } | null)[];
  readonly carriedOver: { planned: Dong; disbursed: Dong } | null;
  readonly totalInvestment: Dong;
  readonly note: string;
}

export interface TestPortfolio {
  readonly unit: AmountUnit;
  /** Decimals with which amounts are written in the unit. */
  readonly decimals: number;
  readonly sources: readonly string[];
  readonly projects: readonly TestProject[];
}

const STEP: Readonly<Record<AmountUnit, readonly [decimals: number, dong: bigint][]>> = {
  dong: [[0, 1n]],
  'thousand-dong': [
    [0, 1_000n],
    [3, 1n],
  ],
  'million-dong': [
    [0, 1_000_000n],
    [1, 100_000n],
    [3, 1_000n],
    [6, 1n],
  ],
  'billion-dong': [
    [1, 100_000_000n],
    [3, 1_000_000n],
    [6, 1_000n],
  ],
};

const NAMES = [
  'Đường nối khu dân cư Đồng Tiến đi cầu Bà Rén',
  'Cầu Vĩnh Hòa và đường hai đầu cầu',
  'Trường THCS Lý Thường Kiệt - Nhà lớp học 08 phòng',
  'Khu tái định cư An Lộc (Giai đoạn 2)',
  'Kênh mương N4 xã Phú Sơn',
  'Nghĩa trang nhân dân Tây Sơn',
  'Trạm y tế thị trấn Hòa Bình',
  'Nâng cấp đường ĐH12 đoạn Km2+300 - Km5',
  'Chợ trung tâm xã Đại An, hạng mục nhà lồng',
  'Cống thoát nước thôn Ba',
  'Công viên hồ Đông',
  'Tổng kho vật tư nông nghiệp',
  'Hệ thống cấp nước sạch xã Tân Hiệp',
  'Nhà văn hóa thôn Trung Chánh',
  'Kè chống sạt lở bờ sông Trường Giang',
  'Sửa chữa trụ sở UBND xã Bình Lâm',
  'Vốn đối ứng dự án cấp điện nông thôn',
  'Quốc lộ 40B đoạn tránh thị trấn',
];

export const SECTIONS = ['DỰ ÁN CHUYỂN TIẾP', 'DỰ ÁN KHỞI CÔNG MỚI', 'DỰ ÁN HOÀN THÀNH'] as const;
/** The group of the projects in each section. */
export const SECTION_GROUPS: readonly ProjectGroup[] = ['ongoing', 'new-start', 'completed'];
export const FIELDS = ['Giao thông', 'Thủy lợi', 'Giáo dục và đào tạo'] as const;
const SOURCE_NAMES = [
  'Ngân sách tỉnh',
  'Ngân sách huyện',
  'Tiền sử dụng đất',
  'Ngân sách Trung ương',
  'CTMTQG xây dựng nông thôn mới',
  'Nguồn xã hội hóa',
] as const;

/** Portfolios whose amounts can be written in some unit with few decimals. */
export function portfolios(): fc.Arbitrary<TestPortfolio> {
  return fc.constantFrom<AmountUnit>('dong', 'thousand-dong', 'million-dong', 'billion-dong').chain((unit) =>
    fc.constantFrom(...STEP[unit]).chain(([decimals, step]) =>
      fc
        .record({
          unit: fc.constant(unit),
          decimals: fc.constant(decimals),
          sources: fc.shuffledSubarray([...SOURCE_NAMES], { minLength: 2, maxLength: 3 }),
        })
        .chain(({ sources }) =>
          projects(step, sources.length).map((list) => ({ unit, decimals, sources, projects: list })),
        ),
    ),
  );
}

function projects(step: bigint, sources: number): fc.Arbitrary<TestProject[]> {
  const most = 60_000_000_000n / step;
  const least = 300_000_000n / step + 1n;
  const amount = fc.bigInt({ min: least, max: most }).map((n) => n * step);
  const share = fc.integer({ min: 0, max: 100 });
  const ofSource = fc
    .record({ planned: amount, spent: share, advanced: share })
    .map(({ planned, spent, advanced }) => {
      const disbursed = part(planned, spent, step);
      const advance = part(disbursed, advanced, step);
      return { planned, completed: disbursed - advance, advance };
    });
  const project = fc.record({
    code: fc.integer({ min: 800_000, max: 8_999_999 }).map((n) => String(n).padStart(7, '0')),
    name: fc.constantFrom(...NAMES),
    section: fc.integer({ min: 0, max: SECTIONS.length - 1 }),
    field: fc.integer({ min: 0, max: FIELDS.length - 1 }),
    sources: fc
      .array(fc.option(ofSource, { freq: 3 }), { minLength: sources, maxLength: sources })
      .filter((list) => list.some((s) => s !== null)),
    carriedOver: fc.option(
      fc.tuple(amount, share).map(([planned, spent]) => ({ planned, disbursed: part(planned, spent, step) })),
      { freq: 1 },
    ),
    totalInvestment: amount.map((a) => a * 3n),
    note: fc.constantFrom('', 'Vướng mặt bằng 3 hộ', 'Đang thi công', 'Chờ phê duyệt giá đất năm 2023'),
  });
  return fc
    .uniqueArray(project, { minLength: 2, maxLength: 9, selector: (p) => p.name })
    .filter((list) => new Set(list.map((p) => p.code)).size === list.length);
}

function part(whole: Dong, percent: number, step: bigint): Dong {
  return (((whole / step) * BigInt(percent)) / 100n) * step;
}
