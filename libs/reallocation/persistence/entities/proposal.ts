import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { ProposalState, ReallocationQuestion } from '@thongvon/api-contract';
import type { Dong, PlainDate, PlanYear } from '@thongvon/kernel';
import { DONG_COLUMN } from '@thongvon/platform';

@Entity({
  schema: 'reallocation',
  name: 'proposal',
  comment:
    'Identity of a proposal that moves capital between projects; what it is comes from its entries; append-only',
})
@Index('proposal_organization', ['organizationId'])
export class Proposal {
  @PrimaryColumn('uuid')
  id: string;

  @ForeignKey('Organization')
  @Column({ type: 'uuid', comment: 'The office that makes it' })
  organizationId: string;

  @Column('integer')
  planYear: PlanYear;

  @Column({ type: 'timestamptz', comment: 'Business clock' })
  recordedAt: Date;
}

@Entity({
  schema: 'reallocation',
  name: 'proposal_entry',
  comment:
    'History of proposals: each draft with its lines, and what became of it outside; of two at once the database takes one (nth); append-only',
})
@Unique('proposal_entry_nth', ['proposalId', 'nth'])
@Unique('proposal_entry_once', ['actorId', 'clientKey'])
@Check('proposal_entry_state_check', "state IN ('draft', 'put-aside', 'decided')")
@Check(
  'proposal_entry_draft',
  "(state = 'draft') = (title IS NOT NULL AND week IS NOT NULL AND revision IS NOT NULL)",
)
@Check(
  'proposal_entry_decided',
  "(state = 'decided') = (decision_number IS NOT NULL AND decided_on IS NOT NULL)",
)
@Check('proposal_entry_first', "nth > 1 OR state = 'draft'")
export class ProposalEntry {
  @PrimaryColumn('uuid')
  id: string;

  @ForeignKey('Proposal')
  @Column('uuid')
  proposalId: string;

  @Column({ type: 'integer', comment: 'From 1 within its proposal' })
  nth: number;

  @Column('text')
  state: ProposalState;

  @Column({ type: 'text', nullable: true })
  title: string | null;

  @Column({
    type: 'date',
    nullable: true,
    comment: 'Of a draft: the frozen week, in its revision, by whose figures it was made',
  })
  week: PlainDate | null;

  @Column({ type: 'integer', nullable: true })
  revision: number | null;

  @Column({ type: 'text', nullable: true })
  decisionNumber: string | null;

  @Column({ type: 'date', nullable: true })
  decidedOn: PlainDate | null;

  @Column({ type: 'text', nullable: true })
  note: string | null;

  @ForeignKey('UserAccount')
  @Column('uuid')
  actorId: string;

  @Column({ type: 'text', comment: 'Chosen by the caller: the same request sent again finds this row' })
  clientKey: string;

  @Column({ type: 'text', comment: 'SHA-256 of what was asked for under that key' })
  requestHash: string;

  @Column({ type: 'timestamptz', comment: 'Business clock' })
  recordedAt: Date;
}

@Entity({
  schema: 'reallocation',
  name: 'proposal_line',
  comment:
    'So much of a source from one project to another, whole đồng; changes no plan: that is for the plan ledger; append-only',
})
@Unique('proposal_line_pair', ['entryId', 'giverId', 'receiverId', 'sourceCode'])
@Check('proposal_line_amount', 'amount > 0')
@Check('proposal_line_two', 'giver_id <> receiver_id')
export class ProposalLineRow {
  @ForeignKey('ProposalEntry')
  @PrimaryColumn('uuid')
  entryId: string;

  @PrimaryColumn({ type: 'integer', comment: 'From 1, in the order in which they are shown' })
  place: number;

  @ForeignKey('Project')
  @Column('uuid')
  giverId: string;

  @ForeignKey('Project')
  @Column('uuid')
  receiverId: string;

  @Column('text')
  sourceCode: string;

  @Column({ ...DONG_COLUMN })
  amount: Dong;
}

@Entity({
  schema: 'reallocation',
  name: 'proposal_declaration',
  comment: 'What somebody declared where nobody knows, or figures speak against it; append-only',
})
export class ProposalDeclarationRow {
  @ForeignKey('ProposalEntry')
  @PrimaryColumn('uuid')
  entryId: string;

  @ForeignKey('Project')
  @PrimaryColumn('uuid')
  projectId: string;

  @PrimaryColumn({ type: 'text', comment: 'The question that it answers' })
  about: ReallocationQuestion;

  @Column('text')
  note: string;
}
