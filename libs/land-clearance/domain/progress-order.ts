import type { Measure } from '@thongvon/api-contract';
import { formatDecimal } from '@thongvon/kernel';
import { compareValues, sumValues } from './measures';

/** Of measures of one row, the first can't be less than the second, or than several others together. */
interface Order {
  readonly more: Measure;
  readonly less: Measure | readonly Measure[];
  /** Refused, or only worth a look: handing over before payment happens ("tự nguyện bàn giao", article 87). */
  readonly strict: boolean;
}

/** Data: domain page, section 2.3. */
const ORDERS: readonly Order[] = [
  { more: 'households', less: 'notified', strict: true },
  { more: 'notified', less: 'inventoried', strict: false },
  { more: 'households', less: 'inventoried', strict: true },
  { more: 'households', less: 'planDrafted', strict: true },
  { more: 'planDrafted', less: 'planPosted', strict: true },
  { more: 'planPosted', less: 'approved', strict: false },
  { more: 'planDrafted', less: 'approved', strict: true },
  { more: 'households', less: 'approved', strict: true },
  { more: 'approved', less: 'paid', strict: true },
  { more: 'paid', less: 'handedOver', strict: false },
  { more: 'households', less: 'handedOver', strict: true },
  { more: 'households', less: 'agreeing', strict: true },
  { more: 'households', less: 'disagreeing', strict: true },
  { more: 'households', less: ['agreeing', 'disagreeing'], strict: true },
  { more: 'households', less: 'resettlementHouseholds', strict: true },
  { more: 'resettlementHouseholds', less: 'resettlementEligible', strict: true },
  { more: 'resettlementEligible', less: 'resettlementApproved', strict: true },
  { more: 'resettlementApproved', less: 'resettlementAllotted', strict: true },
  { more: 'resettlementHouseholds', less: 'resettlementAllotted', strict: true },
  { more: 'resettlementAllotted', less: 'resettled', strict: true },
  { more: 'lotsNeeded', less: 'lotsAllotted', strict: false },
  { more: 'graves', less: 'gravesMoved', strict: true },
  { more: 'area', less: 'areaHandedOver', strict: true },
  { more: 'length', less: 'lengthHandedOver', strict: true },
  { more: 'compensationExpected', less: 'compensation', strict: false },
  { more: 'compensation', less: 'compensated', strict: true },
];

/** An order that values break. */
export interface BrokenOrder {
  readonly more: Measure;
  /** One, or several whose sum is too much while none of them is by itself. */
  readonly less: readonly Measure[];
  /** What they say together. */
  readonly together: string;
  readonly strict: boolean;
}

/** The orders that these values break. A measure that isn't there breaks none. */
export function brokenOrders(values: ReadonlyMap<Measure, string>): BrokenOrder[] {
  return ORDERS.flatMap(({ more, less: parts, strict }) => {
    const less = [parts].flat();
    const most = values.get(more);
    const said = less.flatMap((measure) => values.get(measure) ?? []);
    const sum = sumValues(said);
    if (most === undefined || sum === undefined || said.length < less.length) return [];
    const together = formatDecimal(sum);
    const isSum = less.length > 1 && said.some((one) => compareValues(most, one) < 0);
    return compareValues(most, together) < 0 && !isSum ? [{ more, less, together, strict }] : [];
  });
}
