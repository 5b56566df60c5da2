import type { Layout } from './layout';
import type { SheetBuilder } from './sheet-builder';
import type { TestColumn } from './write-columns';

const UMBRELLA = 'Tình hình thực hiện kế hoạch vốn đầu tư công năm 2023';

/** Writes the header block and gives the first row below it. */
export function writeHeader(
  sheet: SheetBuilder,
  columns: readonly TestColumn[],
  top: number,
  layout: Layout,
): number {
  const paths = columns.map((column) => umbrella(column, layout));
  const depth = Math.max(...paths.map((path) => path.length));
  paths.forEach((path, i) => {
    const column = layout.left + i;
    path.forEach((caption, level) => {
      const sameGroup =
        level < path.length - 1 &&
        i > 0 &&
        paths[i - 1]?.slice(0, level + 1).join('|') === path.slice(0, level + 1).join('|');
      if (sameGroup) return;
      sheet.set(top + level, column, caption, { bold: layout.bold });
      if (layout.headerStyle !== 'merged') return;
      if (level === path.length - 1) sheet.merge(top + level, column, top + depth - 1, column);
      else {
        let right = i;
        const prefix = path.slice(0, level + 1).join('|');
        while (
          paths[right + 1]?.slice(0, level + 1).join('|') === prefix &&
          (paths[right + 1]?.length ?? 0) > level + 1
        )
          right += 1;
        sheet.merge(top + level, column, top + level, layout.left + right);
      }
    });
  });
  return top + depth + writeNumbers(sheet, columns, top + depth, layout);
}

/** Plan and disbursement under one more caption, which says both words. */
function umbrella(column: TestColumn, layout: Layout): readonly string[] {
  const inside = /^(planned|carried|disbursed|completed|advance)/.test(column.key);
  return layout.extraHeaderRow && inside && layout.headerStyle === 'merged' && !hasExtrasBetween(layout)
    ? [UMBRELLA, ...column.path]
    : column.path;
}

const hasExtrasBetween = ({ extras }: Layout): boolean =>
  extras.includes('week') || extras.includes('previous');

function writeNumbers(
  sheet: SheetBuilder,
  columns: readonly TestColumn[],
  row: number,
  layout: Layout,
): number {
  if (layout.columnNumbers === 'none') return 0;
  const numberOf = (key: string): number => columns.findIndex((c) => c.key === key) + 1;
  columns.forEach((column, i) => {
    const number = i + 1;
    const bracket = (n: number): string => `(${n})`;
    let text: string | number = bracket(number);
    if (layout.columnNumbers === 'plain') text = number;
    if (layout.columnNumbers === 'letters') text = i < 2 ? String.fromCharCode(65 + i) : String(i - 1);
    if (layout.columnNumbers === 'formulas' && column.sum?.every((key) => numberOf(key) > 0))
      text = `${bracket(number)}=${column.sum.map((key) => bracket(numberOf(key))).join('+')}`;
    if (layout.columnNumbers === 'formulas' && column.ratio?.every((key) => numberOf(key) > 0))
      text = `${bracket(number)}=${bracket(numberOf(column.ratio[0]))}/${bracket(numberOf(column.ratio[1]))}`;
    sheet.set(row, layout.left + i, text);
  });
  return 1;
}
