import type { WorkbookModel } from '@thongvon/workbooks';
import { isInstructions } from './context/instructions';
import { kindOfTable } from './context/kind';
import { statementsOf, type Statement } from './context/statements';
import type { Findings } from './findings';
import type { ReadingOptions } from './options';
import type { ReturnKind } from './reading';
import { Grid } from './sheet/grid';
import { findTables, type RawTable } from './sheet/tables';

/** A first look at a sheet: its tables and what they seem to be. */
export interface SurveyedSheet {
  readonly grid: Grid;
  readonly instructions: boolean;
  readonly tables: readonly SurveyedTable[];
}

export interface SurveyedTable {
  readonly raw: RawTable;
  readonly statements: readonly Statement[];
  /** Undefined for a table without any figure of a return. */
  readonly kind: ReturnKind | undefined;
}

/** Looks through all sheets for tables, before anything in them is read. */
export function surveyWorkbook(
  model: WorkbookModel,
  options: ReadingOptions,
  findings: Findings,
): SurveyedSheet[] {
  return model.sheets.map((sheet) => {
    const grid = new Grid(sheet);
    const raws = findTables(grid);
    const instructions = isInstructions(sheet.name, sheet.rows);
    if (instructions && raws.length > 0) findings.add('sheet-ignored', { sheet: sheet.name });
    const tables = raws.map((raw) => {
      const statements = statementsOf(raw.above);
      const found = kindOfTable(raw.header.columns, statements, sheet.name);
      return { raw, statements, kind: instructions ? undefined : answeredKind(found, options) };
    });
    return { grid, instructions, tables };
  });
}

/** An answered kind stands for every table but those of land clearance, which stand beside the others. */
function answeredKind(found: ReturnKind | undefined, { kind }: ReadingOptions): ReturnKind | undefined {
  if (!kind || !found || found === kind) return found;
  return found === 'land-clearance' || kind === 'land-clearance' ? found : kind;
}
