import {
  AMOUNT_UNITS,
  FIELD_NAMES,
  formatDong,
  formatPlainDate,
  parsePlainDate,
  PLAN_TYPE_NAMES,
  RETURN_KIND_NAMES,
  RETURN_KINDS,
  UNIT_NAMES,
} from '@thongvon/kernel';
import type { CellRef, Evidence, Reading, RejectedReading, Witness } from '@thongvon/return-reader';
import { AGAINST, effectLines } from './describe-effects';

type Names<K extends string> = Readonly<Record<K, string>>;

const ROWS: Names<string> = {
  project: 'dự án',
  line: 'dòng nguồn vốn, thành phần của dự án',
  heading: 'tiêu đề nhóm, chỉ để đối chiếu',
  total: 'dòng tổng, chỉ để đối chiếu',
  detail: 'dòng “trong đó”',
  note: 'ghi chú của dự án',
  unclear: 'chưa rõ là gì',
  aside: 'ngoài bảng, không đọc',
};

const BECAUSE: Names<NonNullable<Evidence['because']>> = {
  empty: 'cột trống',
  unnamed: 'tiêu đề không nói là số gì',
  'other-year': 'của năm khác',
  'mid-term': 'vốn trung hạn',
  earlier: 'lũy kế kỳ trước',
  period: 'số phát sinh trong kỳ',
  remainder: 'số còn lại, chỉ để đối chiếu',
  adjustment: 'số trước điều chỉnh hoặc số điều chỉnh',
  'other-column': 'cột khác đã mang nghĩa này',
  'not-asked-for': 'số không dùng đến',
};

const BASES: Names<Evidence['by']> = {
  stated: '',
  inherited: ', theo bảng ở trên',
  answer: ', theo câu trả lời',
  witnesses: ', do cả bảng cho biết',
  asked: ', còn phải hỏi',
};

const WITNESSES: Names<Witness['witness']> = {
  ...AGAINST,
  caption: 'tiêu đề cột',
  statement: 'lời ghi trong tệp',
  subtotals: 'các dòng cộng nhóm',
  parts: 'các cột thành phần',
  'column-formulas': 'công thức ở dòng số cột',
  'cell-formulas': 'công thức trong ô',
  remainders: 'số còn lại',
  magnitude: 'độ lớn thường gặp',
  figures: 'các ô có số',
  'other-column': 'cột khác',
};

const MARKS: Names<Witness['outcome']> = { agrees: '=', differs: '≠', waits: '?' };

/** What the system understood and why, for a person: the file, then table by table, then what it settled by itself. */
export function describeEvidence({ sheets, evidence = [] }: Reading): string[] {
  const of = (...decisions: readonly Evidence['decision'][]): Evidence[] =>
    evidence.filter(({ decision }) => decisions.includes(decision));
  const tables = of('table');
  return [
    '  Hệ thống đã hiểu thế nào:',
    ...of('return').flatMap((one) => [
      `    Cả tệp: ${(one.chosen ?? '').split(',').map(kindName).join(', ')}${BASES[one.by]}`,
      ...indented(one.witnesses.map(witnessLine)),
    ]),
    ...of('plan-year', 'as-of').flatMap(contextLines),
    ...of('sheet').map(({ sheet, chosen }) =>
      chosen === 'cover' ? `    Trang “${sheet ?? ''}”: trang bìa` : `    Trang “${sheet ?? ''}”: không đọc`,
    ),
    ...tables.flatMap((table) => [
      `    Trang “${table.sheet ?? ''}”, bảng ${table.range ?? ''}: ${kindName(table.chosen ?? 'ignored')}`,
      ...evidence
        .filter((one) => one.table === table.table && one.decision !== 'table')
        .flatMap((one) => tableLines(one, sheets))
        .map((line) => `  ${line}`),
    ]),
    ...of('question').flatMap(questionLines),
  ];
}

const kindName = (kind: string): string => {
  const known = RETURN_KINDS.find((one) => one === kind);
  return known ? RETURN_KIND_NAMES[known].vi : 'không đọc';
};

const indented = (lines: readonly string[]): string[] => lines.map((line) => `        ${line}`);

function contextLines(one: Evidence): string[] {
  const date = parsePlainDate(one.chosen ?? '');
  const value = one.chosen === null ? 'chưa rõ' : date ? formatPlainDate(date) : one.chosen;
  const others = one.rejected.map(({ label }) => label).join(', ');
  return [
    `    ${one.decision === 'as-of' ? 'Số liệu đến' : 'Năm kế hoạch'}: ${value}${BASES[one.by]}${placed(one)}`,
    ...indented(
      one.witnesses.filter(({ outcome }) => outcome !== 'agrees' || one.cells.length === 0).map(witnessLine),
    ),
    ...(others === '' ? [] : indented([`tệp còn nhắc đến: ${others}`])),
  ];
}

