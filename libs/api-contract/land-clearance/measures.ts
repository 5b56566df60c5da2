export const MEASURE_UNITS = ['household', 'parcel', 'm2', 'm', 'grave', 'lot', 'dong'] as const;
/** In what a measure is counted. Area in m², length in m, money in whole đồng. */
export type MeasureUnit = (typeof MEASURE_UNITS)[number];

/**
 * What is counted of a project's land clearance (domain, section 2.3), with its unit. All are cumulative or totals as
 * of a date; "paid" is not "handed over", and area, households and length are never mixed.
 */
export const MEASURES = {
  households: 'household',
  notified: 'household',
  inventoried: 'household',
  planDrafted: 'household',
  planPosted: 'household',
  approved: 'household',
  paid: 'household',
  handedOver: 'household',
  agreeing: 'household',
  disagreeing: 'household',
  resettlementHouseholds: 'household',
  resettlementEligible: 'household',
  resettlementApproved: 'household',
  resettlementAllotted: 'household',
  resettled: 'household',
  lotsNeeded: 'lot',
  lotsAllotted: 'lot',
  parcels: 'parcel',
  graves: 'grave',
  gravesMoved: 'grave',
  area: 'm2',
  areaHandedOver: 'm2',
  length: 'm',
  lengthHandedOver: 'm',
  compensationExpected: 'dong',
  compensation: 'dong',
  compensated: 'dong',
} as const satisfies Record<string, MeasureUnit>;

export type Measure = keyof typeof MEASURES;
export const MEASURE_NAMES = Object.keys(MEASURES) as Measure[];
