import type { Findings } from '../findings';
import { cellName } from '@thongvon/workbook-io';
import type { TypedTable } from '../table/typed-table';

/** One amount in a cell merged over several projects can't be given to any of them. */
export function checkMergedAmounts(table: TypedTable, columns: readonly number[], findings: Findings): void {
  const { grid } = table.raw;
  const projectOf = new Map(
    table.portfolio.projects.flatMap((project) =>
      project.lines.map((line) => [line.index, project] as const),
    ),
  );
  for (const merge of grid.sheet.merges) {
    if (!columns.includes(merge.left) || merge.top === merge.bottom) continue;
    const cell = grid.cell(merge.top, merge.left);
    if (!cell || !projectOf.has(merge.top)) continue;
    const rows = [...projectOf.keys()].filter((row) => row >= merge.top && row <= merge.bottom);
    if (new Set(rows.map((row) => projectOf.get(row))).size < 2) continue;
    findings.add(
      'merged-over-projects',
      { sheet: grid.name, cell },
      { rows: `${cellName(merge.top, merge.left)}:${cellName(merge.bottom, merge.left)}` },
    );
  }
}
