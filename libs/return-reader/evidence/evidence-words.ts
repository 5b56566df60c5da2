import { FIELD_NAMES, formatDong, type Name, PLAN_TYPE_NAMES } from '@thongvon/kernel';
import type { COLUMN_REASONS, Evidence, ROW_KINDS, Witness } from '../model/evidence';

type Names<K extends string> = Readonly<Record<K, Name>>;

/** What rows of a table are. */
export const ROW_NAMES: Names<(typeof ROW_KINDS)[number]> = {
  project: { vi: 'dự án', en: 'projects' },
  line: { vi: 'dòng nguồn vốn, thành phần của dự án', en: 'lines of a project by source or part' },
  heading: { vi: 'tiêu đề nhóm, chỉ để đối chiếu', en: 'headings of groups, compared only' },
  total: { vi: 'dòng tổng, chỉ để đối chiếu', en: 'totals, compared only' },
  detail: { vi: 'dòng “trong đó”', en: '“of which” lines' },
  note: { vi: 'ghi chú của dự án', en: 'notes on projects' },
  unclear: { vi: 'chưa rõ là gì', en: 'not clear yet' },
  aside: { vi: 'ngoài bảng, không nhập', en: 'outside the table, not read' },
};

/** Why a column isn't read. */
export const COLUMN_REASON_NAMES: Names<(typeof COLUMN_REASONS)[number]> = {
  empty: { vi: 'cột trống', en: 'empty' },
  unnamed: { vi: 'tiêu đề không nói là số gì', en: 'the caption doesn’t say what it is' },
  'other-year': { vi: 'của năm khác', en: 'of another year' },
  'mid-term': { vi: 'vốn trung hạn', en: 'medium-term capital' },
  earlier: { vi: 'lũy kế kỳ trước', en: 'cumulated to an earlier date' },
  period: { vi: 'số phát sinh trong kỳ', en: 'of a period only' },
  remainder: { vi: 'số còn lại, chỉ để đối chiếu', en: 'what is left, compared only' },
  adjustment: { vi: 'số trước điều chỉnh hoặc số điều chỉnh', en: 'before an adjustment, or the adjustment' },
  'other-column': { vi: 'cột khác đã mang nghĩa này', en: 'another column has this meaning' },
  'not-asked-for': { vi: 'số không dùng đến', en: 'not asked for' },
};

/** What a decision comes from, where that isn't what the file states. */
export const BASIS_NAMES: Names<Evidence['by']> = {
  stated: { vi: '', en: '' },
  inherited: { vi: 'theo bảng ở trên', en: 'by the table above' },
  answer: { vi: 'theo câu trả lời', en: 'by an answer' },
  witnesses: { vi: 'do cả bảng cho biết', en: 'by what the whole table says' },
  asked: { vi: 'còn phải hỏi', en: 'still asked' },
};

/** What speaks for a decision or against it. */
export const WITNESS_NAMES: Names<Witness['witness']> = {
  caption: { vi: 'tiêu đề cột', en: 'captions' },
  statement: { vi: 'lời ghi trong tệp', en: 'what the file states' },
  'stated-totals': { vi: 'các dòng tổng ghi trong tệp', en: 'totals stated in the file' },
  subtotals: { vi: 'các dòng cộng nhóm', en: 'subtotals of groups' },
  parts: { vi: 'các cột thành phần', en: 'columns of parts' },
  'column-formulas': { vi: 'công thức ở dòng số cột', en: 'formulas of the column numbers' },
  'cell-formulas': { vi: 'công thức trong ô', en: 'formulas in cells' },
  'stated-rates': { vi: 'các tỷ lệ ghi trong tệp', en: 'rates stated in the file' },
  remainders: { vi: 'số còn lại', en: 'what is left' },
  plan: { vi: 'sổ kế hoạch', en: 'the plan ledger' },
  'last-return': { vi: 'số đã duyệt kỳ trước', en: 'what was approved last' },
  magnitude: { vi: 'độ lớn thường gặp', en: 'the usual magnitude' },
  figures: { vi: 'các ô có số', en: 'cells with figures' },
  'other-column': { vi: 'cột khác', en: 'another column' },
};

