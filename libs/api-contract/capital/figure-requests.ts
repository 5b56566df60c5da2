import { type Denominator, DENOMINATORS, PLAN_TYPES, type PlanType } from '@thongvon/kernel';
import {
  ChoiceField,
  CursorField,
  DateField,
  IdField,
  InstantField,
  LimitField,
  TextField,
  WholeNumberField,
} from '../fields';
import { PROJECT_KINDS, type ProjectKind } from '../projects/project';
import { type Basis, BASES } from './figures';

/** What a summary can be grouped by. */
export const GROUPINGS = ['owner', 'kind', 'source', 'planType', 'commune', 'group'] as const;
export type Grouping = (typeof GROUPINGS)[number];

const PLAN_YEAR = { min: 2000, max: 2100, example: 2023 };

/** Which figures are asked for, and as of when (contract, section 2), whatever the plan year. */
class FiguresOfYearRequest {
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

/** Which figures are asked for, and as of when. */
export class FiguresQueryRequest extends FiguresOfYearRequest {
  @WholeNumberField({ ...PLAN_YEAR, description: 'Plan year' })
  planYear: number;
}

/** The same of a course, so that it can be asked for before anybody knows what day it is. */
export class CurveRequest extends FiguresOfYearRequest {
  @WholeNumberField({
    ...PLAN_YEAR,
    description: 'Plan year; without it, the one that is current today',
    optional: true,
  })
  planYear?: number;
}

export class SummaryRequest extends FiguresQueryRequest {
  @ChoiceField({ description: 'Also sums by this', of: GROUPINGS, optional: true })
  groupBy?: Grouping;

  @ChoiceField({ description: 'Also the sums over each denominator', of: ['true'], optional: true })
  denominators?: 'true';
}

export class ProjectFiguresRequest extends FiguresQueryRequest {
  @LimitField()
  limit: number = 100;

  @CursorField()
  cursor?: string;

  @TextField({ description: 'Search words; accents and case do not matter', optional: true, max: 200 })
  q?: string;

  @ChoiceField({ description: 'Only this kind', of: PROJECT_KINDS, optional: true })
  kind?: ProjectKind;

  @IdField({ description: 'Only projects of this owner', optional: true })
  ownerId?: string;
}
