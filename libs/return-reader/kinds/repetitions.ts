import { groupBy } from '@thongvon/kernel';
import type { CellModel } from '@thongvon/workbook-io';
import type { Findings } from '../findings';
import type { RawTable } from '../sheet/tables';
import { refOf } from './project-register';

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
