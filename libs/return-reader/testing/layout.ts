import fc from 'fast-check';
import type { AmountUnit } from '@thongvon/kernel';

/** Every trait of a layout that offices vary, as a knob. */
export interface Layout {
  readonly top: number;
  readonly left: number;
  readonly cover: 'none' | 'cover' | 'instructions' | 'both';
  readonly sheetName: string;
  readonly title: 'board' | 'commune' | 'plain' | 'treasury';
  readonly date: DateForm;
  readonly unitText: number;
  readonly unitPlace: 'above-right' | 'above-left' | 'label-and-cell' | 'title' | 'columns' | 'group';
  readonly headerStyle: 'merged' | 'unmerged';
  readonly extraHeaderRow: boolean;
  readonly columnNumbers: 'none' | 'brackets' | 'formulas' | 'plain' | 'letters';
  readonly ordinal: boolean;
  readonly code: 'text' | 'number' | 'spaces' | 'none';
  readonly order: 'name-first' | 'code-first';
  readonly owner: boolean;
  readonly fieldColumn: boolean;
  readonly planFirst: boolean;
  readonly captions: number;
  /** How the plan stands: one column, sources as columns with or without a total. */
  readonly plan: 'total' | 'total-and-sources' | 'sources';
  readonly spent: 'total' | 'total-and-parts' | 'parts' | 'sources';
  readonly carriedOver: 'none' | 'separate' | 'in-group';
  readonly rows: 'flat' | 'repeat' | 'blank' | 'merged' | 'children' | 'sections';
  readonly outline: 'none' | 'sections' | 'sections-fields' | 'fields-unmarked' | 'dotted' | 'bullets';
  readonly subtotals: 'heading' | 'bottom' | 'none';
  readonly total: 'top' | 'bottom' | 'none';
  readonly totalLabel: number;
  readonly totalInOrdinal: boolean;
  readonly bold: boolean;
  readonly details: boolean;
  readonly extras: readonly Extra[];
  readonly rate: 'none' | 'percent' | 'fraction' | 'text';
  readonly numbers: 'double' | 'text-comma' | 'text-dot' | 'text-unit' | 'mixed' | 'formula';
  readonly zero: '0' | '-' | '—';
  readonly blankByIdentity: boolean;
  readonly text: 'nfc' | 'nfd' | 'nbsp';
  readonly brokenNames: boolean;
  readonly pages: 'none' | 'repeated' | 'repeated-with-subtotal';
  readonly split: 'none' | 'two-tables' | 'two-sheets';
  readonly footer: boolean;
  readonly hidden: 'none' | 'row' | 'column' | 'sheet';
  readonly format: 'general' | 'fixed';
  /** Advances stand before what was recovered of them, which has a column of its own. */
  readonly recovered: boolean;
  /** Rows beneath some projects say how they stand. */
  readonly notes: boolean;
  /** The plan stands after its adjustment, behind the plan before it and what was added and taken away. */
  readonly adjusted: 'none' | 'columns' | 'net';
  /** What was given back to the budget: still in what was disbursed (`in`), or only noted beside it (`noted`). */
  readonly returned: 'none' | 'in' | 'noted';
  /** When the return is signed. */
  readonly signed: 'then' | 'next-january' | 'no-day';
  /** Sources with a total stand under one caption with it, or next to it in the same row of captions. */
  readonly sourcesStand: 'grouped' | 'beside' | 'beside-of-which';
}

export const EXTRAS = [
  'investment',
  'allocated',
  'medium-term',
  'week',
  'month',
  'previous',
  'estimate',
  'remaining',
  'contract',
  'unknown-text',
  'unknown-number',
  'last-year',
] as const;
export type Extra = (typeof EXTRAS)[number];

export const DATE_FORMS = [
  'slash',
  'words',
  'dash',
  'dot',
  'cell',
  'cell-above',
  'caption',
  'range',
  'no-year',
  'iso',
] as const;
export type DateForm = (typeof DATE_FORMS)[number];

export function layouts(): fc.Arbitrary<Layout> {
  return knobs().map(sensible);
}

/** Takes back what no office would combine: a source column next to columns by source, ordinals without a place. */
function sensible(layout: Layout): Layout {
  const bySource = layout.rows !== 'flat';
  return {
    ...layout,
    plan: bySource ? 'total' : layout.plan,
    spent: bySource && layout.spent === 'sources' ? 'total' : layout.spent,
    outline: layout.rows === 'children' && layout.outline === 'bullets' ? 'sections' : layout.outline,
  };
}

