import {
  AMOUNT_UNITS,
  formatPlainDate,
  type Name,
  parsePlainDate,
  RETURN_KIND_NAMES,
  RETURN_KINDS,
  UNIT_NAMES,
} from '@thongvon/kernel';
import {
  BASIS_NAMES,
  type Evidence,
  joined,
  ROW_KINDS,
  ROW_NAMES,
  saysTheSame,
  sayWitness,
  type Witness,
} from '@thongvon/return-reader';
import type { Fact, Proof } from './understanding';

export const proofOf = (witness: Witness): Proof => {
  const { vi, en } = sayWitness(witness);
  return {
    outcome: witness.outcome,
    isSame: saysTheSame(witness),
    text: vi,
    textEn: en,
    cells: witness.cells ?? [],
  };
};

const LABELS: Readonly<Record<Fact['about'], Name>> = {
  kind: { vi: 'Loại báo cáo', en: 'Kind of return' },
  'plan-year': { vi: 'Năm kế hoạch', en: 'Plan year' },
  'as-of': { vi: 'Số liệu đến', en: 'Figures to' },
  unit: { vi: 'Đơn vị tính', en: 'Unit' },
  rows: { vi: 'Dòng', en: 'Rows' },
  sheet: { vi: 'Trang không nhập', en: 'Sheet not read' },
};
const ABOUT: Readonly<Partial<Record<Evidence['decision'], Fact['about']>>> = {
  return: 'kind',
  'plan-year': 'plan-year',
  'as-of': 'as-of',
  unit: 'unit',
  rows: 'rows',
};

/** One decision as a line: what it is about, what was chosen, and where that stands. */
export function factOf(one: Evidence): Fact {
  const about = ABOUT[one.decision] ?? 'sheet';
  const label = labelOf(about, one);
  const value = valueOf(about, one);
  const basis = BASIS_NAMES[one.by];
  return {
    about,
    label: label.vi,
    labelEn: label.en,
    value: value.vi,
    valueEn: value.en,
    isOpen: one.by === 'asked',
    basis: basis.vi || null,
    basisEn: basis.en || null,
    cells: one.cells,
    text: one.text ?? null,
    proofs: about === 'kind' ? [] : one.witnesses.filter((witness) => !isSaid(one, witness)).map(proofOf),
  };
}

/** The words of the file stand beside its cell already. */
const isSaid = ({ text }: Evidence, { witness, text: words }: Witness): boolean =>
  witness === 'statement' && words !== undefined && words === text;

function labelOf(about: Fact['about'], { columns = [] }: Evidence): Name {
  const { vi, en } = LABELS[about];
  if (about !== 'unit' || columns.length === 0) return { vi, en };
  return { vi: `${vi}, cột ${columns.join(', ')}`, en: `${en}, column ${columns.join(', ')}` };
}

const UNKNOWN: Name = { vi: 'chưa rõ', en: 'not clear yet' };

function valueOf(about: Fact['about'], one: Evidence): Name {
  const { chosen } = one;
  switch (about) {
    case 'kind':
      return joined((chosen ?? '').split(',').map(nameOfKind));
    case 'as-of': {
      const date = parsePlainDate(chosen ?? '');
      return date ? both(formatPlainDate(date)) : UNKNOWN;
    }
    case 'plan-year':
      return chosen === null ? UNKNOWN : both(chosen);
    case 'unit': {
      const unit = AMOUNT_UNITS.find((known) => known === chosen);
      return unit ? UNIT_NAMES[unit] : UNKNOWN;
    }
    case 'rows':
      return rowsOf(one);
    case 'sheet':
      return sheetOf(one);
  }
}

const both = (text: string): Name => ({ vi: text, en: text });

/** "25 dự án", with the numbers of a few rows where they don't count as projects. */
function rowsOf({ chosen, count = 0, rows = [] }: Evidence): Name {
  const kind = ROW_KINDS.find((known) => known === chosen) ?? 'unclear';
  const { vi, en } = ROW_NAMES[kind];
  const some =
    kind === 'project' || rows.length === 0 ? '' : `: ${rows.join(', ')}${count > rows.length ? ', …' : ''}`;
  return {
    vi: `${count} ${kind === 'project' || vi.startsWith('dòng ') ? '' : 'dòng '}${vi}${some}`,
    en: `${count} ${en}${some}`,
  };
}

function sheetOf({ sheet, chosen }: Evidence): Name {
  const name = sheet ?? '';
  if (chosen === 'set-aside')
    return {
      vi: `${name} (có bảng; lý do không nhập ghi ở danh sách bên dưới)`,
      en: `${name} (has a table; the list below says why it isn’t read)`,
    };
  return chosen === 'cover'
    ? { vi: `${name} (trang bìa, không có bảng)`, en: `${name} (cover, no table)` }
    : { vi: `${name} (không có bảng nào nhận ra được)`, en: `${name} (no table that is known)` };
}

export function nameOfKind(kind: string): Name {
  const known = RETURN_KINDS.find((one) => one === kind);
  return known ? RETURN_KIND_NAMES[known] : { vi: 'không nhập', en: 'not read' };
}
