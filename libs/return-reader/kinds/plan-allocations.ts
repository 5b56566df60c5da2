import type { CellModel } from '@thongvon/workbook-io';
import type { Findings } from '../findings/findings';
import type { AllocationReading } from '../model/reading';
import type { AmountReader } from '../table/amount-reader';
import type { Identity } from '../table/identities';
import { lineSource } from '../table/line-source';
import { linesOf } from '../table/lines';
import type { RowContext } from '../table/row-context';
import { rowsOfUnclearType } from '../table/unclear-plan-types';
import type { TypedTable } from '../table/typed-table';
import {
  identify,
  type ProjectIdentity,
  refOf,
  type Repetition,
  Repetitions,
  textAt,
} from './project-identity';

/** The allocations of a capital plan: one per project, plan type and source, with the new amount. */
export class PlanAllocations {
  readonly readings: AllocationReading[] = [];
  private readonly seen = new Map<string, Repetition['first']>();
  private readonly repetitions: Repetitions;

  constructor(private readonly findings: Findings) {
    this.repetitions = new Repetitions(findings, 'project-repeated');
  }

  addTable(
    table: TypedTable,
    reader: AmountReader,
    identities: readonly Identity[],
    title: RowContext,
  ): void {
    const sheet = table.raw.grid.name;
    const source = lineSource(table, reader, identities, title, this.findings);
    const unclear = rowsOfUnclearType(table);
    this.repetitions.count(table.raw, table.portfolio.projects.length);
    for (const project of table.portfolio.projects) {
      const identity = identify(project, table, this.findings);
      const lines = linesOf(project, source);
      for (const line of lines) {
        const planned = line.amounts.get('planned');
        // A source left blank next to the others is not a decision to give it nothing.
        if (!planned?.cell || planned.dong === null) continue;
        if (!unclear.has(line.row.index))
          this.checkRepeated(
            `${identity.key}|${line.planType}|${line.source?.code ?? ''}`,
            identity,
            planned.cell,
            table,
          );
        this.readings.push({
          code: identity.code,
          name: identity.name,
          planType: line.planType,
          source: line.source?.code ?? 'unspecified',
          sourceLabel: line.source?.label ?? null,
          planned: planned.dong.toString(),
          cell: refOf(sheet, planned.cell),
          owner: textAt(table, project.own.index, 'owner'),
          field: textAt(table, project.own.index, 'field'),
        });
      }
    }
  }

  /** Tells of projects that another sheet repeats, once all tables have been added. */
  tellRepeated(): void {
    this.repetitions.tell();
  }

  private checkRepeated(
    key: string,
    { name, codeCell, cell }: ProjectIdentity,
    amount: CellModel,
    { raw }: TypedTable,
  ): void {
    const first = this.seen.get(key);
    if (first) this.repetitions.add({ project: name, table: raw, cell: codeCell ?? cell, first });
    else this.seen.set(key, { sheet: raw.grid.name, cell: amount });
  }
}