function knobs(): fc.Arbitrary<Layout> {
  return fc.record({
    top: fc.integer({ min: 0, max: 6 }),
    left: fc.integer({ min: 0, max: 3 }),
    cover: fc.constantFrom('none', 'none', 'cover', 'instructions', 'both'),
    sheetName: fc.constantFrom('Sheet1', 'Giải ngân', 'Biểu 02', 'T6', 'BC tuần'),
    title: fc.constantFrom('board', 'commune', 'plain', 'treasury'),
    date: fc.constantFrom(...DATE_FORMS),
    unitText: fc.nat(20),
    unitPlace: fc.constantFrom(
      'above-right',
      'above-right',
      'above-left',
      'label-and-cell',
      'title',
      'columns',
      'group',
    ),
    headerStyle: fc.constantFrom('merged', 'merged', 'unmerged'),
    extraHeaderRow: fc.boolean(),
    columnNumbers: fc.constantFrom('none', 'brackets', 'formulas', 'plain', 'letters'),
    ordinal: fc.constantFrom(true, true, true, false),
    code: fc.constantFrom('text', 'text', 'number', 'spaces', 'none'),
    order: fc.constantFrom('name-first', 'code-first'),
    owner: fc.boolean(),
    fieldColumn: fc.boolean(),
    planFirst: fc.constantFrom(true, true, false),
    captions: fc.nat(20),
    plan: fc.constantFrom('total', 'total-and-sources', 'sources'),
    spent: fc.constantFrom('total', 'total-and-parts', 'parts', 'sources'),
    carriedOver: fc.constantFrom('none', 'none', 'separate', 'in-group'),
    rows: fc.constantFrom('flat', 'flat', 'repeat', 'blank', 'merged', 'children', 'sections'),
    outline: fc.constantFrom('none', 'sections', 'sections-fields', 'fields-unmarked', 'dotted', 'bullets'),
    subtotals: fc.constantFrom('heading', 'heading', 'bottom', 'none'),
    total: fc.constantFrom('top', 'bottom', 'none'),
    totalLabel: fc.nat(20),
    totalInOrdinal: fc.boolean(),
    bold: fc.boolean(),
    details: fc.constantFrom(false, false, true),
    extras: fc.shuffledSubarray([...EXTRAS], { minLength: 0, maxLength: 4 }),
    rate: fc.constantFrom('none', 'percent', 'fraction', 'text'),
    numbers: fc.constantFrom('double', 'double', 'text-comma', 'text-dot', 'text-unit', 'mixed', 'formula'),
    zero: fc.constantFrom('0', '-', '—'),
    blankByIdentity: fc.boolean(),
    text: fc.constantFrom('nfc', 'nfd', 'nbsp'),
    brokenNames: fc.constantFrom(false, false, true),
    pages: fc.constantFrom('none', 'none', 'repeated', 'repeated-with-subtotal'),
    split: fc.constantFrom('none', 'none', 'two-tables', 'two-sheets'),
    footer: fc.boolean(),
    hidden: fc.constantFrom('none', 'none', 'row', 'column', 'sheet'),
    format: fc.constantFrom('general', 'fixed'),
    recovered: fc.constantFrom(false, false, true),
    notes: fc.constantFrom(false, false, true),
    adjusted: fc.constantFrom('none', 'none', 'columns', 'net'),
    returned: fc.constantFrom('none', 'none', 'in', 'noted'),
    signed: fc.constantFrom('then', 'then', 'next-january', 'no-day'),
    sourcesStand: fc.constantFrom('grouped', 'grouped', 'beside', 'beside-of-which'),
  });
}

/** How offices word the same thing; a layout picks one of each list by its `captions` number. */
export const CAPTIONS = {
  ordinal: ['STT', 'TT', 'Số TT'],
  name: [
    'Danh mục công trình, dự án',
    'Tên dự án',
    'Tên công trình',
    'Nội dung',
    'Danh mục dự án',
    'Dự án',
    'Tên công trình/dự án',
    'DANH MỤC DỰ ÁN ĐẦU TƯ',
  ],
  code: ['Mã dự án', 'Mã số dự án', 'Mã QHNS', 'Mã DA'],
  owner: ['Chủ đầu tư'],
  field: ['Lĩnh vực', 'Ngành, lĩnh vực'],
  source: ['Nguồn vốn', 'Nguồn'],
  note: ['Ghi chú', 'Khó khăn, vướng mắc', 'Nguyên nhân, vướng mắc'],
  planned: [
    'Kế hoạch vốn năm 2023',
    'Kế hoạch vốn được giao năm 2023',
    'KH vốn 2023',
    'Kế hoạch 2023',
    'Vốn giao năm 2023',
    'KHV năm 2023',
    'Vốn bố trí năm 2023',
    'Kế hoạch vốn đầu tư công năm 2023',
  ],
  disbursed: [
    'Lũy kế giải ngân',
    'Giải ngân',
    'Đã giải ngân',
    'Lũy kế giải ngân từ đầu năm',
    'Giá trị giải ngân lũy kế',
    'Lũy kế thanh toán',
    'Số vốn đã giải ngân',
    'Giải ngân kế hoạch vốn năm 2023',
    'GN lũy kế',
  ],
  completed: ['Thanh toán KLHT', 'Thanh toán khối lượng hoàn thành', 'KLHT', 'Thanh toán khối lượng'],
  advance: ['Tạm ứng', 'Tạm ứng chưa thu hồi', 'Tạm ứng theo chế độ chưa thu hồi', 'Dư tạm ứng'],
  planBefore: ['Kế hoạch vốn giao đầu năm', 'Kế hoạch vốn trước điều chỉnh', 'KHV đã giao'],
  planIncrease: ['Điều chỉnh tăng', 'Tăng', 'Bổ sung', 'Điều chỉnh bổ sung'],
  planDecrease: ['Điều chỉnh giảm', 'Giảm', 'Cắt giảm'],
  planNet: ['Điều chỉnh tăng, giảm', 'Điều chỉnh (+/-)', 'Điều chỉnh'],
  planAfter: [
    'Kế hoạch vốn sau điều chỉnh',
    'KHV năm 2023 sau điều chỉnh',
    'Kế hoạch sau điều chỉnh, bổ sung',
  ],
  returned: ['Nộp giảm chi', 'Nộp trả ngân sách', 'Thu hồi nộp giảm', 'Số đã nộp giảm', 'Hoàn trả NSNN'],
  recovered: ['Thu hồi tạm ứng', 'Hoàn ứng', 'Tạm ứng đã thu hồi'],
  carriedPlanned: [
    'Kế hoạch vốn kéo dài',
    'Vốn kéo dài năm 2022 sang năm 2023',
    'KH kéo dài',
    'Kế hoạch vốn năm 2022 kéo dài',
    'Kế hoạch vốn năm trước chuyển sang',
  ],
  carriedDisbursed: [
    'Giải ngân vốn kéo dài',
    'Lũy kế giải ngân vốn kéo dài',
    'Giải ngân kế hoạch vốn kéo dài',
    'Giải ngân vốn năm 2022 kéo dài',
  ],
  total: ['Tổng số', 'Tổng', 'Tổng cộng', 'Cộng'],
  thisYear: ['Vốn năm 2023', 'Năm 2023', 'Kế hoạch năm 2023', 'Vốn năm nay'],
  carriedChild: ['Kéo dài', 'Vốn kéo dài', 'Vốn năm 2022 kéo dài', 'Năm trước chuyển sang'],
  rate: ['Tỷ lệ (%)', 'Tỷ lệ giải ngân', 'Tỉ lệ %', '% giải ngân'],
} as const;

