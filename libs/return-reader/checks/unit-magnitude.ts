import { type AmountUnit, type Dong, formatDong, unaccent, UNIT_NAMES, toBaseUnits } from '@thongvon/kernel';
import type { CellModel } from '@thongvon/workbook-io';
import { columnLetters, statementsOf } from '../sheet/grid';
import { type Findings, unitChoices } from '../findings/findings';
import type { ReadingOptions } from '../model/options';
import type { AllocationReading, LandClearanceReading, ProjectReading } from '../model/reading';
import { statedUnits } from '../table/amounts';
import { columnsOf } from '../table/typed-table';
import type { ReadyTable } from '../table/line-amount';
import { readNumberText } from '../values/number-text';
import {
  implausibleCompensation,
  implausibleWorks,
  ledgerConfirms,
  type WorksAmounts,
  FAR,
  powerOffMost,
} from './implausible-amounts';

/**
 * What yearly plans of projects can plausibly be. The whole country's plan for 2026 is about 10^15 đồng, its largest
 * city's 1.5 × 10^14; a works of less than a million đồng is none.
 */
const PLAUSIBLE = {
  mostOfOneProject: 10n ** 14n,
  mostOfAll: 2n * 10n ** 14n,
  leastOfLargest: 1_000_000n,
} as const;

/**
 * Asks for the unit where it makes the amounts absurd, alone or against what is known of the projects: one question, in
 * place of all that follows from a wrong unit. An answered or remembered unit is held to the same as a written one, and
 * asked for again with what contradicts it. Returns the sheets about whose unit is asked.
 */
export function checkUnitMagnitude(
  tables: readonly ReadyTable[],
  projects: readonly ProjectReading[],
  allocations: readonly AllocationReading[],
  clearance: readonly LandClearanceReading[],
  options: ReadingOptions,
  findings: Findings,
): ReadonlySet<string> {
  const asked = new Set<string>();
  for (const ready of tables) {
    const sheet = ready.table.raw.grid.name;
    const units = new Set([...ready.table.units.values()].flatMap((unit) => unit ?? []));
    const [unit] = units;
    if (!unit) continue;
    const confirmed = options.units?.some((u) => u.sheet === sheet && u.confirmed) ?? false;
    const own = [
      ...projects.filter((p) => p.cell.sheet === sheet),
      ...allocations
        .filter((a) => a.cell.sheet === sheet)
        .map((a) => ({ code: a.code, name: a.name, planned: a.planned, disbursed: null })),
    ];
    const heldAgainstLedger = (works: Amounts): WorksAmounts => ({
      ...works,
      confirmed:
        works.planned === null ? undefined : ledgerConfirms(works, BigInt(works.planned), options.known),
    });
    const suspect: Suspect | undefined =
      ready.table.kind === 'land-clearance'
        ? confirmed
          ? undefined
          : implausibleCompensation(
              clearance.filter((row) => sheetOf(row) === sheet),
              unit,
            )
        : (absurd(own, confirmed) ??
          differsByThousands(own, options, confirmed) ??
          contradictsWords(own, ready) ??
          (confirmed ? undefined : implausibleWorks(own.map(heldAgainstLedger), titlesOf(ready), unit)));
    if (!suspect) continue;
    asked.add(sheet);
    const [column = 0] = columnsOf(ready.table, ({ field }) =>
      suspect.field === undefined
        ? field === 'planned' || field === 'disbursed'
        : field === suspect.field || (suspect.field === 'disbursed' && isComponent(field)),
    );
    const { grid, header } = ready.table.raw;
    const at = { row: header.columns.find((c) => c.column === column)?.row ?? header.top, column };
    const stated = units.size === 1 ? statedAbove(ready, unit) : undefined;
    // Columns that state different units are asked about one by one.
    findings.add(
      units.size === 1 ? 'unit-magnitude' : 'unit-magnitude-of-column',
      { sheet, cell: stated ?? grid.cell(at.row, at.column), at },
      {
        unit: UNIT_NAMES[ready.table.units.get(column) ?? unit].vi,
        column: columnLetters(column),
        what: suspect.what,
        amount: formatDong(suspect.amount),
        against: suspect.against ?? '',
      },
      unitChoices(),
    );
  }
  return asked;
}

/** The one cell above the table that says this unit; nothing else is to be mended. */
function statedAbove({ table: { raw } }: ReadyTable, unit: AmountUnit): CellModel | undefined {
  const [stated, ...more] = statedUnits(raw.grid, raw.above);
  return stated?.unit === unit && more.length === 0 ? stated.cell : undefined;
}

const titlesOf = ({ table }: ReadyTable): string[] => statementsOf(table.raw.above).map(({ text }) => text);

const sheetOf = ({ cells }: LandClearanceReading): string | undefined =>
  (cells['compensation'] ?? cells['compensated'])?.sheet;

const isComponent = (field: string): boolean => field === 'completed' || field === 'advance';

/** What makes a unit doubtful: an amount that is hardly true, of one field, and what it is held against. */
interface Suspect {
  readonly what: string;
  readonly amount: Dong;
  readonly field?: 'planned' | 'disbursed' | 'compensation' | 'compensated';
  readonly against?: string;
}

const WHAT = { planned: 'tổng kế hoạch', disbursed: 'tổng giải ngân' } as const;

