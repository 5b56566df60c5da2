import { ApiProperty } from '@nestjs/swagger';
import { Matches } from 'class-validator';
import {
  ChoiceField,
  DateField,
  IdField,
  ListQuery,
  ObjectsField,
  TextField,
  WholeNumberField,
} from '../fields';

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

const AS_OF = {
  description: 'Figures in force on this day; without it, today',
  optional: true,
  example: '2023-06-21',
} as const;

export class ClearanceQuery {
  @DateField(AS_OF)
  asOf?: string;
}

export class ClearanceListQuery extends ListQuery {
  @DateField(AS_OF)
  asOf?: string;
}

/** One typed number. */
export class MeasuredRequest {
  @ChoiceField({
    description: 'What is counted; area in m², length in m, money in whole đồng',
    of: MEASURE_NAMES,
  })
  measure: Measure;

  @ApiProperty({
    description: 'Not negative; whole but for area and length',
    example: '52',
    pattern: '^\\d{1,20}(\\.\\d{1,4})?$',
  })
  @Matches(/^\d{1,20}(\.\d{1,4})?$/)
  value: string;
}

/** Progress as of a date, typed by a person. */
export class EnterProgressRequest {
  @DateField({ description: 'The day that the numbers are true for; not in the future' })
  asOf: string;

  @IdField({ description: 'The segment; without it, the whole project', optional: true, nullable: true })
  segmentId?: string | null;

  @ObjectsField({ of: MeasuredRequest, min: 1, max: MEASURE_NAMES.length })
  values: MeasuredRequest[];

  @TextField({
    description: 'Why, or from what document; needed when a number falls',
    max: 1000,
    optional: true,
  })
  reason?: string;
}

export class AddSegmentRequest {
  @TextField({ description: 'How people call it', max: 200, example: 'Đoạn qua xã Bình Phú, đợt 2' })
  name: string;

  @TextField({ description: 'The commune it lies in', max: 200, optional: true, nullable: true })
  commune?: string | null;

  @WholeNumberField({ description: 'Đợt', optional: true, nullable: true, min: 1, max: 999 })
  batch?: number | null;

  @IdField({
    description: 'The office that clears it and may write about it',
    optional: true,
    nullable: true,
  })
  organizationId?: string | null;
}

/** A typed number that is unusual, though not refused. */
export class ProgressWarningView {
  @ApiProperty({ example: 'PROGRESS-ORDER', description: 'Stable' })
  readonly code: string;

  @ApiProperty()
  readonly message: string;

  @ApiProperty()
  readonly messageEn: string;
}

export class EnteredProgressView {
  @ApiProperty({ type: [ProgressWarningView] })
  readonly warnings: readonly ProgressWarningView[];
}