export const EXTRA_CAPTIONS: Readonly<Record<Extra, readonly string[]>> = {
  investment: ['Tổng mức đầu tư', 'TMĐT', 'Tổng mức đầu tư được duyệt'],
  allocated: ['Lũy kế vốn đã bố trí đến hết năm 2022', 'Lũy kế vốn bố trí', 'Vốn đã bố trí đến hết năm 2022'],
  'medium-term': ['Kế hoạch trung hạn 2021-2025', 'KH vốn giai đoạn 2021-2025'],
  week: ['Giải ngân trong tuần', 'Tuần này', 'Giải ngân tuần này'],
  month: ['Giải ngân tháng 6', 'Giải ngân trong tháng', 'Giải ngân trong kỳ'],
  previous: ['Lũy kế giải ngân đến tuần trước', 'Lũy kế giải ngân kỳ trước', 'Giải ngân đến ngày 14/6/2023'],
  estimate: ['Ước giải ngân đến 31/01/2024', 'Ước giải ngân cả năm', 'Ước thực hiện đến hết năm 2023'],
  remaining: ['Vốn còn lại', 'Còn lại chưa giải ngân', 'Kế hoạch vốn còn lại chưa giải ngân'],
  contract: ['Giá trị hợp đồng', 'Giá trị thực hiện', 'Khối lượng thực hiện từ khởi công đến nay'],
  'unknown-text': ['Cán bộ theo dõi', 'Loại, cấp công trình'],
  'unknown-number': ['Diện tích sàn', 'Số lượng hạng mục', 'Chỉ tiêu phụ'],
  'last-year': ['Giải ngân năm 2022', 'Lũy kế giải ngân đến hết năm 2022', 'Giải ngân đến 31/12/2022'],
};

export const TOTAL_LABELS = [
  'TỔNG CỘNG',
  'Tổng số',
  'Cộng',
  'TỔNG SỐ',
  'Tổng cộng:',
  'TỔNG CỘNG (A+B)',
] as const;

const UNITS: Readonly<Record<AmountUnit, readonly string[]>> = {
  dong: ['đồng', 'Đồng', 'VNĐ'],
  'thousand-dong': ['nghìn đồng', '1.000 đồng', 'ngàn đồng', '1000đ'],
  'million-dong': ['triệu đồng', 'Triệu đồng', 'trđ', 'Tr.đồng', 'TRIỆU ĐỒNG'],
  'billion-dong': ['tỷ đồng', 'tỉ đồng', 'Tỷ đồng'],
};

const STATEMENTS = ['Đơn vị tính: ', 'ĐVT: ', 'Đơn vị: ', 'Đvt: ', '('] as const;

export function pick<T>(list: readonly T[], seed: number): T {
  const item = list[seed % list.length];
  if (item === undefined) throw new Error('an empty list has nothing to pick');
  return item;
}

export function unitWord(unit: AmountUnit, { unitText }: Layout): string {
  return pick(UNITS[unit], unitText);
}

export function unitStatement(unit: AmountUnit, layout: Layout): string {
  const opening = pick(STATEMENTS, Math.floor(layout.unitText / 3));
  return `${opening}${unitWord(unit, layout)}${opening === '(' ? ')' : ''}`;
}
