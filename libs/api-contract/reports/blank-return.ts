import { RETURN_KINDS, type ReturnKind } from '@thongvon/kernel';
import { ChoiceField, DateField, IdField, WholeNumberField } from '../fields';

/** Which blank return is asked for. */
export class BlankReturnRequest {
  @ChoiceField({
    description: 'What it will report; only disbursement and land clearance have one',
    of: RETURN_KINDS,
  })
  kind: ReturnKind;

  @IdField({ description: 'For which organisation, within sight; the own one without it', optional: true })
  organizationId?: string;

  @DateField({
    description:
      'The day that its figures will be for; without it the day before the next cut-off, or today while that is still to come',
    optional: true,
    example: '2023-06-21',
  })
  asOf?: string;

  @WholeNumberField({
    description: 'Plan year; without it the year of the day',
    optional: true,
    min: 2000,
    max: 2100,
    example: 2023,
  })
  planYear?: number;
}
