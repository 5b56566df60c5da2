import type {
  ClearanceRatesView,
  ClearanceRateView,
  HouseholdShareView,
  Measure,
} from '@thongvon/api-contract';
import { formatDecimal, formatRate, type Decimal } from '@thongvon/kernel';
import { raised, sumValues } from './measures';

/** A project's numbers by measure, as decimal texts. */
export type Numbers = Readonly<Partial<Record<Measure, string>>>;

/** Each rate: what is done and what it is of. Never mixed, and "paid" is not "handed over" (domain, section 0, rule 9). */
const RATES: Readonly<Record<keyof ClearanceRatesView, { part: Measure; whole: Measure }>> = {
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
export function clearanceRates(projects: readonly Numbers[]): ClearanceRatesView {
  return {
    byHousehold: rateOf(projects, RATES.byHousehold),
    byArea: rateOf(projects, RATES.byArea),
    byLength: rateOf(projects, RATES.byLength),
    compensation: rateOf(projects, RATES.compensation),
  };
}

/** How many of a project's households have come to each step, of all its households; the measures that it reports. */
export function householdShares(numbers: Numbers): HouseholdShareView[] {
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
): ClearanceRateView {
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
