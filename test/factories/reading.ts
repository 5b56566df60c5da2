import { plainDate, type PlanType } from '@thongvon/kernel';
import type { Coverage, LineReading, ProjectReading, Reading } from '@thongvon/return-reader';

/** One line of a made-up return: đồng, or null for "not reported". */
export interface Line {
  readonly source?: string;
  readonly planType?: PlanType;
  readonly disbursed: number | null;
  readonly completed?: number;
  readonly advance?: number;
}

/** A disbursement reading as the reader would give it, of projects by code with their lines. */
export function disbursementReading(
  asOf: string,
  projects: Readonly<Record<string, readonly Line[]>>,
  options: { coverage?: Coverage; kind?: 'disbursement' | 'treasury' } = {},
): Reading {
  const kind = options.kind ?? 'disbursement';
  return {
    ...emptyReading(),
    kinds: [kind],
    asOf: plainDate(asOf),
    planYear: 2023,
    coverage: options.coverage ?? 'full',
    sheets: [{ name: 'S', role: kind, unit: 'dong', headerRows: [1], columns: [] }],
    projects: Object.entries(projects).map(([code, lines], row) => projectReading(code, lines, row + 2)),
  };
}

/** A plan reading: new amounts in đồng per project code and source. */
export function planReading(
  decision: { number: string; date: string; mode: 'initial' | 'adjustment' },
  amounts: Readonly<Record<string, Readonly<Record<string, number>>>>,
): Reading {
  return {
    ...emptyReading(),
    kinds: ['plan'],
    planYear: 2023,
    coverage: decision.mode === 'initial' ? 'full' : 'partial',
    decision: { ...decision, date: plainDate(decision.date) },
    allocations: Object.entries(amounts).flatMap(([code, sources], row) =>
      Object.entries(sources).map(([source, planned], column) => ({
        code,
        name: `Dự án ${code}`,
        planType: 'current-year' as const,
        source,
        sourceLabel: source,
        planned: planned.toString(),
        cell: { sheet: 'P', cell: `${'FGHIJ'.charAt(column)}${row + 2}` },
        owner: null,
        field: null,
      })),
    ),
  };
}

/** A reading that says nothing. */
export function emptyReading(): Reading {
  return {
    kinds: [],
    asOf: null,
    planYear: null,
    coverage: 'full',
    decision: null,
    sheets: [],
    total: { planned: null, disbursed: null, rate: null, denominator: 'current-year-plan' },
    byPlanType: {},
    projects: [],
    allocations: [],
    landClearance: [],
    findings: [],
  };
}

function projectReading(code: string, lines: readonly Line[], row: number): ProjectReading {
  const amounts = lines.flatMap(({ disbursed }) => (disbursed === null ? [] : [BigInt(disbursed)]));
  const sum = amounts.length === 0 ? null : amounts.reduce((a, b) => a + b, 0n);
  return {
    code,
    name: `Dự án ${code}`,
    planned: null,
    disbursed: sum?.toString() ?? null,
    lines: lines.map((line, index): LineReading => ({
      planType: line.planType ?? 'current-year',
      source: line.source ?? 'unspecified',
      sourceLabel: line.source ?? null,
      planned: null,
      disbursed: line.disbursed?.toString() ?? null,
      completed: line.completed?.toString() ?? null,
      advance: line.advance?.toString() ?? null,
      estimate: null,
      cells: {
        ...(line.disbursed === null ? {} : { disbursed: { sheet: 'S', cell: `E${row + index}` } }),
        ...(line.completed === undefined ? {} : { completed: { sheet: 'S', cell: `F${row + index}` } }),
        ...(line.advance === undefined ? {} : { advance: { sheet: 'S', cell: `G${row + index}` } }),
      },
    })),
    cell: { sheet: 'S', cell: `B${row}` },
    field: null,
    owner: null,
    note: null,
    totalInvestment: null,
  };
}
