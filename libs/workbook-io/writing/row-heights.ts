import { parseRange } from '../cell-references';
import type { MergedRange } from '../sheet-model';
import { HIGHEST_ROW, LINE_HEIGHT, linesOf } from '../text-lines';
import type { FormLook, FormSheet } from './form';
import { LOOKS } from './looks';

/**
 * Heights in points of rows (from 1) whose texts take more than a line, since not every program finds them by itself. A
 * text that is merged over rows is spread over them; one that is merged over columns is taken to have room.
 */
export function rowHeights({ rows, widths, merges }: FormSheet): Map<number, number> {
  const merged = merges.flatMap((range) => parseRange(range) ?? []);
  const lines = rows.map(() => 1);
  rows.forEach((cells, row) => {
    for (const { column, content, look } of cells) {
      const range = merged.find((candidate) => contains(candidate, row, column));
      if (content?.type !== 'text' || !wraps(look) || (range && range.left !== range.right)) continue;
      const over = range ? range.bottom - range.top + 1 : 1;
      const each = linesOf(content.text, widths[column] ?? 1) / over;
      for (let at = row; at < row + over; at += 1) lines[at] = Math.max(lines[at] ?? 1, each);
    }
  });
  return new Map(
    lines.flatMap((count, row) => (count > 1 ? [[row + 1, Math.min(count * LINE_HEIGHT, HIGHEST_ROW)]] : [])),
  );
}

const wraps = (look: FormLook): boolean => LOOKS[look].alignment?.wrapText ?? false;

const contains = ({ top, left, bottom, right }: MergedRange, row: number, column: number): boolean =>
  top <= row && row <= bottom && left <= column && column <= right;
