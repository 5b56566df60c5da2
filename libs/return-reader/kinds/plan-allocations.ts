import type { CellModel } from '@thongvon/workbook-io';
import type { Findings } from '../findings/findings';
import type { AllocationReading } from '../model/reading';
import { lineSource, type ReadyTable } from '../table/line-source';
import { type Line, linesOf } from '../table/lines';
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

/** Where the amounts of one project and plan type stand that have been added. */
interface Seen {
  readonly bySource: Map<string, Place>;
  /** Not of zero: the first amount without a source, the first with one. */
  whole?: Place;
  part?: Place;
}

type Place = Repetition['first'] & { readonly row: Line['row'] };

/** The allocations of a capital plan: one per project, plan type and source, with the new amount. */
export class PlanAllocations {
  readonly readings: AllocationReading[] = [];
  /** Amounts that have been added, by project and plan type. */
  private readonly seen = new Map<string, Seen>();
  private readonly repetitions: Repetitions;

  constructor(private readonly findings: Findings) {
    this.repetitions = new Repetitions(findings, 'project-repeated');
  }

  /** Adds the lines of a table's projects that have a plan; tells of what stands again where it would count twice. */
  addTable(ready: ReadyTable): void {
    const { table } = ready;
    const sheet = table.raw.grid.name;
    const source = lineSource(ready, this.findings);
    const unclear = rowsOfUnclearType(table);
    this.repetitions.count(table.raw, table.portfolio.projects.length);
    for (const project of table.portfolio.projects) {
      const identity = identify(project, table, this.findings);
      const lines = linesOf(project, source);
      for (const line of lines) {
        const planned = line.amounts.get('planned');
        // A source left blank next to the others is not a decision to give it nothing.
        if (!planned?.cell || planned.dong === null) continue;
        if (!unclear.has(line.row.index)) this.checkRepeated(identity, line, planned.cell, table);
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

  /** An amount again for the same source, or without one beside those that have one: it may be their whole. */
  private checkRepeated(
    { key, name, codeCell, cell }: ProjectIdentity,
    { planType, source, row, amounts }: Line,
    amount: CellModel,
    { raw }: TypedTable,
  ): void {
    const typed = `${key}|${planType}`;
    const seen = this.seen.get(typed) ?? { bySource: new Map<string, Place>() };
    this.seen.set(typed, seen);
    const code = source?.code ?? '';
    const other = amounts.get('planned')?.dong === 0n ? undefined : source ? seen.whole : seen.part;
    const first = seen.bySource.get(code) ?? (other?.row === row ? undefined : other);
    if (first) {
      this.repetitions.add({ project: name, table: raw, cell: codeCell ?? cell, first });
      return;
    }
    const place: Place = { sheet: raw.grid.name, cell: amount, row };
    seen.bySource.set(code, place);
    if (amounts.get('planned')?.dong !== 0n) seen[source ? 'part' : 'whole'] ??= place;
  }
}
