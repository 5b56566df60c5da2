import fc from 'fast-check';
import { DONG_PER_UNIT, plainDateFromSerial, type Dong } from '@thongvon/kernel';
import type { WorkbookModel } from '@thongvon/workbook-io';
import { CAPTIONS, type Layout, layouts, pick, TOTAL_LABELS, unitStatement, unitWord } from './layout';
import type { TestPortfolio } from './portfolio';
import type { Content } from './read-sheet';
import { type PlainRow, writeAmount, writeTable } from './write-table';
import type { TestColumn } from './write-columns';

/** How far the land of one project is cleared. */
export interface ClearedProject {
  readonly code: string;
  readonly name: string;
  readonly households: number;
  readonly inventoried: number;
  readonly approved: number;
  readonly paid: number;
  readonly handedOver: number;
  /** Whole m². */
  readonly area: number;
  readonly graves: number;
  readonly compensation: Dong;
  readonly compensated: Dong;
  readonly blocker: string;
  readonly unit: string;
  /** A serial number of the 1900 system; 0 for none. */
  readonly due: number;
}

/** How offices lay out land clearance, next to what every layout varies. */
export interface ClearanceLayout {
  readonly base: Layout;
  /** Households under one caption, or each with its own. */
  readonly grouped: boolean;
  readonly hectares: boolean;
  readonly due: 'date' | 'text' | 'none';
  readonly counts: 'number' | 'two digits';
  /** Columns that it lacks. */
  readonly lacks: readonly (keyof typeof CLEARANCE_CAPTIONS)[];
  readonly extras: readonly (keyof typeof EXTRA_CAPTIONS)[];
  readonly title: number;
  /** Columns that name only their step ("Đã chi trả"), behind those that name households or money. */
  readonly bare: readonly ('households' | 'money')[];
}

/** Columns that a table may lack. */
const OPTIONAL = ['inventoried', 'approved', 'paid', 'graves', 'area', 'compensation', 'unit'] as const;

const CLEARANCE_CAPTIONS = {
  households: ['Số hộ bị ảnh hưởng', 'Tổng số hộ', 'Số hộ dân ảnh hưởng', 'Tổng số hộ ảnh hưởng'],
  inventoried: ['Số hộ đã kiểm đếm', 'Số hộ kiểm đếm xong', 'Số hộ đã kiểm kê'],
  approved: ['Số hộ đã phê duyệt phương án', 'Số hộ có phương án được duyệt', 'Số hộ đã duyệt phương án'],
  paid: ['Số hộ đã chi trả', 'Số hộ đã nhận tiền', 'Số hộ đã nhận tiền bồi thường'],
  handedOver: ['Số hộ đã bàn giao mặt bằng', 'Số hộ đã bàn giao', 'Số hộ bàn giao mặt bằng'],
  area: ['Diện tích thu hồi', 'Diện tích đất thu hồi', 'Tổng diện tích phải thu hồi'],
  graves: ['Số mộ phải di dời', 'Số mộ', 'Mồ mả phải di dời'],
  compensation: [
    'Kinh phí bồi thường theo phương án được duyệt',
    'Kinh phí phê duyệt',
    'Tổng kinh phí bồi thường',
  ],
  compensated: ['Kinh phí đã chi trả', 'Số tiền đã chi trả', 'Kinh phí bồi thường đã chi trả'],
  blocker: ['Khó khăn, vướng mắc', 'Vướng mắc', 'Tồn tại, vướng mắc'],
  unit: ['Cơ quan chủ trì', 'Đơn vị chịu trách nhiệm', 'Trách nhiệm xử lý'],
  due: ['Thời hạn hoàn thành', 'Thời gian hoàn thành', 'Hạn xử lý'],
} as const;
const BARE_CAPTIONS: Readonly<
  Record<ClearanceLayout['bare'][number], Partial<Record<keyof typeof CLEARANCE_CAPTIONS, readonly string[]>>>
