import { addTo, projectCode } from '@thongvon/kernel';
import type { CellModel } from '@thongvon/workbook-io';
import { answeredMeaning } from '../columns/assignment';
import type { HeaderColumn, RawTable } from '../header/tables';
import { namePreference, namesProjectCode, ownMeasure, textFieldOf } from '../header/column-content';
import {
  type ColumnContent,
  contentOf,
  holdsGroups,
  holdsShortCodes,
  holdsTimes,
  holdsYesOrNo,
} from '../header/column-values';
import { parseMeaning, TEXT_FIELDS, type TextField } from '../model/meaning';
import type { ReadingOptions } from '../model/options';
import type { ReturnKind } from '../model/reading';
import { isSignatureRow } from '../rows/labels';

export interface TextColumns {
  readonly fields: ReadonlyMap<TextField, number>;
  /** Columns that name the project, the best first; the others help where groups are indented by column. */
  readonly names: readonly number[];
  /** Columns that may hold figures. */
  readonly figures: readonly number[];
  /** Columns of which nothing tells which one has the projects' codes; none where that is known. */
  readonly codes: readonly number[];
}

/** Looks closer at what a column holds, where its caption makes that matter. */
type Holds = (test: typeof holdsTimes) => boolean;

interface Candidate {
  readonly column: HeaderColumn;
  readonly content: ColumnContent;
  readonly holds: Holds;
  /** A person has said so. */
  readonly answered: boolean;
}

/** Fields whose captions can also stand over figures: "Nguồn NS huyện", "Xã". */
const ALSO_FIGURES: readonly TextField[] = [
  'source',
  'location',
  'owner',
  'field',
  'name',
  'plan-type',
  'note',
  'blocker',
  'due',
];

/** What a caption may say of a column that holds the groups of projects. */
const MAY_HOLD_GROUPS: readonly (TextField | 'other-text' | undefined)[] = ['field', 'other-text', undefined];

/** Tells the columns of texts from those of figures, by caption, content, and what a person has answered. */
export function textColumns(
  { grid, header, below }: RawTable,
  kind: ReturnKind,
  options: ReadingOptions,
): TextColumns {
  const rows = below.filter((row) => !isSignatureRow(row));
  const candidates = new Map<TextField, Candidate[]>();
  const figures: number[] = [];
  for (const column of header.columns) {
    const content = contentOf(grid, rows, column.column);
    const answer = answeredMeaning(grid.name, column, options);
    const holds: Holds = (test) => test(grid, rows, column.column);
    const field = answer === undefined ? fieldOf(column, kind, content, holds) : textFieldIn(answer);
    if (field === undefined) figures.push(column.column);
    else if (field !== 'other-text')
      addTo(candidates, field, { column, content, holds, answered: answer !== undefined });
  }
  const fields = new Map<TextField, number>();
  const codes = codeColumns(candidates.get('code') ?? [], grid, below);
  for (const [field, list] of candidates) {
    const best = field === 'code' ? codes[0] : bestOf(field, list);
    if (best !== undefined) fields.set(field, best);
  }
  const name = fields.get('name');
  const others = (candidates.get('name') ?? []).filter(
    ({ column, content }) => column.column !== name && content.texts > 0,
  );
  const samePath = others.filter(({ column }) =>
    shareCaption(
      column,
      header.columns.find((c) => c.column === name),
    ),
  );
  return {
    fields,
    names:
      name === undefined ? [] : [name, ...samePath.map(({ column }) => column.column)].sort((a, b) => a - b),
    figures,
    codes: codes.length > 1 ? codes : [],
  };
}

function fieldOf(
  column: HeaderColumn,
  kind: ReturnKind,
  content: ColumnContent,
  holds: Holds,
): TextField | 'other-text' | undefined {
  const field = textFieldOf(column);
  // "Nhóm | Chuyển tiếp", but not "Nhóm | B"; "Loại dự án" may be the field or the group.
  if (MAY_HOLD_GROUPS.includes(field) && content.texts > 0 && holds(holdsGroups)) return 'group';
  // "Kéo dài (1: kéo dài; 2: không)": a code, as on the Treasury's forms.
  if (field === undefined && saysCarriedOverAlone(column) && holds(holdsYesOrNo)) return 'plan-type';
  // "Thời gian bố trí vốn | 2024-2026" is no amount.
  if (field === undefined && content.numbers === 0 && content.texts > 0 && holds(holdsTimes))
    return 'other-text';
  // "Tiến độ / Đóng điện" over dates is no note.
  if (field === 'note' && !column.path.at(-1)?.tags.has('note') && holds(holdsTimes)) return 'other-text';
  if (field === undefined || field === 'other-text' || field === 'ordinal' || field === 'code') return field;
  // "Loại kế hoạch vốn | 01": codes of plan types, in a column of their own.
  if (field === 'plan-type' && column.path.length === 1 && holds(holdsShortCodes)) return field;
  // "Mã nguồn NSNN | 42": the Treasury's codes of sources.
  if (field === 'source' && namesSourceCode(column) && holds(holdsShortCodes)) return field;
  if (
    ALSO_FIGURES.includes(field) &&
    field !== 'due' &&
    content.numbers > content.texts &&
    content.numbers > 0
  )
    return field === 'note' || field === 'blocker' ? field : undefined;
  // "Nguồn xã hội hóa" names one source, so figures belong beneath it even if none stand there yet.
  if (field === 'source' && column.path.at(-1)?.source && (content.texts === 0 || isBeneathAmount(column)))
    return undefined;
  // A note column of a disbursement table is often headed "Khó khăn, vướng mắc".
  return field === 'blocker' && kind !== 'land-clearance' ? 'note' : field;
}