const ASKED: Name = { vi: 'chưa rõ, còn phải hỏi', en: 'not clear, still asked' };
const NOT_READ: Name = { vi: 'không nhập', en: 'not read' };
const ALL_TYPES: Name = { vi: 'mọi loại kế hoạch', en: 'all plan types' };
const BY_SOURCE: Name = { vi: 'theo nguồn vốn ở tiêu đề', en: 'of the source in its caption' };

/** What a column means: "kế hoạch vốn, kế hoạch kéo dài, theo nguồn vốn ở tiêu đề" for "planned:carried-over:district-budget". */
export function nameOfMeaning(chosen: string | null): Name {
  if (chosen === null) return ASKED;
  if (chosen === 'ignored') return NOT_READ;
  const [field = '', planType, source] = chosen.split(':');
  const types: Readonly<Record<string, Name>> = { ...PLAN_TYPE_NAMES, all: ALL_TYPES };
  return joined([
    nameOfField(field),
    ...(planType === undefined || planType === 'current-year'
      ? []
      : [types[planType] ?? { vi: planType, en: planType }]),
    ...(source === undefined ? [] : [BY_SOURCE]),
  ]);
}

function nameOfField(field: string): Name {
  const names: Readonly<Record<string, Name>> = FIELD_NAMES;
  const change = /^(planned|disbursed)-(increase|decrease)$/.exec(field);
  const of = names[change?.[1] ?? field] ?? { vi: field, en: field };
  if (!change) return of;
  return change[2] === 'increase'
    ? { vi: `phần tăng của ${of.vi}`, en: `increase of ${of.en}` }
    : { vi: `phần giảm của ${of.vi}`, en: `decrease of ${of.en}` };
}

/** Whether a witness that agrees says the same amount; that of the last return says only that nothing has fallen (ADR 0233). */
export const saysTheSame = ({ witness, outcome }: Pick<Witness, 'witness' | 'outcome'>): boolean =>
  witness !== 'last-return' || outcome !== 'agrees';

/** "các tỷ lệ ghi trong tệp (L = I / E): 46 trên 47, 1 chờ": how many agree of what is compared, and sums that differ. */
export function sayWitness(one: Witness): Name {
  const { witness, agreeing, of, waiting = 0, text, read, expected } = one;
  if (!saysTheSame(one)) return sayNotLess(one);
  const { vi, en } = WITNESS_NAMES[witness];
  const said = text === undefined ? '' : /^\(.*\)$/s.test(text) ? ` ${text}` : ` (${text})`;
  const counted = agreeing !== undefined && of !== undefined;
  const waits = waiting > 0;
  const sums =
    typeof read === 'string' && typeof expected === 'string' && read !== expected
      ? ([formatDong(BigInt(read)), formatDong(BigInt(expected))] as const)
      : undefined;
  return {
    vi: `${vi}${said}${counted ? `: ${agreeing} trên ${of}` : ''}${waits ? `, ${waiting} còn chờ` : ''}${sums ? `; tệp ${sums[0]}, đối chiếu ${sums[1]} đồng` : ''}`,
    en: `${en}${said}${counted ? `: ${agreeing} of ${of}` : ''}${waits ? `, ${waiting} waiting` : ''}${sums ? `; file ${sums[0]}, compared with ${sums[1]} đồng` : ''}`,
  };
}

/** "không giảm so với kỳ trước: 25 trên 25 dự án; tệp 225.349, kỳ trước 223.422 đồng". */
function sayNotLess({ agreeing, of, read, expected }: Witness): Name {
  const counted = agreeing !== undefined && of !== undefined;
  const sums =
    typeof read === 'string' && typeof expected === 'string'
      ? ([formatDong(BigInt(read)), formatDong(BigInt(expected))] as const)
      : undefined;
  return {
    vi: `không giảm so với kỳ trước${counted ? `: ${agreeing} trên ${of} dự án` : ''}${sums ? `; tệp ${sums[0]}, kỳ trước ${sums[1]} đồng` : ''}`,
    en: `not less than before${counted ? `: ${agreeing} of ${of} projects` : ''}${sums ? `; file ${sums[0]}, before ${sums[1]} đồng` : ''}`,
  };
}

/** Several names as one, parted by commas. */
export const joined = (names: readonly Name[]): Name => ({
  vi: names.map(({ vi }) => vi).join(', '),
  en: names.map(({ en }) => en).join(', '),
});
