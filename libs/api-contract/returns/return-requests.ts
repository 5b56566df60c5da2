import { PickType } from '@nestjs/swagger';
import { Matches } from 'class-validator';
import { type Coverage, COVERAGES, RETURN_KINDS, type ReturnKind } from '@thongvon/kernel';
import {
  ChoiceField,
  DateField,
  IdField,
  ListQuery,
  ObjectsField,
  TextField,
  WholeNumberField,
} from '../fields';
import { RETURN_STATUSES, type ReturnStatus } from './receipt';

/** The other fields of the upload form. */
export class UploadReturnRequest {
  @ChoiceField({
    description: 'The kind, where the tables alone would not tell',
    of: RETURN_KINDS,
    optional: true,
  })
  kind?: ReturnKind;

  @ChoiceField({
    description: '`full`: a missing project is a question; `partial`: touches only what it lists',
    of: COVERAGES,
    optional: true,
  })
  coverage?: Coverage;
}

/** Which returns of a list: all that stand for something, those that were handed in to nobody yet, or those that were given up. */
export const RETURN_PARTS = ['kept', 'drafts', 'given-up'] as const;
export type ReturnPart = (typeof RETURN_PARTS)[number];

export class ReturnListQuery extends ListQuery {
  @ChoiceField({
    description:
      '`given-up`: only what is `withdrawn`; `kept`: all else; `drafts`: of it what was not handed in yet; all without it',
    of: RETURN_PARTS,
    optional: true,
  })
  part?: ReturnPart;

  @ChoiceField({ description: 'Only in this state', of: RETURN_STATUSES, optional: true })
  status?: ReturnStatus;

  @ChoiceField({ description: 'Only of this kind', of: RETURN_KINDS, optional: true })
  kind?: ReturnKind;

  @IdField({ description: 'Only from this organisation', optional: true })
  organizationId?: string;
}

/** An answer to one question, addressed as the finding is. */
export class AnswerRequest {
  @TextField({ description: "The finding's code", max: 60, example: 'RET-UNIT-UNKNOWN' })
  code: string;

  @TextField({ description: "The finding's sheet", max: 200, optional: true, nullable: true })
  sheet?: string | null;

  @TextField({ description: "The finding's cell", max: 12, optional: true, nullable: true })
  cell?: string | null;

  @TextField({
    description: "The finding's value; needed only where several findings have the same code and cell",
    max: 1000,
    optional: true,
    nullable: true,
  })
  asked?: string | null;

  @TextField({
    description: 'A choice of the finding, or what it asks for: a unit, a date, an id',
    max: 1000,
    optional: true,
    nullable: true,
  })
  value?: string | null;

  @TextField({ description: 'Why it is so, in your words', max: 1000, optional: true, nullable: true })
  reason?: string | null;
}

export class AnswersRequest {
  @ObjectsField({ of: AnswerRequest, min: 1, max: 500 })
  answers: AnswerRequest[];
}

/** A reason of blanks is none. */
const SAYS_SOMETHING = /\S/;

/** An answer that was given, named as its question is. */
export class AnswerAddressRequest extends PickType(AnswerRequest, [
  'code',
  'sheet',
  'cell',
  'asked',
] as const) {}

export class TakeBackRequest {
  @ObjectsField({ of: AnswerAddressRequest, min: 1, max: 500 })
  answers: AnswerAddressRequest[];
}

export class ReasonRequest {
  @Matches(SAYS_SOMETHING)
  @TextField({ description: 'Why, in words that the other side can act on', max: 1000 })
  reason: string;
}

export class SubmissionRequest {
  @IdField({
    description: 'The newer file of the same kind and period that its sender was shown; null: none',
    optional: true,
    nullable: true,
  })
  newerSeen?: string | null;
}

export class ReplyRequest {
  @Matches(SAYS_SOMETHING)
  @TextField({ description: 'Why its figures are right, for whoever looks at it again', max: 1000 })
  reply: string;
}

/** With which other version a return is compared. */
export class ComparisonQuery {
  @IdField({ description: 'The earlier version' })
  with: string;
}

export class ApprovalRequest {
  @Matches(SAYS_SOMETHING)
  @TextField({
    description: 'Why a total may fall; needed where the preview says that one would',
    max: 1000,
    optional: true,
    nullable: true,
  })
  reason?: string | null;
}

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
