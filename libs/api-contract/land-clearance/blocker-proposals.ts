import { ApiProperty } from '@nestjs/swagger';
import { EnumProperty } from '../answer-fields';
import { ChoiceField, DateField, IdField, TextField } from '../fields';
import { BlockerDetailView } from './blocker';
import { PROPOSAL_DECISIONS, type ProposalDecision } from './words';

const PROPOSAL = { description: 'Id of the open proposal that is meant', max: 20 } as const;

export class SetResponsibleOfficeRequest {
  @IdField({ description: 'The organisation that must act; null: none is known', nullable: true })
  organizationId: string | null;

  @TextField({ description: 'Why, for the history', max: 1000, optional: true })
  reason?: string;
}

export class ProposeDueRequest {
  @DateField({ description: 'The day that is asked for; not before today' })
  due: string;

  @TextField({ description: 'Why it can not be done by the present day; no names of households', max: 1000 })
  reason: string;
}

export class ProposeHandoverRequest {
  @IdField({ description: 'The office that is asked to take it over' })
  organizationId: string;

  @TextField({ description: 'Why it is not up to the present office; no names of households', max: 1000 })
  reason: string;
}

export class DecideProposalRequest {
  @TextField(PROPOSAL)
  proposal: string;

  @ChoiceField({ description: 'What is decided', of: PROPOSAL_DECISIONS })
  decision: ProposalDecision;

  @TextField({ description: 'Why; needed to refuse', max: 1000, optional: true })
  reason?: string;
}

export class WithdrawProposalRequest {
  @TextField(PROPOSAL)
  proposal: string;

  @TextField({ description: 'Why', max: 1000, optional: true })
  reason?: string;
}

/** What an office answered that was asked to take a blocker over. */
export class HandoverDecisionView {
  @EnumProperty(PROPOSAL_DECISIONS, 'What was decided')
  readonly decision: ProposalDecision;

  @ApiProperty({
    type: BlockerDetailView,
    nullable: true,
    description: 'As it stands now; null: who refused it sees it no more',
  })
  readonly blocker: BlockerDetailView | null;
}
