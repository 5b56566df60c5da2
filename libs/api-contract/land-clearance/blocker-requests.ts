import { DENOMINATORS, type Denominator } from '@thongvon/kernel';
import {
  ChoiceField,
  DateField,
  DongField,
  IdField,
  ListQuery,
  TextField,
  WholeNumberField,
} from '../fields';
import {
  BLOCKER_ACTION_TYPES,
  BLOCKER_ATTENTIONS,
  BLOCKER_CAUSES,
  BLOCKER_GROUPINGS,
  BLOCKER_SORTS,
  BLOCKER_STATES,
  type BlockerAction,
  type BlockerAttention,
  type BlockerCause,
  type BlockerGrouping,
  type BlockerSort,
  type BlockerState,
  CLEARANCE_STEPS,
  type ClearanceStep,
  DECIDING_LEVELS,
  type DecidingLevel,
} from './words';
import { ProofField, ProofRequest, RemarkCellField, RemarkCellRequest } from './evidence';

const AS_OF = {
  description: 'State on this day; without it, today',
  optional: true,
  example: '2023-06-21',
} as const;
const FIGURES_AS_OF = {
  description: 'The day of plan and figures, of which the capital held is; without it, that of `asOf`',
  optional: true,
  example: '2023-06-21',
} as const;
const PLAN_YEAR = {
  description:
    'Plan year of the capital held; without it, the one that is current on the day (until 31 January last year’s)',
  optional: true,
  min: 2000,
  max: 2100,
} as const;
const DENOMINATOR = {
  description: 'Which plan counts as held; `current-year-plan` without it',
  of: DENOMINATORS,
  optional: true,
} as const;
const UNIT = {
  description: 'Only of this responsible unit; accents and case do not matter',
  optional: true,
  max: 300,
} as const;
const CONTRACTOR = {
  description: 'Only those that this contractor holds up',
  optional: true,
  max: 300,
} as const;
const CAUSE = { description: 'Only with this confirmed cause', of: BLOCKER_CAUSES, optional: true } as const;
const PROJECT = { description: 'Only of this project', optional: true } as const;

export class BlockerListQuery extends ListQuery {
  @DateField(AS_OF)
  asOf?: string;

  @DateField(FIGURES_AS_OF)
  figuresAsOf?: string;

  @ChoiceField({
    description: 'Only in this state; `open` includes overdue ones',
    of: BLOCKER_STATES,
    optional: true,
  })
  state?: BlockerState;

  @ChoiceField(CAUSE)
  cause?: BlockerCause;

  @TextField(UNIT)
  responsibleUnit?: string;

  @IdField({ description: 'Only those that this organisation must act on', optional: true })
  responsibleOfficeId?: string;

  @TextField(CONTRACTOR)
  contractor?: string;

  @IdField(PROJECT)
  projectId?: string;

  @ChoiceField({
    description:
      'Only those that deserve a look: due by the next letter, without action for `idleDays`, reopened, no longer named by returns, without a confirmed cause, without an office of the register that must act, with an open proposal',
    of: BLOCKER_ATTENTIONS,
    optional: true,
  })
  attention?: BlockerAttention;

  @WholeNumberField({
    description: 'What counts as long without action, in days',
    optional: true,
    min: 1,
    max: 1000,
    default: 14,
  })
  idleDays: number = 14;

  @WholeNumberField(PLAN_YEAR)
  planYear?: number;

  @ChoiceField(DENOMINATOR)
  denominator?: Denominator;

  @ChoiceField({
    description: 'Order: earliest due first (default), most capital held first, oldest first',
    of: BLOCKER_SORTS,
    optional: true,
  })
  sort?: BlockerSort;
}

export class BlockerQuery {
  @DateField(AS_OF)
  asOf?: string;

  @DateField(FIGURES_AS_OF)
  figuresAsOf?: string;

  @WholeNumberField(PLAN_YEAR)
  planYear?: number;

  @ChoiceField(DENOMINATOR)
  denominator?: Denominator;
}

export class BlockerSummaryQuery extends BlockerQuery {
  @ChoiceField({ description: 'Also sums by this', of: BLOCKER_GROUPINGS, optional: true })
  groupBy?: BlockerGrouping;

  @ChoiceField(CAUSE)
  cause?: BlockerCause;

  @TextField(UNIT)
  responsibleUnit?: string;

  @TextField(CONTRACTOR)
  contractor?: string;

