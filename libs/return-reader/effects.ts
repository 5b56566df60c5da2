import { type Dong, dongOf, groupBy, matchKey, officeKey, sumDong } from '@thongvon/kernel';
import { knownKey } from './checks/implausible-amounts';
import { optionsOf, type ReadingOptions } from './model/options';
import type { Agreement, Ask, AmountText, ChoiceEffect, Finding, Reading } from './model/reading';
import type { ReadyTable } from './table/line-amount';
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
 * Trying a choice is reading the workbook once more, some six seconds for a million cells. A return of 100 000 cells still has
 * two questions of three choices each tried; where more would be read, the finding says that it was left out.
 */
const MOST_READINGS = 40;
const MOST_CELLS = 600_000;

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
  const effects = new Map<Finding, Pick<Finding, 'choices' | 'withoutEffects'>>();
  const open = TRIED.flatMap((asks) =>
    reading.findings.filter((f) => f.severity === 'question' && f.asks === asks && f.choices !== undefined),
  );
  for (const finding of open) {
    const { choices = [] } = finding;
    if (choices.length > left) {
      effects.set(finding, { withoutEffects: 'size' });
      continue;
    }
    left -= choices.length;
    effects.set(finding, {
      choices: choices.map((choice) => {
        const taken = taking(finding, choice.value, options);
        return taken ? { ...choice, effect: effectOf(read(taken), taken) } : choice;
      }),
    });
  }
  return reading.findings.map((finding) => ({ ...finding, ...effects.get(finding) }));
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

/** What a project has with the choice, and what is known of it: never of another reading, nor of other projects. */
interface Pair {
  readonly read: Dong;
  readonly expected: Dong;
}

/**
 * A stated plan is the ledger's project by project, but for rounding. What was disbursed is less than before for no project,
 * and not far above it for most: the sum of two columns that show the same money is never what the last return said.
 */
function withKnown(
  against: 'plan' | 'last-return',
  { projects, allocations }: Reading,
  field: 'planned' | 'disbursed',
  known: Readonly<Record<string, AmountText>> | undefined,
): Agreement {
  const rows =
    field === 'planned' && projects.length === 0
      ? allocations.map((line) => ({ ...line, disbursed: null }))
      : projects;
  const pairs = pairsOf(rows, field, known);
  if (pairs.length === 0) return { with: against, outcome: 'unknown' };
  const differing = pairs.filter(field === 'planned' ? isOtherPlan : hasFallen).length;
  const grown = field === 'planned' ? [] : pairs.filter(isFarAbove);
  const isGrown = grown.length * 2 > pairs.filter(({ expected }) => expected > 0n).length;
  const outcome = differing > 0 || isGrown ? 'differs' : 'agrees';
  return {
    with: against,
    outcome,
    read: sum(pairs.map(({ read }) => read)).toString(),
    expected: sum(pairs.map(({ expected }) => expected)).toString(),
    ...(outcome === 'differs' ? { differing: isGrown ? differing + grown.length : differing } : {}),
  };
}

/**
 * By code, or by name what has none (`knownKey`); several rows of one make one project, as the ledger counts them. Of one name of
 * two owners nothing says which is known.
 */
function pairsOf(
  rows: readonly {
    code: string | null;
    name: string;
    owner: string | null;
    planned: AmountText;
    disbursed: AmountText;
  }[],
  field: 'planned' | 'disbursed',
  known: Readonly<Record<string, AmountText>> = {},
): Pair[] {
  const projects = groupBy(
    rows.filter(({ code, name }) => code !== null || matchKey(name) !== ''),
    knownKey,
  );
  return [...projects].flatMap(([key, same]) => {
    const owners = new Set(same.flatMap(({ owner }) => (owner === null ? [] : [officeKey(owner)])));
    const [expected, read] = [known[key] ?? null, sumDong(same.map((row) => dongOf(row[field])))];
    const isOne = same.some(({ code }) => code !== null) || owners.size < 2;
    return expected === null || read === null || !isOne ? [] : [{ read, expected: BigInt(expected) }];
  });
}

const sum = (amounts: readonly Dong[]): Dong => amounts.reduce((total, amount) => total + amount, 0n);

/** By more than a thousandth, as rounding never is. */
const isOtherPlan = ({ read, expected }: Pair): boolean =>
  (read > expected ? read - expected : expected - read) * 1000n > expected;
const hasFallen = ({ read, expected }: Pair): boolean => (expected - read) * 1000n > expected;

/** Half as much again: few projects of a return are paid so much between two reports. */
const isFarAbove = ({ read, expected }: Pair): boolean => expected > 0n && read * 2n > expected * 3n;

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