> = {
  households: {
    inventoried: ['Đã kiểm đếm', 'Kiểm đếm xong'],
    approved: ['Đã phê duyệt phương án', 'Đã duyệt phương án'],
    paid: ['Đã chi trả', 'Đã nhận tiền', 'Đã chi trả tiền'],
    handedOver: ['Đã bàn giao', 'Đã bàn giao mặt bằng'],
  },
  money: {
    compensation: ['Kinh phí BT, HT, TĐC', 'Kinh phí bồi thường, hỗ trợ, tái định cư', 'Kinh phí bồi thường'],
    compensated: ['Đã chi trả', 'Đã chi', 'Đã chi trả tiền'],
  },
};
const EXTRA_CAPTIONS = {
  resettled: 'Số hộ tái định cư',
  notYet: 'Số hộ chưa bàn giao',
  kilometres: 'Số km đã bàn giao',
  rate: 'Tỷ lệ bàn giao (%)',
  owner: 'Chủ đầu tư',
} as const;
const TITLES = [
  'TIẾN ĐỘ BỒI THƯỜNG, GIẢI PHÓNG MẶT BẰNG CÁC DỰ ÁN NĂM 2023',
  'BÁO CÁO CÔNG TÁC GIẢI PHÓNG MẶT BẰNG NĂM 2023',
  'TÌNH HÌNH THỰC HIỆN ĐỀN BÙ, GPMB CÁC CÔNG TRÌNH NĂM 2023',
] as const;

export function clearanceLayouts(): fc.Arbitrary<ClearanceLayout> {
  return fc.record({
    base: layouts(),
    grouped: fc.boolean(),
    hectares: fc.boolean(),
    due: fc.constantFrom<ClearanceLayout['due'][]>('date', 'text', 'none'),
    counts: fc.constantFrom<ClearanceLayout['counts'][]>('number', 'two digits'),
    lacks: fc.shuffledSubarray([...OPTIONAL], { maxLength: 4 }),
    extras: fc.shuffledSubarray(['resettled', 'notYet', 'kilometres', 'rate', 'owner'] as const, {
      maxLength: 3,
    }),
    title: fc.nat(20),
    bare: fc.shuffledSubarray(['households', 'money'] as const),
  });
}

/** The same projects as a portfolio's, with households that become fewer from step to step. */
export function clearedProjects({ projects, unit, decimals }: TestPortfolio): fc.Arbitrary<ClearedProject[]> {
  const step = DONG_PER_UNIT[unit] / 10n ** BigInt(decimals);
  const share = fc.nat(100);
  return fc.tuple(
    ...projects.map(({ code, name, totalInvestment }) =>
      fc
        .record({
          households: fc.nat(250),
          shares: fc.tuple(share, share, share, share, share),
          area: fc.integer({ min: 1, max: 900_000 }),
          graves: fc.nat(80),
          blocker: fc.constantFrom('', '06 hộ chưa thống nhất giá đất', 'Chưa có đất tái định cư cho 9 hộ'),
          unit: fc.constantFrom('', 'UBND xã Bình Dương', 'Trung tâm Phát triển quỹ đất'),
          due: fc.constantFrom(0, 45_107, 45_291),
        })
        .map(({ households, shares, ...more }): ClearedProject => {
          const of = (whole: number, i: number): number => Math.floor((whole * (shares[i] ?? 0)) / 100);
          const inventoried = of(households, 0);
          const approved = of(inventoried, 1);
          const paid = of(approved, 2);
          const compensated = ((totalInvestment / step) * BigInt(shares[4])) / 100n;
          return {
            ...more,
            code,
            name,
            households,
            inventoried,
            approved,
            paid,
            handedOver: of(paid, 3),
            compensation: totalInvestment,
            compensated: compensated * step,
          };
        }),
    ),
  );
}

/** Which of a project's values the table has a column for. */
export function hasColumn({ lacks, due }: ClearanceLayout, key: string): boolean {
  if (key === 'due') return due !== 'none';
  return !lacks.some((gone) => gone === key || (gone === 'compensation' && key === 'compensated'));
}

/** Writes how far land is cleared as an office would. */
export function writeClearance(
  projects: readonly ClearedProject[],
  portfolio: TestPortfolio,
  layout: ClearanceLayout,
): WorkbookModel {
  const { base } = layout;
  const statements = [
    pick(TITLES, layout.title),
    'Số liệu đến ngày 21/6/2023',
    unitStatement(portfolio.unit, base),
  ];
  const rows = projects.map((project, n) => rowOf(project, n, portfolio, layout));
  const total = totalRow(projects, portfolio, layout);
  return writeTable(
    {
      statements,
      columns: columnsOf(portfolio, layout),
      rows: base.total === 'none' ? rows : base.total === 'top' ? [total, ...rows] : [...rows, total],
    },
    base,
    'GPMB',
  );
}

