import { answeredMeaning } from '../columns/answered-column';
import { contentOf, namePreference, textFieldOf, type ColumnContent } from '../columns/identity';
import { parseMeaning, TEXT_FIELDS, type TextField } from '../columns/meaning';
import type { HeaderColumn } from '../header/header';
import type { ReadingOptions } from '../options';
import type { ReturnKind } from '../reading';
import { isSignatureRow } from '../rows/labels';
import type { RawTable } from '../sheet/tables';
import { readProjectCode } from '../values/project-code';

export interface TextColumns {
  readonly fields: ReadonlyMap<TextField, number>;
  /** Columns that name the project, the best first; the others help where groups are indented by column. */
  readonly names: readonly number[];
  /** Columns that may hold figures. */
  readonly figures: readonly number[];
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

/** Tells the columns of texts from those of figures, by caption, content, and what a person has answered. */
export function textColumns(
  { grid, header, below }: RawTable,
  kind: ReturnKind,
  options: ReadingOptions,
): TextColumns {
  const rows = below.filter((row) => !isSignatureRow(row));
  const candidates = new Map<TextField, { column: HeaderColumn; content: ColumnContent }[]>();
  const figures: number[] = [];
  for (const column of header.columns) {
    const content = contentOf(grid, rows, column.column);
    const answer = answeredMeaning(grid.name, column, options);
    const field = answer === undefined ? fieldOf(column, kind, content) : textFieldIn(answer);
    if (field === undefined) figures.push(column.column);
    else if (field !== 'other-text')
      candidates.set(field, [...(candidates.get(field) ?? []), { column, content }]);
  }
  const fields = new Map<TextField, number>();
  for (const [field, list] of candidates) {
    const best = bestOf(field, list, grid, below);
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
  };
}

function fieldOf(
  column: HeaderColumn,
  kind: ReturnKind,
  content: ColumnContent,
): TextField | 'other-text' | undefined {
  const field = textFieldOf(column);
  if (field === undefined || field === 'other-text' || field === 'ordinal' || field === 'code') return field;
  if (
    ALSO_FIGURES.includes(field) &&
    field !== 'due' &&
    content.numbers > content.texts &&
    content.numbers > 0
  )
    return field === 'note' || field === 'blocker' ? field : undefined;
  // "Nguồn xã hội hóa" names one source, so figures belong beneath it even if none stand there yet.
  if (field === 'source' && column.path.at(-1)?.source && content.texts === 0) return undefined;
  // A note column of a disbursement table is often headed "Khó khăn, vướng mắc".
  return field === 'blocker' && kind !== 'land-clearance' ? 'note' : field;
}

function textFieldIn(answer: string): TextField | undefined {
  const meaning = parseMeaning(answer);
  return TEXT_FIELDS.find((field) => field === meaning?.field);
}

function bestOf(
  field: TextField,
  list: readonly { column: HeaderColumn; content: ColumnContent }[],
  grid: RawTable['grid'],
  below: RawTable['below'],
): number | undefined {
  const score = ({ column, content }: (typeof list)[number]): number => {
    if (field === 'code') {
      const valid = below.filter((row) => {
        const cell = grid.cell(row.index, column.column);
        return cell && readProjectCode(cell)?.valid;
      }).length;
      return -valid;
    }
    const empty = content.texts + content.numbers === 0 ? 1000 : 0;
    return field === 'name' ? empty + Math.min(...column.path.map((c) => namePreference(c.text))) : empty;
  };
  return list.toSorted((a, b) => score(a) - score(b) || a.column.column - b.column.column)[0]?.column.column;
}

function shareCaption(a: HeaderColumn, b: HeaderColumn | undefined): boolean {
  return b !== undefined && a.path.length > 0 && a.path[0] === b.path[0];
}
