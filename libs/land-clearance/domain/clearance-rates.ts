import { formatDecimal, formatRate, type Decimal } from '@thongvon/kernel';
import { type Measure, raised, sumValues } from './measures';

/** A project's numbers by measure, as decimal texts. */
export type Numbers = Readonly<Partial<Record<Measure, string>>>;

/** A rate with what it divides. Decimal texts, in the unit of `denominator`. */
export interface ClearanceRate {
  /** Percent, two decimals, half up; null for `reason`. */
  readonly value: string | null;
  readonly denominator: Measure;
  /** What is done, and what it is of, of the projects that report both; null: none does. */
  readonly part: string | null;
  readonly whole: string | null;
  /** How many projects report both. */
  readonly projects: number;
  /** Why there is no value: no project reports both, or the whole is zero. */
  readonly reason: 'not-reported' | 'not-applicable' | null;
}

/** Three rates of handing over and one of paying, side by side. */
export interface ClearanceRates {
  readonly byHousehold: ClearanceRate;
  readonly byArea: ClearanceRate;
  readonly byLength: ClearanceRate;
  readonly compensation: ClearanceRate;
}

/** How many of a project's households have come to a step, in percent with two decimals; null: nobody says how many there are. */
export interface HouseholdShare {
  readonly measure: Measure;
  readonly rate: string | null;
}

/** Each rate: what is done and what it is of. Never mixed, and "paid" is not "handed over" (domain, section 0, rule 9). */
const RATES: Readonly<Record<keyof ClearanceRates, { part: Measure; whole: Measure }>> = {
  byHousehold: { part: 'handedOver', whole: 'households' },
  byArea: { part: 'areaHandedOver', whole: 'area' },
  byLength: { part: 'lengthHandedOver', whole: 'length' },
  compensation: { part: 'compensated', whole: 'compensation' },
};

/** What is counted in households, in the order in which they come to it. */
const HOUSEHOLD_STEPS: readonly Measure[] = [
  'households',
  'notified',
  'inventoried',
  'approved',
  'paid',
  'handedOver',
];

/** The rates of these projects together: sum first, divide once, over the projects that report both part and whole. */
export function clearanceRates(projects: readonly Numbers[]): ClearanceRates {
  return {
    byHousehold: rateOf(projects, RATES.byHousehold),
    byArea: rateOf(projects, RATES.byArea),
    byLength: rateOf(projects, RATES.byLength),
    compensation: rateOf(projects, RATES.compensation),
  };
}

/** How many of a project's households have come to each step, of all its households; the measures that it reports. */
export function householdShares(numbers: Numbers): HouseholdShare[] {
  return HOUSEHOLD_STEPS.flatMap((measure) => {
    if (numbers[measure] === undefined) return [];
    const { value } = rateOf([numbers], { part: measure, whole: 'households' });
    return [{ measure, rate: value }];
  });
}

/** The sum of a measure over the projects that report it; null when none does. */
export function sumOf(projects: readonly Numbers[], measure: Measure): string | null {
  const sum = sumValues(projects.flatMap((numbers) => numbers[measure] ?? []));
  return sum === undefined ? null : formatDecimal(sum);
}

function rateOf(
  projects: readonly Numbers[],
  { part, whole }: { part: Measure; whole: Measure },
): ClearanceRate {
  const both = projects.filter((numbers) => numbers[part] !== undefined && numbers[whole] !== undefined);
  const done = sumValues(both.flatMap((numbers) => numbers[part] ?? []));
  const of = sumValues(both.flatMap((numbers) => numbers[whole] ?? []));
  const value = done && of ? ratio(done, of) : null;
  return {
    value,
    denominator: whole,
    part: done ? formatDecimal(done) : null,
    whole: of ? formatDecimal(of) : null,
    projects: both.length,
    reason: value !== null ? null : both.length === 0 ? 'not-reported' : 'not-applicable',
  };
}

function ratio(part: Decimal, whole: Decimal): string | null {
  const scale = Math.max(part.scale, whole.scale);
  return formatRate(raised(part, scale), raised(whole, scale));
}
