import type { OrganizationKind } from '@thongvon/api-contract';
import {
  type Dong,
  formatAmount,
  formatDong,
  formatPercent,
  formatPlainDate,
  formatRate,
  type PlainDate,
  type PlanYear,
} from '@thongvon/kernel';
import {
  type ClearanceRates,
  type Measure,
  MEASURE_LABELS,
  MEASURES,
  type Numbers,
  type SteppedClock,
} from '@thongvon/land-clearance';
import type { BlockerOnDay } from '../blocker-on-day';
import { CAUSES } from '../causes';
import { withoutNames } from '../without-names';

/** What is known of a project of which leaders are to decide whether it goes on. Amounts in whole đồng; null: not known. */
export interface CaseFacts {
  /** The office that draws the file up, and the one above it. */
  readonly office: string;
  readonly officeKind: OrganizationKind;
  readonly parentOffice: string | null;
  readonly asOf: PlainDate;
  readonly project: {
    readonly code: string | null;
    readonly name: string;
    readonly owner: string | null;
    readonly commune: string | null;
    readonly totalInvestment: Dong | null;
  };
  readonly planYear: PlanYear;
  readonly planned: Dong | null;
  readonly disbursed: Dong | null;
  readonly figureAsOf: PlainDate | null;
  readonly approved: Dong | null;
  readonly paid: Dong | null;
  readonly advancesOutstanding: Dong | null;
  readonly numbers: Numbers;
  readonly rates: ClearanceRates;
  readonly steps: readonly SteppedClock[];
  readonly blockers: readonly BlockerOnDay[];
  /** Meetings, dialogues and persuasion: what people wrote down, oldest first. */
  readonly dialogues: readonly {
    readonly on: PlainDate;
    readonly text: string;
    readonly evidence: string | null;
  }[];
}

/** I. What the register, the plan and the ledger say of the project; what isn't known is said in words. */
export function projectSection({ project, planYear, planned, disbursed, figureAsOf }: CaseFacts): Block[] {
  return [
    heading('I. THÔNG TIN DỰ ÁN'),
    table(FACT_COLUMNS, [
      ['Tên dự án', project.name],
      ['Mã dự án', project.code ?? 'chưa có'],
      ['Chủ đầu tư', project.owner ?? NOT_RECORDED],
      ['Địa điểm', project.commune ?? NOT_RECORDED],
      ['Tổng mức đầu tư', project.totalInvestment === null ? NOT_RECORDED : money(project.totalInvestment)],
      [`Kế hoạch vốn năm ${planYear}`, planned === null ? 'chưa được giao' : money(planned)],
      [`Đã giải ngân${figureAsOf === null ? '' : ` (đến ${date(figureAsOf)})`}`, money(disbursed)],
    ]),
  ];
}

/** II. The steps that something was recorded of, and those past their last day by law. */
export function stepsSection({ steps }: CaseFacts): Block[] {
  const touched = steps.filter(
    ({ state: { done, started, notApplicable } }) => done !== null || started !== null || notApplicable,
  );
  if (touched.length === 0)
    return [heading('II. CÁC BƯỚC ĐÃ THỰC HIỆN'), paragraph('Chưa có bước nào được ghi nhận trên hệ thống.')];
  const columns: readonly Column[] = [
    { caption: 'Bước', width: 10, align: 'center' },
    { caption: 'Nội dung', width: 34 },
    { caption: 'Bắt đầu', width: 16, align: 'center' },
    { caption: 'Xong', width: 16, align: 'center' },
    { caption: 'Văn bản, ghi chú', width: 24 },
  ];
  const rows = touched.map(({ entry, state: { started, done, notApplicable, evidence, reason } }) => [
    entry.number,
    entry.label,
    date(started),
    notApplicable ? 'không áp dụng' : done === null ? 'đang làm' : date(done),
    withoutNames(notApplicable ? (reason ?? '') : (evidence ?? '')),
  ]);
  const late = steps.filter(({ alerts }) => alerts.includes('STEP-OVERDUE'));
  return [
    heading('II. CÁC BƯỚC ĐÃ THỰC HIỆN'),
    table(columns, rows),
    ...(late.length === 0 ? [] : [paragraph(`Quá thời hạn luật định: ${late.map(lateStep).join('; ')}.`)]),
  ];
}

const lateStep = ({ entry: { label }, due, daysOverdue }: SteppedClock): string =>
  `${label.charAt(0).toLowerCase()}${label.slice(1)} (hạn ${date(due?.date ?? null)}, quá ${daysOverdue} ngày)`;

/** III. Dialogues and persuasion, without names. */
export function dialogueSection({ dialogues }: CaseFacts): Block[] {
  const title = heading('III. ĐỐI THOẠI, VẬN ĐỘNG ĐÃ THỰC HIỆN');
  if (dialogues.length === 0)
    return [title, paragraph('Chưa có cuộc đối thoại, vận động nào được ghi nhận trên hệ thống.')];
  const columns: readonly Column[] = [
    { caption: 'Ngày', width: 16, align: 'center' },
    { caption: 'Nội dung', width: 54 },
    { caption: 'Văn bản', width: 30 },
  ];
  const rows = dialogues.map(({ on, text, evidence }) => [
    date(on),
    withoutNames(text),
    withoutNames(evidence ?? ''),
  ]);
  return [title, table(columns, rows)];
}

/** What is counted, and of what. */
const COUNTED: readonly (readonly [measure: Measure, of: Measure | null])[] = [
  ['households', null],
  ['agreeing', 'households'],
  ['disagreeing', 'households'],
  ['inventoried', 'households'],
  ['approved', 'households'],
  ['paid', 'households'],
  ['handedOver', 'households'],
  ['graves', null],
  ['gravesMoved', 'graves'],
];

