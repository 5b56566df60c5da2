import type { Measure } from '@thongvon/api-contract';
import { compareValues } from './measures';

/** Of two measures of one row, the first can't be less than the second. */
interface Order {
  readonly more: Measure;
  readonly less: Measure;
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

/** The orders that these values break. A measure that isn't there breaks none. */
export function brokenOrders(values: ReadonlyMap<Measure, string>): Order[] {
  return ORDERS.filter(({ more, less }) => {
    const [most, part] = [values.get(more), values.get(less)];
    return most !== undefined && part !== undefined && compareValues(most, part) < 0;
  });
}
