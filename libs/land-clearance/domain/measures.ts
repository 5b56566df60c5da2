import { type Measure, MEASURE_NAMES, MEASURES, type MeasureUnit } from '@thongvon/api-contract';
import { type Decimal, formatDecimal, formatRate, parseDecimal } from '@thongvon/kernel';
import type { LandClearanceReading } from '@thongvon/return-reader';

export { MEASURE_NAMES, MEASURES, type Measure };

/** What each measure is called in a sentence. */
export const MEASURE_LABELS: Readonly<Record<Measure, readonly [vi: string, en: string]>> = {
  households: ['số hộ bị ảnh hưởng', 'affected households'],
  notified: ['số hộ đã nhận thông báo thu hồi đất', 'households notified'],
  inventoried: ['số hộ đã kiểm đếm', 'households inventoried'],
  planDrafted: ['số hộ đã lập phương án', 'households with a drafted plan'],
  planPosted: ['số hộ đã niêm yết phương án', 'households with a posted plan'],
  approved: ['số hộ đã phê duyệt phương án', 'households with an approved plan'],
  paid: ['số hộ đã chi trả', 'households paid'],
  handedOver: ['số hộ đã bàn giao mặt bằng', 'households handed over'],
  agreeing: ['số hộ đồng thuận', 'households that agree'],
  disagreeing: ['số hộ không đồng thuận', 'households that disagree'],
  resettlementHouseholds: ['số hộ tái định cư', 'households to be resettled'],
  resettlementEligible: ['số hộ đủ điều kiện tái định cư', 'households eligible for resettlement'],
  resettlementApproved: ['số hộ được duyệt tái định cư', 'households approved for resettlement'],
  resettlementAllotted: ['số hộ đã bố trí tái định cư', 'households allotted a resettlement place'],
  resettled: ['số hộ đã nhận đất tái định cư', 'households resettled'],
  lotsNeeded: ['số lô tái định cư cần', 'resettlement lots needed'],
  lotsAllotted: ['số lô tái định cư đã bố trí', 'resettlement lots allotted'],
  parcels: ['số thửa đất', 'parcels of land'],
  graves: ['số mộ phải di dời', 'graves to be moved'],
  gravesMoved: ['số mộ đã di dời', 'graves moved'],
  area: ['diện tích thu hồi', 'area to be recovered'],
  areaHandedOver: ['diện tích đã bàn giao', 'area handed over'],
  length: ['chiều dài tuyến', 'length of the route'],
  lengthHandedOver: ['chiều dài đã bàn giao', 'length handed over'],
  compensationExpected: ['kinh phí dự kiến', 'compensation expected'],
  compensation: ['kinh phí theo phương án', 'compensation by the plans'],
  compensated: ['kinh phí đã chi trả', 'compensation paid'],
};

/** What is counted, in which unit, and how much: a decimal text. */
export interface MeasuredValue {
  readonly measure: Measure;
  readonly unit: MeasureUnit;
  readonly value: string;
}

/** Measures that only grow; one that falls needs a reason. The others are totals, which a new survey may lower. */
export const CUMULATIVE: readonly Measure[] = [
  'notified',
  'inventoried',
  'planDrafted',
  'planPosted',
  'approved',
  'paid',
  'handedOver',
  'resettlementApproved',
  'resettlementAllotted',
  'resettled',
  'lotsAllotted',
  'gravesMoved',
  'areaHandedOver',
  'lengthHandedOver',
  'compensated',
];

/** What a row of a clearance table says, as measures; what it leaves blank is left out. */
export function measuresOf(row: LandClearanceReading): { measure: Measure; value: string }[] {
  const said: Partial<Record<Measure, number | string | null>> = row;
  return MEASURE_NAMES.flatMap((measure) => {
    const value = said[measure];
    return value === null || value === undefined ? [] : [{ measure, value: String(value) }];
  });
}

/** Compares two decimal numbers exactly: negative when the first is less. Throws RangeError for what is no number. */
export function compareValues(one: string, other: string): number {
  const { coefficient } = difference(one, other);
  return coefficient < 0n ? -1 : coefficient > 0n ? 1 : 0;
}

/** `one` less `other`, exactly. Throws RangeError for what is no number. */
export const differenceOf = (one: string, other: string): string => formatDecimal(difference(one, other));

/** The sum of decimal texts; undefined of none. */
export function sumValues(values: readonly string[]): Decimal | undefined {
  const decimals = values.flatMap((value) => parseDecimal(value) ?? []);
  if (decimals.length === 0) return undefined;
  const scale = Math.max(...decimals.map((decimal) => decimal.scale));
  return { coefficient: decimals.reduce((sum, decimal) => sum + raised(decimal, scale), 0n), scale };
}

/** The coefficient at a larger scale. */
export const raised = ({ coefficient, scale }: Decimal, to: number): bigint =>
  coefficient * 10n ** BigInt(to - scale);

function difference(one: string, other: string): Decimal {
  const [a, b] = [parseDecimal(one), parseDecimal(other)];
  if (!a || !b) throw new RangeError(`not a number: ${one} or ${other}`);
  const scale = Math.max(a.scale, b.scale);
  return { coefficient: raised(a, scale) - raised(b, scale), scale };
}

/** A project's numbers by measure, as decimal texts. */
export type Numbers = Readonly<Partial<Record<Measure, string>>>;

/** A rate with what it divides. Decimal texts, in the unit of `denominator`. */
interface ClearanceRate {
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
