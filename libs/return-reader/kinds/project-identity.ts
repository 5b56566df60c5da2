import { cleanText, groupBy, matchKey } from '@thongvon/kernel';
import type { CellModel } from '@thongvon/workbook-io';
import type { Findings } from '../findings/findings';
import type { RawTable } from '../header/tables';
import type { TextField } from '../model/meaning';
import type { CellRef } from '../model/reading';
import type { ProjectRows } from '../rows/projects';
import { nameOf, textOf } from '../sheet/grid';
import { readProjectCode } from '../table/text-columns';
import type { TypedTable } from '../table/typed-table';

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

/** A place as a reading names it; row and column count from 0. */
export function refOf(sheet: string, cell: { row: number; column: number }): CellRef {
  return { sheet, cell: nameOf(cell) };
}

/** A project that stands again where it would be counted twice, and where it stood first. */
export interface Repetition {
  readonly project: string;
  readonly table: RawTable;
  readonly cell: CellModel | undefined;
  readonly first: { readonly sheet: string; readonly cell: CellModel | undefined };
}

/**
 * Tells of projects that would be counted twice. Where a sheet repeats the projects of another, it is no mistake in its
 * rows: the person is asked once which of the two sheets counts.
 */
export class Repetitions {
  private readonly onOtherSheets: Repetition[] = [];
  private readonly projectsOn = new Map<string, number>();

  constructor(
    private readonly findings: Findings,
    private readonly message: 'project-repeated' | 'clearance-repeated',
  ) {}

  /** So many projects stand on a sheet. */
  count({ grid }: RawTable, projects: number): void {
    this.projectsOn.set(grid.name, (this.projectsOn.get(grid.name) ?? 0) + projects);
  }

  add(repetition: Repetition): void {
    if (repetition.first.sheet === repetition.table.grid.name) this.tellOne(repetition);
    else this.onOtherSheets.push(repetition);
  }

  /** Tells what stands again on another sheet, once all tables are known. */
  tell(): void {
    const pairs = groupBy(this.onOtherSheets, ({ table, first }) => `${table.grid.name}/${first.sheet}`);
    for (const repetitions of pairs.values()) {
      const [one] = repetitions;
      if (!one) continue;
      const fewest = Math.min(this.projectsOf(one.table.grid.name), this.projectsOf(one.first.sheet));
      if (repetitions.length * 2 >= fewest) this.askAboutSheets(one, repetitions.length);
      else for (const repetition of repetitions) this.tellOne(repetition);
    }
  }

  private projectsOf(sheet: string): number {
    return this.projectsOn.get(sheet) ?? 0;
  }

  private askAboutSheets({ table: { grid, header }, first }: Repetition, count: number): void {
    const [own, other] = [grid.name, first.sheet];
    const choice = (value: string, counted: string): { value: string; label: string; labelEn: string } => ({
      value,
      label: `Chỉ tính trang “${counted}”`,
      labelEn: `Only “${counted}” counts`,
    });
    this.findings.add(
      'sheets-alike',
      { sheet: own, at: { row: header.top, column: header.columns[0]?.column ?? 0 } },
      { other, count },
      [choice('ignored', other), choice('instead', own)],
    );
  }

  private tellOne({ project, table, cell, first }: Repetition): void {
    const sheet = table.grid.name;
    const where = first.cell ? refOf(first.sheet, first.cell) : undefined;
    const name = where && where.sheet !== sheet ? `${where.sheet}!${where.cell}` : (where?.cell ?? '');
    this.findings.add(this.message, { sheet, cell }, { project, first: name });
  }
}
