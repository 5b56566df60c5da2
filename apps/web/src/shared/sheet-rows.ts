import type { CellView, GivenAnswerView } from '@thongvon/api-contract';
import { addTo } from '@thongvon/kernel';

/** Names the row of the sheet in which a cell stands. */
export const rowKey = (cell: CellView | null): string =>
  cell === null ? '' : `${cell.sheet} ${cell.cell.replace(/\D+/, '')}`;

/** Answers by the row of the sheet that they are about. */
export function answersByRow(
  answers: readonly GivenAnswerView[],
): ReadonlyMap<string, readonly GivenAnswerView[]> {
  const found = new Map<string, GivenAnswerView[]>();
  for (const answer of answers) {
    const { sheet, cell } = answer;
    if (sheet === null || cell === null) continue;
    addTo(found, rowKey({ sheet, cell }), answer);
  }
  return found;
}
