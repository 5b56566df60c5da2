import type { Dong } from '@thongvon/kernel';
import { optionsOf } from './answers';
import type { ReadingOptions } from './model/options';
import type { Agreement, Ask, AmountText, ChoiceEffect, Finding, Reading } from './model/reading';
import type { ReadyTable } from './table/line-source';
import { columnsOf } from './table/typed-table';

/** A reading, with the tables that it was made of. */
export interface ReadOutcome {
  readonly reading: Reading;
  readonly tables: readonly ReadyTable[];
}

/** What is answered by a choice that changes how the whole table is read; these go first where not all can be tried. */
const TRIED: readonly Ask[] = [
  'unit',
  'column-unit',
  'column',
  'as-of',
  'plan-year',
  'decision',
  'kind',
  'sheet',
];

/**
 * Trying a choice is reading the table once more. A return of ordinary size has all its choices tried; of a very large
 * one only as many as keep its reading within a few times as long.
 */
const MOST_READINGS = 40;
const MOST_CELLS = 100_000;

/**
 * Says of each choice of a question what the return's total would be with it, and whether that agrees with the plan
 * ledger, the last return and what the file states itself: by reading the file with that choice taken.
 */
export function withEffects(
  { reading }: ReadOutcome,
  cells: number,
  options: ReadingOptions,
  read: (options: ReadingOptions) => ReadOutcome,
): Finding[] {
  let left = Math.min(MOST_READINGS, Math.floor(MOST_CELLS / Math.max(1, cells)));
  const effects = new Map<Finding, NonNullable<Finding['choices']>>();
  const open = TRIED.flatMap((asks) =>
    reading.findings.filter((f) => f.severity === 'question' && f.asks === asks && f.choices !== undefined),
  );
  for (const finding of open) {
    const { choices = [] } = finding;
    if (choices.length > left) continue;
    left -= choices.length;
    effects.set(
      finding,
      choices.map((choice) => {
        const taken = taking(finding, choice.value, options);
        return taken ? { ...choice, effect: effectOf(read(taken), taken) } : choice;
      }),
    );
  }
  return reading.findings.map((finding) => {
    const choices = effects.get(finding);
    return choices ? { ...finding, choices } : finding;
  });
}

/** The options with a choice of a question taken, which goes before what was answered earlier. */
function taking(finding: Finding, value: string, options: ReadingOptions): ReadingOptions | undefined {
  const { asks, code, sheet, cell } = finding;
  const given = asks && optionsOf([{ asks, code, sheet, cell, value, reason: null }]);
  if (!given) return undefined;
  return {
    ...options,
    ...given,
    units: [...(given.units ?? []), ...(options.units ?? [])],
    columns: [...(given.columns ?? []), ...(options.columns ?? [])],
    sheets: [...(given.sheets ?? []), ...(options.sheets ?? [])],
    amounts: options.amounts ?? [],
    rows: options.rows ?? [],
    accepted: options.accepted ?? [],
  };
}

function effectOf({ reading, tables }: ReadOutcome, { known }: ReadingOptions): ChoiceEffect {
  const { planned, disbursed } = reading.total;
  return {
    total: { planned, disbursed },
    agrees: [
      withKnown('plan', reading, 'planned', known?.planned),
      withKnown('last-return', reading, 'disbursed', known?.disbursed),
      withTotals(reading, tables),
      withRates(reading, tables),
    ],
  };
}

/** A stated plan is the ledger's, but for rounding; what was disbursed isn't less than before, nor a hundred times as much. */
function withKnown(
  against: 'plan' | 'last-return',
  { projects, allocations }: Reading,
  field: 'planned' | 'disbursed',
  known: Readonly<Record<string, AmountText>> | undefined,
): Agreement {
  let read: Dong = 0n;
  let expected: Dong = 0n;
  let matched = 0;
  const rows =
    field === 'planned' && projects.length === 0
      ? allocations.map(({ code, planned }) => ({ code, planned, disbursed: null }))
      : projects;
  for (const { code, [field]: amount } of rows) {
    const before = code === null ? undefined : known?.[code];
    if (amount === null || before === undefined || before === null) continue;
    matched += 1;
    read += BigInt(amount);
    expected += BigInt(before);
  }
  if (matched === 0) return { with: against, outcome: 'unknown' };
  const difference = read > expected ? read - expected : expected - read;
  const agrees =
    field === 'planned'
      ? difference * 1000n <= expected
      : read >= expected && (expected === 0n || read < expected * 100n);
  return {
    with: against,
    outcome: agrees ? 'agrees' : 'differs',
    read: read.toString(),
    expected: expected.toString(),
  };
}

function withTotals({ findings }: Reading, tables: readonly ReadyTable[]): Agreement {
  const stated = tables.some(
    ({ table }) =>
      table.outline.totals.length > 0 || table.portfolio.groups.some(({ node }) => node.row.figures > 0),
  );
  const differing = findings.filter(
    ({ code, severity }) =>
      code === 'RET-TOTAL-DIFFERS' || (code === 'RET-IDENTITY-DIFFERS' && severity === 'error'),
  ).length;
  return statedAgreement('stated-totals', stated, differing);
}

function withRates({ findings, total }: Reading, tables: readonly ReadyTable[]): Agreement {
  const stated =
    total.planned !== null &&
    total.disbursed !== null &&
    tables.some(({ table }) => columnsOf(table, ({ field }) => field === 'rate').length > 0);
  const differing = findings.filter(({ code }) => code === 'RET-RATE-DIFFERS').length;
  const unit = findings.some(
    ({ code, severity, asks }) =>
      code === 'RET-UNIT-SUSPECT' && severity === 'question' && asks === 'column-unit',
  );
  return statedAgreement('stated-rates', stated, differing + (unit ? 1 : 0));
}

function statedAgreement(against: Agreement['with'], stated: boolean, differing: number): Agreement {
  if (!stated) return { with: against, outcome: 'unknown' };
  return differing === 0
    ? { with: against, outcome: 'agrees' }
    : { with: against, outcome: 'differs', differing };
}