/** A sentence above the table that states one of its totals, but for a thousand or a million. */
function contradictsWords(amounts: readonly Amounts[], { table }: ReadyTable): Suspect | undefined {
  const stated = statementsOf(table.raw.above).flatMap(({ text }) => amountsInWords(text));
  for (const field of ['planned', 'disbursed'] as const) {
    const total = amounts.reduce((sum, a) => sum + BigInt(a[field] ?? 0), 0n);
    if (stated.includes(total)) return undefined;
    const words = stated.find((amount) => isOffByThousands(amount, total));
    if (words !== undefined)
      return {
        what: WHAT[field],
        amount: total,
        field,
        against: `, trong khi phần đầu trang ghi ${formatDong(words)} đồng`,
      };
  }
  return undefined;
}

interface Amounts extends WorksAmounts {
  readonly code: string | null;
}

/** A largest project that is far too small may be true all the same, once a person has said so. */
function absurd(amounts: readonly Amounts[], confirmed: boolean): Suspect | undefined {
  const each = amounts.map((a) => max(BigInt(a.planned ?? 0), BigInt(a.disbursed ?? 0)));
  const largest = each.reduce(max, 0n);
  const planned = amounts.reduce((sum, a) => sum + BigInt(a.planned ?? 0), 0n);
  if (largest > PLAUSIBLE.mostOfOneProject) return { what: 'dự án lớn nhất', amount: largest };
  if (planned > PLAUSIBLE.mostOfAll) return { what: 'tổng kế hoạch', amount: planned };
  if (!confirmed && largest > 0n && largest < PLAUSIBLE.leastOfLargest)
    return { what: 'dự án lớn nhất', amount: largest };
  return undefined;
}

const isSameButForZeros = ({ read, expected }: { read: Dong; expected: Dong }): boolean =>
  read === expected || [3, 6, 9].some((power) => read === expected * 10n ** BigInt(power));

const LEDGER = { planned: 'sổ kế hoạch có', disbursed: 'số đã duyệt gần nhất là' } as const;

/**
 * Compared with the ledger or the last return: a hundred times as much or as little and more, in all, or a thousand, a
 * million or a billion times in most projects by weight. Growth that no plan contradicts may be true: a person may confirm it.
 */
function differsByThousands(
  amounts: readonly Amounts[],
  { known }: ReadingOptions,
  confirmed: boolean,
): Suspect | undefined {
  for (const field of ['planned', 'disbursed'] as const) {
    const compared = amounts.flatMap(({ code, [field]: amount }) => {
      const before = code === null ? undefined : known?.[field]?.[code];
      if (amount === null || before === undefined || before === null) return [];
      const plan = known?.planned?.[code ?? ''] ?? null;
      return [
        {
          read: BigInt(amount),
          expected: BigInt(before),
          plan: plan === null ? undefined : BigInt(plan),
        },
      ];
    });
    // Where no plan is known nothing contradicts growth, but that every amount is the last one with other zeros.
    const isGrowth =
      compared.every(
        ({ read, expected, plan }) => read >= expected && (plan === undefined || read <= plan),
      ) &&
      (compared.some(({ plan }) => plan !== undefined) || !compared.every(isSameButForZeros));
    if (confirmed && field === 'disbursed' && isGrowth) continue;
    const read = compared.reduce((sum, each) => sum + each.read, 0n);
    const expected = compared.reduce((sum, each) => sum + each.expected, 0n);
    const inAll = read > 0n && expected > 0n && (read >= expected * FAR || expected >= read * FAR);
    if (inAll || powerOffMost(compared) !== 0)
      return {
        what: WHAT[field],
        amount: read,
        field,
        against: `, trong khi ${LEDGER[field]} ${formatDong(expected)} đồng cho cùng các dự án`,
      };
  }
  return undefined;
}

function max(a: Dong, b: Dong): Dong {
  return a > b ? a : b;
}

/** "428,137 tỷ đồng" in a sentence. */
const AMOUNT = /(\d[\d.,]*\d|\d)\s*(ty|ti|trieu|nghin|ngan)?\s*(?:dong|d)\b/g;
const UNIT = {
  ty: 'billion-dong',
  ti: 'billion-dong',
  trieu: 'million-dong',
  nghin: 'thousand-dong',
  ngan: 'thousand-dong',
} as const;
const isUnit = (word: string): word is keyof typeof UNIT => word in UNIT;

/** The amounts that sentences state with their unit, every way they can be read, in whole đồng. */
function amountsInWords(text: string): Dong[] {
  return [...unaccent(text).matchAll(AMOUNT)].flatMap(([, digits = '', word]) => {
    const unit = word !== undefined && isUnit(word) ? UNIT[word] : 'dong';
    const read = readNumberText(digits);
    const values =
      read.state === 'number' ? [read] : read.state === 'ambiguous' ? Object.values(read.readings) : [];
    return values.map(({ value }) => {
      const { coefficient, scale } = toBaseUnits(value, unit);
      return coefficient / 10n ** BigInt(scale);
    });
  });
}

/** Whether a stated amount is one of the totals but for a thousand, a million or a billion, within half a per cent. */
function isOffByThousands(stated: Dong, total: Dong): boolean {
  if (stated <= 0n || total <= 0n) return false;
  const [small, large] = stated < total ? [stated, total] : [total, stated];
  return [3n, 6n, 9n].some((power) => {
    const scaled = small * 10n ** power;
    const difference = scaled > large ? scaled - large : large - scaled;
    return difference * 200n <= large;
  });
}
