import type {
  CellView,
  CorrectionView,
  GivenAnswerView,
  PreviewRowView,
  ReturnView,
} from '@thongvon/api-contract';
import { rowKey } from '../../shared/sheet-rows';

/** A number of a return with what its sender said about it; without a row what holds for the file. */
export interface Said {
  readonly row: PreviewRowView | null;
  readonly answers: readonly GivenAnswerView[];
  readonly corrections: readonly CorrectionView[];
}

type Seen = Pick<ReturnView, 'answers' | 'corrections'> & {
  readonly preview: { readonly sections: readonly { readonly rows: readonly PreviewRowView[] }[] } | null;
};

/**
 * What was answered and corrected, beside the number that it is about: that of its row, or of the project that the question names. Each
 * answer and each correction stands once; what is about no number comes last.
 */
export function saidByRow({ answers, corrections, preview }: Seen): Said[] {
  const rows = (preview?.sections ?? []).flatMap((section) => section.rows);
  const byRow = new Map<string, PreviewRowView>();
  const byName = new Map<string, PreviewRowView>();
  for (const row of rows) {
    if (row.cell !== null) keepFirst(byRow, rowKey(row.cell), row);
    for (const name of [row.code, row.name]) if (name !== null) keepFirst(byName, name, row);
  }
  const said = new Map<
    PreviewRowView | null,
    { answers: GivenAnswerView[]; corrections: CorrectionView[] }
  >();
  const at = (row: PreviewRowView | undefined) => {
    const known = said.get(row ?? null) ?? { answers: [], corrections: [] };
    said.set(row ?? null, known);
    return known;
  };
  for (const answer of answers) {
    const { sheet, cell, asked } = answer;
    const place: CellView | null = sheet === null || cell === null ? null : { sheet, cell };
    at(byRow.get(rowKey(place)) ?? byName.get(asked ?? '')).answers.push(answer);
  }
  for (const correction of corrections) at(byRow.get(rowKey(correction))).corrections.push(correction);
  const lines = [...said].map(([row, words]) => ({ row, ...words }));
  return [
    ...rows.flatMap((row) => lines.find((line) => line.row === row) ?? []),
    ...lines.filter(({ row }) => row === null),
  ];
}

function keepFirst<Value>(into: Map<string, Value>, key: string, value: Value): void {
  if (!into.has(key)) into.set(key, value);
}
