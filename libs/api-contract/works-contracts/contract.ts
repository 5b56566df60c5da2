import { ApiProperty } from '@nestjs/swagger';
import { EnumProperty } from '../answer-fields';
import { ChoiceField, DateField, DongField, IdField, ListQuery, TextField } from '../fields';
import { ProjectRefView } from '../projects/project';

/**
 * Of a contract's advance on a day: its clock runs, the contract's day has come, it should have been recovered by the share
 * disbursed, it is overdue by the contract's day, or it is recovered.
 */
export const CONTRACT_ADVANCE_STATES = ['running', 'due', 'past-share', 'overdue', 'recovered'] as const;
export type ContractAdvanceState = (typeof CONTRACT_ADVANCE_STATES)[number];

const DOCUMENT = { description: 'Number and date of the document', max: 500, optional: true } as const;
const RECOVER_BY = {
  description: "The contract's day by which the advance must be recovered, if it names one",
  optional: true,
} as const;

/** The advance of a contract (decree 254/2025, article 9), as it stands on a day. */
export class ContractAdvanceView {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ type: ProjectRefView })
  readonly project: ProjectRefView;

  @ApiProperty({ description: 'Number and name of the contract' })
  readonly contract: string;

  @ApiProperty({ description: 'Who got the advance; each partner of a joint venture has one of its own' })
  readonly contractor: string;

  @ApiProperty({ description: "Whole đồng; of a joint venture the partner's part", example: '20000000000' })
  readonly contractValue: string;

  @ApiProperty({ description: 'Whole đồng', example: '4000000000' })
  readonly amount: string;

  @ApiProperty({ format: 'date' })
  readonly paidOn: string;

  @ApiProperty({ type: 'string', format: 'date', nullable: true, description: 'By the contract' })
  readonly recoverBy: string | null;

  @ApiProperty({ type: 'string', nullable: true, description: 'Cumulative, whole đồng; null: nobody said' })
  readonly recovered: string | null;

  @ApiProperty({
    type: 'string',
    nullable: true,
    description: 'Of the contract, cumulative, whole đồng; null: nobody said',
  })
  readonly disbursed: string | null;

  @ApiProperty({
    type: 'string',
    nullable: true,
    description: '`disbursed` of `contractValue`: percent, two decimals, half up',
    example: '80.00',
  })
  readonly disbursedRate: string | null;

  @ApiProperty({ type: 'string', format: 'date', nullable: true, description: 'The day of both' })
  readonly figuresOn: string | null;

  @ApiProperty({ description: 'Not recovered, whole đồng; all of it while nobody said' })
  readonly outstanding: string;

  @EnumProperty(CONTRACT_ADVANCE_STATES, 'On the day')
  readonly state: ContractAdvanceState;

  @ApiProperty({
    type: 'string',
    format: 'date',
    nullable: true,
    description:
      'The last day before it is overdue: three months after the day in the contract; null: it has none',
  })
  readonly overdueAfter: string | null;

  @ApiProperty({ type: 'integer', description: 'Days since then; 0 unless it is overdue' })
  readonly daysLate: number;

  @ApiProperty({ description: 'Paid before the decree: which rules held is not known, and nobody is late' })
  readonly unverified: boolean;

  @ApiProperty({
    type: 'string',
    nullable: true,
    description: 'Why a sum is lower, or over the value, if it is',
  })
  readonly reason: string | null;

  @ApiProperty({ type: 'string', nullable: true, description: 'The document that said so last' })
  readonly document: string | null;
}

/** What may be amended, and is given in full. */
export class AmendContractAdvanceRequest {
  @DongField({
    description: "Value of the contract, whole đồng; of a joint venture the partner's part",
    positive: true,
  })
  contractValue: string;

  @DongField({ description: 'Advanced, whole đồng', positive: true })
  amount: string;

  @DateField(RECOVER_BY)
  recoverBy?: string;