const HOUSEHOLDS = ['households', 'inventoried', 'approved', 'paid', 'handedOver'] as const;

function columnsOf({ unit }: TestPortfolio, layout: ClearanceLayout): TestColumn[] {
  const { base, grouped, extras, hectares } = layout;
  const { captions: seed } = base;
  const money = base.unitPlace === 'columns' ? ` (${unitWord(unit, base)})` : '';
  const one = (key: keyof typeof CLEARANCE_CAPTIONS, unitOf = ''): TestColumn[] =>
    hasColumn(layout, key) ? [{ key, path: [pick(captionsOf(key, layout), seed) + unitOf] }] : [];
  const extra = (key: keyof typeof EXTRA_CAPTIONS): TestColumn[] =>
    extras.includes(key) ? [{ key, path: [EXTRA_CAPTIONS[key]] }] : [];
  const households = HOUSEHOLDS.flatMap((key) => one(key)).map((column) =>
    grouped ? { ...column, path: ['Hộ gia đình, cá nhân', ...column.path] } : column,
  );
  const codes: TestColumn[] =
    base.code === 'none' ? [] : [{ key: 'code', path: [pick(CAPTIONS.code, seed)] }];
  return [
    { key: 'ordinal', path: [pick(CAPTIONS.ordinal, seed)] },
    { key: 'name', path: [pick(CAPTIONS.name, seed)] },
    ...codes,
    ...extra('owner'),
    ...one('area', hectares ? ' (ha)' : ' (m2)'),
    ...households,
    ...extra('resettled'),
    ...extra('notYet'),
    ...one('graves'),
    ...extra('kilometres'),
    ...one('compensation', money),
    ...one('compensated', money),
    ...extra('rate'),
    ...one('blocker'),
    ...one('unit'),
    ...one('due'),
  ];
}

function captionsOf(key: keyof typeof CLEARANCE_CAPTIONS, { bare }: ClearanceLayout): readonly string[] {
  const captions = bare.flatMap((which) => BARE_CAPTIONS[which][key] ?? []);
  return captions.length > 0 ? captions : CLEARANCE_CAPTIONS[key];
}

function rowOf(
  project: ClearedProject,
  n: number,
  portfolio: TestPortfolio,
  layout: ClearanceLayout,
): PlainRow {
  const { name, code, blocker, unit } = project;
  return {
    bold: false,
    cells: {
      ordinal: n + 1,
      name,
      code,
      owner: 'Ban Quản lý dự án - Đô thị',
      blocker,
      unit,
      due: dueCell(project.due, layout),
      ...figures([project], portfolio, layout, n),
    },
  };
}

function totalRow(
  projects: readonly ClearedProject[],
  portfolio: TestPortfolio,
  layout: ClearanceLayout,
): PlainRow {
  const name = pick(TOTAL_LABELS, layout.base.totalLabel);
  return { bold: true, cells: { name, ...figures(projects, portfolio, layout, 0) } };
}

function figures(
  projects: readonly ClearedProject[],
  portfolio: TestPortfolio,
  layout: ClearanceLayout,
  seed: number,
): PlainRow['cells'] {
  const sum = (of: (project: ClearedProject) => number): number =>
    projects.reduce((all, p) => all + of(p), 0);
  const count = (of: (project: ClearedProject) => number): Content =>
    layout.counts === 'number' ? sum(of) : String(sum(of)).padStart(2, '0');
  const money = (of: (project: ClearedProject) => Dong): PlainRow['cells'][string] =>
    writeAmount(
      projects.reduce((all, p) => all + of(p), 0n),
      portfolio,
      layout.base,
      seed,
    );
  const area = sum((p) => p.area);
  return {
    ...Object.fromEntries(HOUSEHOLDS.map((key) => [key, count((p) => p[key])])),
    area: layout.hectares ? area / 10_000 : area,
    graves: count((p) => p.graves),
    resettled: count((p) => Math.floor(p.households / 9)),
    notYet: count((p) => p.households - p.handedOver),
    kilometres: sum(() => 1.5),
    rate: 12.5,
    compensation: money((p) => p.compensation),
    compensated: money((p) => p.compensated),
  };
}

function dueCell(due: number, layout: ClearanceLayout): Content | null {
  if (due === 0) return null;
  if (layout.due === 'date') return { date: due };
  const [year, month, day] = (plainDateFromSerial(due, false) ?? '').split('-');
  return `${day}/${month}/${year}`;
}