/** " · ô A3 “ĐVT: triệu đồng”" */
function placed({ cells, text }: Pick<Evidence, 'cells' | 'text'>): string {
  if (cells.length === 0) return '';
  return ` · ô ${cells.map(cellName).join(', ')}${text === undefined ? '' : ` “${text}”`}`;
}

const cellName = ({ sheet, cell }: CellRef): string => `${sheet}!${cell}`;

function tableLines(one: Evidence, sheets: Reading['sheets']): string[] {
  const columns = one.columns ? ` cột ${one.columns.join(', ')}` : '';
  switch (one.decision) {
    case 'unit': {
      const unit = AMOUNT_UNITS.find((known) => known === one.chosen);
      return [
        `    Đơn vị tính${columns}: ${unit ? UNIT_NAMES[unit].vi : 'chưa rõ'}${BASES[one.by]}${placed(one)}`,
        ...indented(one.witnesses.map(witnessLine)),
      ];
    }
    case 'rows': {
      const some = (one.rows ?? []).join(', ');
      const more = (one.count ?? 0) > (one.rows?.length ?? 0) ? ', …' : '';
      return [
        `    ${one.count ?? 0} dòng: ${ROWS[one.chosen ?? ''] ?? ''} (${some}${more})`,
        ...indented(one.witnesses.map(witnessLine)),
      ];
    }
    case 'column': {
      const [letters] = one.columns ?? [];
      const path = sheets[one.table ?? -1]?.columns.find(({ column }) => column === letters)?.path ?? [];
      const caption = path.length > 0 ? ` “${path.join(' / ')}”` : '';
      const because = one.because ? ` (${BECAUSE[one.because]})` : '';
      return [
        `    Cột ${letters ?? ''}${caption}: ${meaningName(one.chosen)}${because}${one.chosen === null ? '' : BASES[one.by]}`,
        ...indented(one.witnesses.map(witnessLine)),
      ];
    }
    default:
      return [];
  }
}

/** "kế hoạch vốn, vốn kéo dài, theo nguồn" for "planned:carried-over:district-budget". */
function meaningName(chosen: string | null): string {
  if (chosen === null) return 'chưa rõ, còn phải hỏi';
  if (chosen === 'ignored') return 'không đọc';
  const [field = '', planType, source] = chosen.split(':');
  const names: Readonly<Record<string, { vi: string }>> = FIELD_NAMES;
  const types: Readonly<Record<string, { vi: string }>> = PLAN_TYPE_NAMES;
  const change = /^(planned|disbursed)-(increase|decrease)$/.exec(field);
  const name = change
    ? `phần ${change[2] === 'increase' ? 'tăng' : 'giảm'} của ${names[change[1] ?? '']?.vi ?? ''}`
    : (names[field]?.vi ?? field);
  return [
    name,
    ...(planType === undefined || planType === 'current-year'
      ? []
      : [planType === 'all' ? 'mọi loại kế hoạch' : (types[planType]?.vi ?? planType)]),
    ...(source === undefined ? [] : ['theo nguồn vốn của tiêu đề']),
  ].join(', ');
}

/** "= 47/47 các tỷ lệ ghi trong tệp (L = I / E)" */
function witnessLine({ witness, outcome, agreeing, of, cells = [], text, read, expected }: Witness): string {
  const share = agreeing === undefined || of === undefined ? '' : `${agreeing}/${of} `;
  const sums =
    typeof read === 'string' && typeof expected === 'string' && read !== expected
      ? `: tệp ${formatDong(BigInt(read))}, đối chiếu ${formatDong(BigInt(expected))} đồng`
      : '';
  const said = text === undefined ? '' : ` (${text})`;
  const where = outcome === 'agrees' || cells.length === 0 ? '' : ` · ô ${cells.map(cellName).join(', ')}`;
  return `${MARKS[outcome]} ${share}${WITNESSES[witness]}${said}${sums}${where}`;
}

function questionLines({ question, witnesses, rejected, cells, text }: Evidence): string[] {
  if (!question) return [];
  return [
    `    Tự trả lời${placed({ cells, ...(text === undefined ? {} : { text }) })}: ${question.message}`,
    `        ● ${question.label}`,
    ...effectLines(question.effect).map((line) => `            ${line}`),
    ...witnesses.map((witness) => `            ${witnessLine(witness)}`),
    ...rejected.flatMap(rejectedLines),
  ];
}

function rejectedLines({ label, effect, contradictedBy }: RejectedReading): string[] {
  const why = contradictedBy.map((witness) => WITNESSES[witness]).join(', ');
  return [
    `        ○ ${label}${why === '' ? '' : `: trái với ${why}`}`,
    ...(effect ? effectLines(effect).slice(0, 1) : []).map((line) => `            ${line}`),
  ];
}
