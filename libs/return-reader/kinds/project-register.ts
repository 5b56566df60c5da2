import { cleanText, matchKey } from '@thongvon/kernel';
import type { CellModel } from '@thongvon/workbook-io';
import type { Findings } from '../findings';
import type { CellRef } from '../reading';
import type { ProjectRows } from '../rows/projects';
import { nameOf, textOf } from '../sheet/grid';
import type { TextField } from '../columns/meaning';
import type { TypedTable } from '../table/typed-table';
import { readProjectCode } from '../values/project-code';

/** Who a project is, from the cells that say so. */
export interface ProjectIdentity {
  readonly code: string | null;
  readonly name: string;
  /** What makes two rows the same project: the code, or the name without accents. */
  readonly key: string;
  readonly cell: CellModel | undefined;
  readonly codeCell: CellModel | undefined;
}

/** Reads code and name of a project and says what is wrong with them. */
export function identify(project: ProjectRows, table: TypedTable, findings: Findings): ProjectIdentity {
  const { own, node } = project;
  const sheet = table.raw.grid.name;
  const code = own.codeCell ? readProjectCode(own.codeCell) : undefined;
  const name = cleanText(node.label);
  if (code && !code.valid) findings.add('project-code', { sheet, cell: own.codeCell });
  const codeColumn = table.texts.get('code');
  if (!code && codeColumn !== undefined && name !== '')
    findings.add(
      'project-code-missing',
      { sheet, at: { row: own.index, column: codeColumn } },
      { project: name },
    );
  if (name === '')
    findings.add(
      'project-without-name',
      { sheet, cell: own.codeCell, at: { row: own.index, column: 0 } },
      { row: own.index + 1 },
    );
  return {
    code: code?.code ?? null,
    name,
    key: code?.valid ? code.code : `${code?.code ?? ''} ${matchKey(name)}`,
    cell: own.labelCell ?? own.codeCell,
    codeCell: own.codeCell,
  };
}

const NOTHING = /^[-–—xX./]*$/;

/** The text of a project's cell in a text column, seen through merges; null when blank, a dash or "x". */
export function textAt(table: TypedTable, row: number, field: TextField): string | null {
  const column = table.texts.get(field);
  if (column === undefined) return null;
  const text = textOf(table.raw.grid.seen(row, column));
  return NOTHING.test(text) ? null : text;
}

export function refOf(sheet: string, cell: { row: number; column: number }): CellRef {
  return { sheet, cell: nameOf(cell) };
}
