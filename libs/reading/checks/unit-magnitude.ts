import { type Dong, formatDong, UNIT_NAMES } from '@thongvon/kernel';
import type { Findings } from '../findings';
import { statementsOf } from '../context/statements';
import { unitChoices } from '../messages/names';
import type { ReadingOptions } from '../options';
import type { AllocationReading, ProjectReading } from '../reading';
import { columnLetters } from '../sheet/grid';
import { columnsOf } from '../table/typed-table';
import type { ReadyTable } from '../type-tables';
import { amountsInWords, isOffByThousands } from './stated-in-words';

/**
 * What yearly plans of projects can plausibly be. The whole country's plan for 2026 is about 10^15 đồng, its largest
 * city's 1.5 × 10^14; a works of less than a million đồng is none.
 */
const PLAUSIBLE = {
  mostOfOneProject: 10n ** 14n,
  mostOfAll: 2n * 10n ** 14n,
  leastOfLargest: 1_000_000n,
} as const;

/** Asks for the unit where the stated one makes the amounts absurd, alone or against what is known of the projects. */
export function checkUnitMagnitude(
  tables: readonly ReadyTable[],
  projects: readonly ProjectReading[],
  allocations: readonly AllocationReading[],
  options: ReadingOptions,
  findings: Findings,
): void {
  for (const ready of tables) {
    const sheet = ready.table.raw.grid.name;
    const settled = options.units?.some((u) => u.sheet === sheet && !u.unlessStated);
    if (ready.table.kind === 'land-clearance' || !ready.unit || settled) continue;
    const own = [
      ...projects.filter((p) => p.cell.sheet === sheet),
      ...allocations
        .filter((a) => a.cell.sheet === sheet)
        .map((a) => ({ code: a.code, planned: a.planned, disbursed: null })),
    ];
    const suspect = absurd(own) ?? differsByThousands(own, options) ?? contradictsWords(own, ready);
    if (!suspect) continue;
    const [column = 0] = columnsOf(
      ready.table,
      (meaning) => meaning.field === 'planned' || meaning.field === 'disbursed',
    );
    const { grid, header } = ready.table.raw;
    const at = { row: header.columns.find((c) => c.column === column)?.row ?? header.top, column };
    findings.add(
      'unit-magnitude',
      { sheet, cell: grid.cell(at.row, at.column), at },
      {
        unit: UNIT_NAMES[ready.unit].vi,
        column: columnLetters(column),
        what: suspect.what,
        amount: formatDong(suspect.amount),
      },
      unitChoices(),
    );
  }
}

/** A sentence above the table that states one of its totals, but for a thousand or a million. */
function contradictsWords(
  amounts: readonly Amounts[],
  { table }: ReadyTable,
): { what: string; amount: Dong } | undefined {
  const stated = statementsOf(table.raw.above).flatMap(({ text }) => amountsInWords(text));
  for (const field of ['planned', 'disbursed'] as const) {
    const total = amounts.reduce((sum, a) => sum + BigInt(a[field] ?? 0), 0n);
    if (stated.includes(total)) return undefined;
    if (stated.some((amount) => isOffByThousands(amount, total)))
      return { what: field === 'planned' ? 'tổng kế hoạch' : 'tổng giải ngân', amount: total };
  }
  return undefined;
}

interface Amounts {
  readonly code: string | null;
  readonly planned: string | null;
  readonly disbursed: string | null;
}

function absurd(amounts: readonly Amounts[]): { what: string; amount: Dong } | undefined {
  const each = amounts.map((a) => max(BigInt(a.planned ?? 0), BigInt(a.disbursed ?? 0)));
  const largest = each.reduce(max, 0n);
  const planned = amounts.reduce((sum, a) => sum + BigInt(a.planned ?? 0), 0n);
  if (largest > PLAUSIBLE.mostOfOneProject) return { what: 'dự án lớn nhất', amount: largest };
  if (planned > PLAUSIBLE.mostOfAll) return { what: 'tổng kế hoạch', amount: planned };
  if (largest > 0n && largest < PLAUSIBLE.leastOfLargest) return { what: 'dự án lớn nhất', amount: largest };
  return undefined;
}

/** Compared with the ledger or the last return: about a thousand, a million or a billion times as much or as little. */
function differsByThousands(
  amounts: readonly Amounts[],
  { known }: ReadingOptions,
): { what: string; amount: Dong } | undefined {
  for (const field of ['planned', 'disbursed'] as const) {
    let read = 0n;
    let expected = 0n;
    for (const { code, [field]: amount } of amounts) {
      const before = code === null ? undefined : known?.[field]?.[code];
      if (amount === null || before === undefined || before === null) continue;
      read += BigInt(amount);
      expected += BigInt(before);
    }
    if (read > 0n && expected > 0n && (read >= expected * FAR || expected >= read * FAR))
      return { what: field === 'planned' ? 'tổng kế hoạch' : 'tổng giải ngân', amount: read };
  }
  return undefined;
}

/** Between honest growth from week to week and a unit that is wrong by a thousand. */
const FAR = 100n;

function max(a: Dong, b: Dong): Dong {
  return a > b ? a : b;
}
