import type { AmountUnit } from '@thongvon/kernel';
import { formatMeaning } from './columns/meaning';
import type { SheetReading } from './reading';
import { columnLetters } from './sheet/grid';
import type { SurveyedSheet } from './surveyed';
import type { ReadyTable } from './type-tables';

/** What every sheet was taken for, so that a person can see how the return was understood. */
export function sheetReadings(
  survey: readonly SurveyedSheet[],
  found: readonly ReadyTable[],
  used: readonly ReadyTable[],
): SheetReading[] {
  return survey.flatMap(({ grid, tables }): SheetReading[] => {
    const own = found.filter(({ table }) => table.raw.grid === grid);
    if (own.length === 0) {
      const role = tables.length > 0 ? 'ignored' : 'cover';
      return [{ name: grid.name, role, unit: null, headerRows: [], columns: [] }];
    }
    return own.map((ready) => ({
      name: grid.name,
      role: used.includes(ready) ? ready.table.kind : 'ignored',
      unit: unitOf(ready),
      headerRows: range(ready.table.raw.header.top + 1, ready.table.raw.header.bottom + 1),
      columns: ready.table.raw.header.columns.map(({ column, path }) => {
        const meaning = ready.table.meanings.get(column);
        return {
          column: columnLetters(column),
          path: path.map((caption) => caption.text),
          meaning: meaning ? formatMeaning(meaning) : 'ignored',
        };
      }),
    }));
  });
}

/** The unit above the table, or that of its captions where they agree. */
function unitOf({ unit, table }: ReadyTable): AmountUnit | null {
  const units = new Set([...table.units.values()].filter((u) => u !== undefined));
  const [only] = units;
  return units.size === 1 ? (only ?? null) : (unit ?? null);
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}