  @IdField(PROJECT)
  projectId?: string;
}

export class BlockerSeriesQuery extends BlockerQuery {
  @DateField({ description: 'First day; a point every seven days from it', example: '2023-05-24' })
  from: string;

  @DateField({ description: 'Last day, at most two years later', example: '2023-06-21' })
  to: string;

  @IdField(PROJECT)
  projectId?: string;
}

const DETAIL = { optional: true, nullable: true } as const;

/** What a person can set on a blocker; what is left out stays. */
export class BlockerFieldsRequest {
  @ChoiceField({ description: 'Cause, confirmed', of: BLOCKER_CAUSES, optional: true })
  cause?: BlockerCause;

  @ChoiceField({ description: 'The legal step that it stops', of: CLEARANCE_STEPS, ...DETAIL })
  step?: ClearanceStep | null;

  @TextField({ description: 'Who must act: the office', max: 300, ...DETAIL })
  responsibleUnit?: string | null;

  @TextField({ description: 'Who must act: the official', max: 200, ...DETAIL })
  responsiblePerson?: string | null;

  @ChoiceField({ description: 'Who is able to decide', of: DECIDING_LEVELS, ...DETAIL })
  decidingLevel?: DecidingLevel | null;

  @DateField({ description: 'By when', ...DETAIL })
  due?: string | null;

  @TextField({ description: 'The contractor that holds it up', max: 300, ...DETAIL })
  contractor?: string | null;

  @DongField({
    description:
      'Capital that it holds, whole đồng, where that is not plan less disbursed of the whole project; null: back to that. Needs `reason`',
    ...DETAIL,
  })
  capitalHeld?: string | null;

  @DateField({
    description: 'Since when it has stood in the way; not after the first return that names it',
    optional: true,
  })
  openedOn?: string;
}

export class OpenBlockerRequest extends BlockerFieldsRequest {
  @IdField({ description: 'The project that it stops' })
  projectId: string;

  @IdField({ description: 'The segment, where it is only one', optional: true, nullable: true })
  segmentId?: string | null;

  @TextField({ description: 'What stands in the way; no names of households', max: 2000 })
  description: string;

  @TextField({ description: 'Why the capital held is set by hand', max: 1000, optional: true })
  reason?: string;

  @RemarkCellField('The remark that it is opened from: a proposed one of the project', true)
  source?: RemarkCellRequest;
}

export class ChangeBlockerRequest extends BlockerFieldsRequest {
  @TextField({ description: 'What stands in the way; no names of households', max: 2000, optional: true })
  description?: string;

  @TextField({
    description: 'Why, for the history; needed when the capital held is set',
    max: 1000,
    optional: true,
  })
  reason?: string;
}

export class BlockerActionRequest {
  @ChoiceField({
    description: 'Work done, a reminder sent, handed up to a higher level, or confirmed as still in the way',
    of: BLOCKER_ACTION_TYPES,
  })
  type: BlockerAction;

  @TextField({ description: 'What was done; no names of households', max: 2000 })
  text: string;

  @DateField({ description: 'When; without it, today', optional: true })
  on?: string;

  @TextField({ description: 'Number and date of the document', max: 500, optional: true })
  evidence?: string;

  @ProofField()
  proof?: ProofRequest;

  @TextField({
    description:
      'Made up by who sends it, for this one action: the same request sent again is done once, another one with the same key is refused',
    max: 100,
    optional: true,
  })
  clientKey?: string;
}

export class CloseBlockerRequest {
  @TextField({ description: 'How it was solved, or why it is none', max: 2000 })
  reason: string;

  @DateField({ description: 'When it was solved; without it, today', optional: true })
  on?: string;

  @TextField({ description: 'Number and date of the document that proves it', max: 500, optional: true })
  evidence?: string;

  @ProofField()
  proof?: ProofRequest;
}

export class ReopenBlockerRequest {
  @TextField({ description: 'Why it stands in the way again', max: 2000 })
  reason: string;

  @DateField({ description: 'Since when; without it, today', optional: true })
  on?: string;
}

export class MergeBlockerRequest {
  @IdField({ description: 'The blocker that goes on for both; of the same project' })
  into: string;

  @TextField({ description: 'Why they are one', max: 1000 })
  reason: string;
}

export class SeparateBlockerRequest {
  @TextField({ description: 'Why they are not one after all', max: 1000 })
  reason: string;
}