/** IV. Households that agree and don't, as numbers and as shares of all, and the three rates of handing over. */
export function householdsSection({ numbers, rates }: CaseFacts): Block[] {
  const columns: readonly Column[] = [
    { caption: 'Chỉ tiêu', width: 52 },
    { caption: 'Số lượng', width: 24, align: 'right' },
    { caption: 'So với tổng số (%)', width: 24, align: 'right' },
  ];
  // Most projects have no graves; that nobody reports any is no news.
  const reported = COUNTED.filter(
    ([measure, of]) => MEASURES[of ?? measure] === 'household' || numbers[measure],
  );
  const rows = reported.map(([measure, of]) => [
    sentence(MEASURE_LABELS[measure][0]),
    number(numbers[measure]),
    of === null ? '' : share(numbers[measure], numbers[of]),
  ]);
  return [
    heading('IV. SỐ HỘ THUẬN, KHÔNG THUẬN VÀ TIẾN ĐỘ'),
    table(columns, rows),
    paragraph(
      `Tỷ lệ bàn giao mặt bằng, tính riêng, không cộng lẫn: theo hộ ${percent(rates.byHousehold.value)}; theo diện tích ${percent(rates.byArea.value)}; theo chiều dài tuyến ${percent(rates.byLength.value)}.`,
    ),
  ];
}

/** V. Blockers that aren't closed: cause, who acts, since when and until when; without names. */
export function blockersSection({ blockers }: CaseFacts): Block[] {
  const title = heading('V. VƯỚNG MẮC CHƯA GIẢI QUYẾT');
  const open = blockers.filter(({ state }) => state !== 'closed');
  if (open.length === 0) return [title, paragraph('Không có vướng mắc đang mở.')];
  const columns: readonly Column[] = [
    { caption: 'Nội dung', width: 40 },
    { caption: 'Nguyên nhân', width: 20 },
    { caption: 'Chủ trì xử lý', width: 20 },
    { caption: 'Phát sinh, hạn', width: 20 },
  ];
  const rows = open.map(
    ({ description, cause, responsibleUnit, responsiblePerson, openedOn, due, daysOverdue }) => [
      withoutNames(description),
      CAUSES.find(({ code }) => code === cause)?.label ?? '',
      responsibleUnit === null
        ? 'chưa phân công'
        : `${responsibleUnit}${responsiblePerson === null ? '' : `: ${responsiblePerson}`}`,
      [
        `Từ ${date(openedOn)}`,
        due === null ? 'chưa có hạn' : `hạn ${date(due)}`,
        ...(daysOverdue !== null && daysOverdue > 0 ? [`quá hạn ${daysOverdue} ngày`] : []),
      ].join('; '),
    ],
  );
  return [title, table(columns, rows)];
}

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What stands where something isn't known: never zero. */
const NOT_REPORTED = 'chưa báo cáo';

/** What stands where the register says nothing. */
const NOT_RECORDED = 'chưa ghi nhận';

/** Whole đồng with its reading in tỷ: "26.305.629.000 đồng (26,306 tỷ đồng)". */
export function money(amount: Dong | null): string {
  return amount === null
    ? NOT_REPORTED
    : `${formatDong(amount)} đồng (${formatAmount(amount, 'billion-dong', 3)} tỷ đồng)`;
}

const date = (day: PlainDate | null): string => (day === null ? '' : formatPlainDate(day));

const percent = (value: string | null): string => (value === null ? NOT_REPORTED : formatPercent(value));

/** A decimal number as Vietnamese write it: "143000.5" → "143.000,5". */
function number(text: string | undefined): string {
  if (text === undefined) return NOT_REPORTED;
  const [whole = '', fraction] = text.split('.');
  return `${formatDong(BigInt(whole))}${fraction === undefined ? '' : `,${fraction}`}`;
}

/** "33 hộ", or that nobody has said how many. */
export const households = (count: string | undefined): string =>
  count === undefined ? `số hộ ${NOT_REPORTED}` : `${number(count)} hộ`;

/** A part of a whole as a number of percent, "36,54"; both are whole numbers. */
function share(part: string | undefined, whole: string | undefined): string {
  const rate = part === undefined || whole === undefined ? null : formatRate(BigInt(part), BigInt(whole));
  return rate === null ? NOT_REPORTED : rate.replace('.', ',');
}

/** A table of facts by name. */
export const FACT_COLUMNS: readonly Column[] = [
  { caption: 'Nội dung', width: 44 },
  { caption: 'Số liệu', width: 56 },
];

/** A part of a document, before it has a look. */
export type Block =
  | { readonly type: 'heading' | 'subheading'; readonly text: string }
  | { readonly type: 'paragraph'; readonly text: string }
  | { readonly type: 'items'; readonly items: readonly string[] }
  | { readonly type: 'table'; readonly table: Table }
  /** Empty lines for what a person writes by hand. */
  | { readonly type: 'lines'; readonly count: number };

export interface Table {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly string[])[];
}

export interface Column {
  readonly caption: string;
  /** Percent of the page's width. */
  readonly width: number;
  readonly align?: 'left' | 'right' | 'center';
}

/** The parts that a section is made of. */
export const heading = (text: string): Block => ({ type: 'heading', text });
export const subheading = (text: string): Block => ({ type: 'subheading', text });
export const paragraph = (text: string): Block => ({ type: 'paragraph', text });
export const items = (...all: string[]): Block => ({ type: 'items', items: all });
export const table = (columns: readonly Column[], rows: readonly (readonly string[])[]): Block => ({
  type: 'table',
  table: { columns, rows },
});
