import { DENOMINATORS, PLAN_TYPES, type Denominator, type PlanType } from '@thongvon/kernel';
import { ChoiceField, DateField, IdField, InstantField, TextField, WholeNumberField } from '../fields';
import { PROJECT_KINDS, type ProjectKind } from '../projects/project-kind';
import { BASES, type Basis } from './basis';
import { GROUPINGS, type Grouping } from './grouping';

/** Which figures are asked for, and as of when (contract, section 2). */
export class FiguresQueryRequest {
  @WholeNumberField({ description: 'Plan year', min: 2000, max: 2100, example: 2023 })
  planYear: number;

  @DateField({
    description: 'The latest approved figure dated on or before this day counts; without it, today',
    optional: true,
    example: '2023-06-21',
  })
  asOf?: string;

  @DateField({
    description: 'The business day by which the age of figures is judged; without it, the day of `asOf`',
    optional: true,
    example: '2023-06-23',
  })
  businessDay?: string;

  @InstantField({
    description: 'What had been approved by this instant; without it, what is approved now',
    optional: true,
  })
  knownAt?: string;

  @ChoiceField({ description: 'Who says the figure; `reported` without it', of: BASES, optional: true })
  basis?: Basis;

  @ChoiceField({
    description: 'What rates divide by; `current-year-plan` without it',
    of: DENOMINATORS,
    optional: true,
  })
  denominator?: Denominator;

  @TextField({
    description:
      'Code of a source: only its lines count, in every amount. `unspecified`: what is not split by source',
    optional: true,
    max: 200,
  })
  source?: string;

  @ChoiceField({
    description:
      'Only lines of this plan type count, of those that the denominator counts; with it that is `all-plan` unless another is named',
    of: PLAN_TYPES,
    optional: true,
  })
  planType?: PlanType;
}

export class SummaryRequest extends FiguresQueryRequest {
  @ChoiceField({ description: 'Also sums by this', of: GROUPINGS, optional: true })
  groupBy?: Grouping;
}

export class ProjectFiguresRequest extends FiguresQueryRequest {
  @WholeNumberField({
    description: 'At most this many items',
    optional: true,
    min: 1,
    max: 500,
    default: 100,
  })
  limit: number = 100;

  @TextField({ description: 'The `nextCursor` of the page before', optional: true, max: 1000 })
  cursor?: string;

  @TextField({ description: 'Search words; accents and case do not matter', optional: true, max: 200 })
  q?: string;

  @ChoiceField({ description: 'Only this kind', of: PROJECT_KINDS, optional: true })
  kind?: ProjectKind;

  @IdField({ description: 'Only projects of this owner', optional: true })
  ownerId?: string;
}