/** "Kéo dài", with nothing that it would be an amount of. */
function saysCarriedOverAlone({ path: [caption, ...inner] }: HeaderColumn): boolean {
  if (!caption || inner.length > 0 || !/^\s*kéo dài\b/iu.test(`${caption.text} `)) return false;
  return caption.tags.has('carried-over') && ownMeasure(caption) === undefined;
}

const namesSourceCode = ({ path }: HeaderColumn): boolean =>
  /^mã(?=\s)|^nguồn nsnn\b/i.test(path.at(-1)?.text ?? '');

function textFieldIn(answer: string): TextField | undefined {
  const meaning = parseMeaning(answer);
  return TEXT_FIELDS.find((field) => field === meaning?.field);
}

/**
 * The columns that may hold the projects' codes, the surest first: of those with codes the one whose caption says so
 * most plainly, since the owner's code, the office's and the project's have the same seven digits.
 */
function codeColumns(
  list: readonly Candidate[],
  grid: RawTable['grid'],
  below: RawTable['below'],
): readonly number[] {
  const answered = list.filter((candidate) => candidate.answered);
  if (answered.length > 0) return answered.map(({ column }) => column.column);
  const valued = list.map(({ column }) => {
    const codes = below.map((row) => {
      const cell = grid.cell(row.index, column.column);
      const code = cell && readProjectCode(cell);
      return code?.valid ? code.code : '';
    });
    return { column, codes: codes.join(' '), valid: codes.filter((code) => code !== '').length };
  });
  const most = Math.max(...valued.map(({ valid }) => valid));
  const filled = valued.filter(({ valid }) => valid * 2 >= most);
  const named = filled.filter(({ column }) => namesProjectCode(column));
  const left = named.length > 0 ? named : filled;
  const different = left.filter(({ codes }, i) => left.findIndex((other) => other.codes === codes) === i);
  return different.map(({ column }) => column.column);
}

function bestOf(field: TextField, list: readonly Candidate[]): number | undefined {
  const score = ({ column, content, holds }: Candidate): number => {
    const empty = content.texts + content.numbers === 0 ? 1000 : 0;
    if (field === 'name') return empty + Math.min(...column.path.map((c) => namePreference(c.text)));
    // Of several notes the one that says what is in the way; dates are none.
    if (field === 'note') return empty + (holds(holdsTimes) ? 100 : 0) + (saysBlocker(column) ? 0 : 1);
    return empty;
  };
  return list.toSorted((a, b) => score(a) - score(b) || a.column.column - b.column.column)[0]?.column.column;
}

/** "Kế hoạch vốn / Nguồn xã hội hóa": amounts, though what stands there may be none. */
function isBeneathAmount({ path }: HeaderColumn): boolean {
  return path.slice(0, -1).some((caption) => {
    const measure = ownMeasure(caption);
    return measure !== undefined && measure !== 'text';
  });
}

const saysBlocker = ({ path }: HeaderColumn): boolean => path.some(({ tags }) => tags.has('blocker'));

function shareCaption(a: HeaderColumn, b: HeaderColumn | undefined): boolean {
  return b !== undefined && a.path.length > 0 && a.path[0] === b.path[0];
}

interface ProjectCode {
  readonly code: string;
  /** Seven digits, as the budget relation code (mã QHNS) has. */
  readonly valid: boolean;
}

const CODE = /^\d{7}$/;

/** Reads a project code from text or number. Leading zeros that only the number format shows are kept. */
export function readProjectCode(cell: CellModel): ProjectCode | undefined {
  const { value } = cell;
  if (value.type === 'number') {
    if (!Number.isInteger(value.number) || value.number < 0)
      return { code: String(value.number), valid: false };
    const zeros = /^0+$/.exec(cell.format ?? '')?.[0].length ?? 0;
    const code = String(value.number).padStart(zeros, '0');
    return { code, valid: CODE.test(code) };
  }
  if (value.type !== 'text') return undefined;
  const code = projectCode(value.text);
  return code === '' ? undefined : { code, valid: CODE.test(code) };
}
