import { matchKey } from '@thongvon/kernel';
import type { Findings } from '../findings/findings';
import type { LandClearanceReading } from '../model/reading';
import type { ReadyTable } from '../table/line-source';
import { readLandClearance, type ReadRow } from './land-clearance';
import { Repetitions } from './project-identity';

interface SeenRow extends ReadRow {
  readonly table: ReadyTable;
}

/** Gathers the land-clearance rows of all tables; what two of them say of one project is not counted twice. */
export class ClearanceRows {
  readonly readings: LandClearanceReading[] = [];
  private readonly seen = new Map<string, SeenRow[]>();
  private readonly repetitions: Repetitions;

  constructor(
    private readonly date1904: boolean,
    private readonly findings: Findings,
  ) {
    this.repetitions = new Repetitions(findings, 'clearance-repeated');
  }

  addTable(ready: ReadyTable): void {
    const { table, reader, shared } = ready;
    this.repetitions.count(table.raw, table.portfolio.projects.length);
    for (const row of readLandClearance(table, reader, this.date1904, this.findings)) {
      if (shared && !tellsOfClearance(row.reading)) continue;
      this.checkRepeated({ ...row, table: ready });
      this.readings.push(row.reading);
    }
  }

  /** Tells of projects that another sheet repeats, once all tables have been added. */
  tellRepeated(): void {
    this.repetitions.tell();
  }

  /** Households in one table and land in another belong together; the same figure in both would be added up. */
  private checkRepeated(row: SeenRow): void {
    const { reading, cell, table } = row;
    const key = `${reading.code ?? matchKey(reading.name)}|${matchKey(reading.segment ?? '')}`;
    const known = this.seen.get(key) ?? [];
    this.seen.set(key, [...known, row]);
    const first = known.find((other) => other.table !== table && overlaps(other.reading, reading));
    if (!first) return;
    this.repetitions.add({
      project: reading.name,
      table: table.table.raw,
      cell,
      first: { sheet: first.table.table.raw.grid.name, cell: first.cell },
    });
  }
}

function overlaps(a: LandClearanceReading, b: LandClearanceReading): boolean {
  return KEYS.some((key) => a[key] !== null && b[key] !== null);
}

/** In a table that is also a disbursement return, projects that need no land have "x" or nothing here. */
function tellsOfClearance(row: LandClearanceReading): boolean {
  return KEYS.some((key) => row[key] !== null);
}

const KEYS = [
  'households',
  'inventoried',
  'approved',
  'paid',
  'handedOver',
  'area',
  'areaHandedOver',
  'graves',
  'compensation',
  'compensated',
] as const satisfies readonly (keyof LandClearanceReading)[];