  @TextField(DOCUMENT)
  document?: string;
}

export class AddContractAdvanceRequest extends AmendContractAdvanceRequest {
  @TextField({ description: 'Number and name of the contract', max: 300 })
  contract: string;

  @TextField({ description: 'Who got it', max: 300 })
  contractor: string;

  @DateField({ description: 'When it was paid' })
  paidOn: string;
}

export class RecordAdvanceRecoveryRequest {
  @DateField({ description: 'The day to which both sums run; without it, today', optional: true })
  on?: string;

  @DongField({ description: 'Recovered so far, whole đồng' })
  recovered: string;

  @DongField({
    description: 'Disbursed of the contract so far: completed work and what is left of advances, whole đồng',
  })
  disbursed: string;

  @TextField({
    description: 'Why a sum is lower than before, or more is disbursed than the contract is worth',
    max: 500,
    optional: true,
  })
  reason?: string;

  @TextField(DOCUMENT)
  document?: string;
}

export class ContractAdvanceListQuery extends ListQuery {
  @DateField({ description: 'As on this day; without it, today', optional: true })
  asOf?: string;

  @ChoiceField({ description: 'Only in this state', of: CONTRACT_ADVANCE_STATES, optional: true })
  state?: ContractAdvanceState;

  @IdField({ description: 'Only of this project', optional: true })
  projectId?: string;
}

/** Of a guarantee on a day: it holds, it has expired without being released, or the advance is recovered. */
export const GUARANTEE_STATES = ['running', 'expired', 'released'] as const;
export type GuaranteeState = (typeof GUARANTEE_STATES)[number];

/** The guarantee of a contractor's advance (decree 254/2025, article 9), as it stands on a day. */
export class GuaranteeView {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ type: ProjectRefView })
  readonly project: ProjectRefView;

  @ApiProperty({ description: 'Whose advance it guarantees' })
  readonly contractor: string;

  @ApiProperty({ description: 'Whole đồng', example: '2500000000' })
  readonly amount: string;

  @ApiProperty({ format: 'date', description: 'Its last day, extensions included' })
  readonly expiresOn: string;

  @EnumProperty(GUARANTEE_STATES, 'On the day')
  readonly state: GuaranteeState;

  @ApiProperty({ type: 'integer', description: 'Days until its last day; negative past it' })
  readonly daysLeft: number;

  @ApiProperty({
    type: 'integer',
    nullable: true,
    description:
      'From how many days before its last day the rule `guarantee-expiring` speaks of it, as in force that day for who owns the project; null: the rule is switched off there',
  })
  readonly warnDays: number | null;

  @ApiProperty({ type: 'string', nullable: true, description: 'The document that said so last' })
  readonly document: string | null;
}

export class AddGuaranteeRequest {
  @TextField({ description: 'Whose advance it guarantees', max: 300 })
  contractor: string;

  @DongField({ description: 'Whole đồng', positive: true })
  amount: string;

  @DateField({ description: 'When it was given' })
  givenOn: string;

  @DateField({ description: 'Its last day; not before it was given' })
  expiresOn: string;

  @TextField(DOCUMENT)
  document?: string;
}

export class ExtendGuaranteeRequest {
  @DateField({ description: 'The new last day, after the one so far' })
  expiresOn: string;

  @TextField(DOCUMENT)
  document?: string;
}

export class ReleaseGuaranteeRequest {
  @DateField({ description: 'When the advance was recovered in full; without it, today', optional: true })
  on?: string;

  @TextField(DOCUMENT)
  document?: string;
}

export class GuaranteeListQuery extends ListQuery {
  @DateField({ description: 'As on this day; without it, today', optional: true })
  asOf?: string;

  @ChoiceField({ description: 'Only in this state', of: GUARANTEE_STATES, optional: true })
  state?: GuaranteeState;

  @IdField({ description: 'Only of this project', optional: true })
  projectId?: string;
}
