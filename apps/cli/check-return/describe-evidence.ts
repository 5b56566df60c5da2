import {
  AMOUNT_UNITS,
  formatDong,
  formatPlainDate,
  parsePlainDate,
  RETURN_KIND_NAMES,
  RETURN_KINDS,
  UNIT_NAMES,
} from '@thongvon/kernel';
import {
  BASIS_NAMES,
  type CellRef,
  COLUMN_REASON_NAMES,
  type Evidence,
  nameOfMeaning,
  type Reading,
  type RejectedReading,
  ROW_KINDS,
  ROW_NAMES,
  saysTheSame,
  sayWitness,
  type Witness,
  WITNESS_NAMES,
} from '@thongvon/return-reader';
import { effectLines } from './describe-effects';

const MARKS: Readonly<Record<Witness['outcome'], string>> = { agrees: '=', differs: '≠', waits: '?' };

/** What the system understood and why, for a person: the file, then table by table, then what it settled by itself. */
export function describeEvidence({ sheets, evidence = [] }: Reading): string[] {
  const of = (...decisions: readonly Evidence['decision'][]): Evidence[] =>
    evidence.filter(({ decision }) => decisions.includes(decision));
  const tables = of('table');
  return [
    '  Hệ thống đã hiểu thế nào:',
    ...of('return').flatMap((one) => [
      `    Cả tệp: ${(one.chosen ?? '').split(',').map(kindName).join(', ')}${basis(one.by)}`,
      ...indented(one.witnesses.map(witnessLine)),
    ]),
    ...of('plan-year', 'as-of').flatMap(contextLines),
    ...of('sheet').map(({ sheet, chosen }) => `    Trang “${sheet ?? ''}”: ${sheetName(chosen)}`),
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

const rowName = (chosen: string | null): string =>
  ROW_KINDS.flatMap((kind) => (kind === chosen ? [ROW_NAMES[kind].vi] : [])).join('');

/** Why a sheet isn't read; of one that is set aside a finding says it. */
function sheetName(chosen: string | null): string {
  if (chosen === 'cover') return 'trang bìa';
  return chosen === 'set-aside'
    ? 'không đọc, vì lý do ghi ở trên'
    : 'không đọc, không có bảng nào nhận ra được';
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
    `    ${one.decision === 'as-of' ? 'Số liệu đến' : 'Năm kế hoạch'}: ${value}${basis(one.by)}${placed(one)}`,
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
        `    Đơn vị tính${columns}: ${unit ? UNIT_NAMES[unit].vi : 'chưa rõ'}${basis(one.by)}${placed(one)}`,
        ...indented(one.witnesses.map(witnessLine)),
      ];
    }
    case 'rows': {
      const some = (one.rows ?? []).join(', ');
      const more = (one.count ?? 0) > (one.rows?.length ?? 0) ? ', …' : '';
      return [
        `    ${one.count ?? 0} dòng: ${rowName(one.chosen)} (${some}${more})`,
        ...indented(one.witnesses.map(witnessLine)),
      ];
    }
    case 'column': {
      const [letters] = one.columns ?? [];
      const path = sheets[one.table ?? -1]?.columns.find(({ column }) => column === letters)?.path ?? [];
      const caption = path.length > 0 ? ` “${path.join(' / ')}”` : '';
      const because = one.because ? ` (${COLUMN_REASON_NAMES[one.because].vi})` : '';
      return [
        `    Cột ${letters ?? ''}${caption}: ${nameOfMeaning(one.chosen).vi}${because}${one.chosen === null ? '' : basis(one.by)}`,
        ...indented(one.witnesses.map(witnessLine)),
      ];
    }
    default:
      return [];
  }
}

const basis = (by: Evidence['by']): string => (BASIS_NAMES[by].vi === '' ? '' : `, ${BASIS_NAMES[by].vi}`);

/** "= 47/47 các tỷ lệ ghi trong tệp (L = I / E)" */
function witnessLine(one: Witness): string {
  if (!saysTheSame(one)) return `✓ ${sayWitness(one).vi}`;
  const { witness, outcome, agreeing, of, cells = [], text, read, expected } = one;
  const share = agreeing === undefined || of === undefined ? '' : `${agreeing}/${of} `;
  const sums =
    typeof read === 'string' && typeof expected === 'string' && read !== expected
      ? `: tệp ${formatDong(BigInt(read))}, đối chiếu ${formatDong(BigInt(expected))} đồng`
      : '';
  const said = text === undefined ? '' : /^\(.*\)$/s.test(text) ? ` ${text}` : ` (${text})`;
  const where = outcome === 'agrees' || cells.length === 0 ? '' : ` · ô ${cells.map(cellName).join(', ')}`;
  return `${MARKS[outcome]} ${share}${WITNESS_NAMES[witness].vi}${said}${sums}${where}`;
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
  const why = contradictedBy.map((witness) => WITNESS_NAMES[witness].vi).join(', ');
  return [
    `        ○ ${label}${why === '' ? '' : `: trái với ${why}`}`,
    ...(effect ? effectLines(effect).slice(0, 1) : []).map((line) => `            ${line}`),
  ];
}
