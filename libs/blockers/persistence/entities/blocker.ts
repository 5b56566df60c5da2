import {
  Check,
  Column,
  Entity,
  ForeignKey,
  Index,
  PrimaryColumn,
  PrimaryGeneratedColumn,
  Unique,
} from 'typeorm';
import type { BlockerAction, BlockerCause, DecidingLevel, ProposalAction } from '@thongvon/api-contract';
import type { Dong, PlainDate } from '@thongvon/kernel';
import type { Proof } from '@thongvon/land-clearance';
import { DONG_COLUMN, EnteredRow, ROW_ID } from '@thongvon/platform';
import type { CellRef } from '@thongvon/return-reader';
import type { BlockerFields } from '../../domain/blocker-state';
import type { DueProposal, HandoverProposal } from '../../domain/proposals';

@Entity({
  schema: 'blockers',
  name: 'blocker',
  comment:
    'Identity of a blocker (vướng mắc); all that is said of it is in blocker_mention and blocker_action; append-only',
})
@Index('blocker_project', ['projectId'])
export class Blocker {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @ForeignKey('Project')
  @Column('uuid')
  projectId: string;

  @ForeignKey('ClearanceSegment')
  @Column({ type: 'uuid', nullable: true })
  segmentId: string | null;

  @Column('timestamptz')
  recordedAt: Date;
}

@Entity({
  schema: 'blockers',
  name: 'blocker_action',
  comment: 'What people did about blockers and set on them; append-only; business clock',
})
@Index('blocker_action_blocker', ['blockerId'])
@Index('blocker_action_recorded', ['recordedAt'])
@Index('blocker_action_once', ['actorId', 'clientKey'], { unique: true, where: 'client_key IS NOT NULL' })
@Check('blocker_action_key', '(client_key IS NULL) = (request_hash IS NULL)')
@Check(
  'blocker_action_type_check',
  "type IN ('opened', 'work', 'reminder', 'escalated', 'still-open', 'changed', 'closed', 'reopened', 'due-proposed', 'due-accepted', 'due-refused', 'due-withdrawn', 'handover-proposed', 'handover-accepted', 'handover-refused', 'handover-withdrawn')",
)
export class BlockerActionRow extends EnteredRow {
  @ForeignKey('Blocker')
  @Column('uuid')
  blockerId: string;

  @Column('text')
  type: BlockerAction | ProposalAction;

  @Column('date')
  onDate: PlainDate;
  @Column({ type: 'text', nullable: true })
  text: string | null;

  @Column({ type: 'text', nullable: true, comment: 'Number and date of the document, in words' })
  evidence: string | null;

  @Column({ type: 'jsonb', default: () => "'{}'" })
  changes: BlockerFields;

  @Column({
    type: 'jsonb',
    nullable: true,
    comment: 'What the words in evidence point to: document, cell of a return, evidence_file',
  })
  proof: Proof | null;

  @ForeignKey('Organization')
  @Column({
    type: 'uuid',
    nullable: true,
    comment: 'The office of who did it, then; null: written before offices were kept',
  })
  organizationId: string | null;

  @Column({
    type: 'text',
    nullable: true,
    comment: 'Chosen by the caller: the same request sent again finds this row',
  })
  clientKey: string | null;

  @Column({ type: 'text', nullable: true, comment: 'SHA-256 of what was asked for under that key' })
  requestHash: string | null;
}

@Entity({
  schema: 'blockers',
  name: 'blocker_mention',
  comment:
    'What returns say of blockers: named, or no longer named (unnamed) and perhaps said to be solved; counts while the return counts; append-only',
})
@Unique('blocker_mention_once', ['returnId', 'blockerId'])
@Index('blocker_mention_blocker', ['blockerId'])
@Check('blocker_mention_type_check', "type IN ('named', 'solved', 'unnamed')")
export class BlockerMention {
  @PrimaryGeneratedColumn('identity', ROW_ID)
  id: string;

  @ForeignKey('Blocker')
  @Column('uuid')
  blockerId: string;

  @ForeignKey('Return')
  @Column('uuid')
  returnId: string;

  @Column('text')
  type: 'named' | 'solved' | 'unnamed';

  @Column('date')
  asOf: PlainDate;

  @Column('text')
  text: string;

  @Column({ type: 'text', nullable: true })
  responsibleUnit: string | null;

  @Column({ type: 'date', nullable: true })
  due: PlainDate | null;

  @Column('jsonb')
  cells: CellRef[];
}

@Entity({
  schema: 'blockers',
  name: 'blocker_merger',
  comment:
    'Blockers that people found to be another one (into_id), or found to be apart again (null); the last row of a blocker counts; append-only; business clock',
})
@Index('blocker_merger_blocker', ['blockerId', 'id'])
@Index('blocker_merger_recorded', ['recordedAt'])
@Check('blocker_merger_other', 'into_id <> blocker_id')
export class BlockerMerger extends EnteredRow {
  @ForeignKey('Blocker')
  @Column('uuid')
  blockerId: string;

  @ForeignKey('Blocker')
  @Column({ type: 'uuid', nullable: true })
  intoId: string | null;

  @Column('text')
  reason: string;
}

@Entity({
  schema: 'blockers',
  name: 'blocker_position',
  comment: 'Derived: the state of a blocker on [valid_from, valid_to), as known now',
})
@Index('blocker_position_due', ['due'], { where: 'open' })
@Index('blocker_position_project', ['projectId'])
@Index('blocker_position_until', ['validTo'], { where: 'open' })
@Index('blocker_position_office', ['responsibleOfficeId'])
@Index('blocker_position_handover', ['handoverTo'], { where: 'handover_to IS NOT NULL' })
export class BlockerPositionRow {
  @ForeignKey('Blocker')
  @PrimaryColumn('uuid')
  blockerId: string;

  @ForeignKey('Project')
  @Column('uuid')
  projectId: string;

  @ForeignKey('ClearanceSegment')
  @Column({ type: 'uuid', nullable: true })
  segmentId: string | null;

  @PrimaryColumn('date')
  validFrom: PlainDate;

  @Column('date')
  validTo: PlainDate;

  @Column('boolean')
  open: boolean;

  @Column('text')
  description: string;

  @Column('text')
  searchKey: string;

  @Column({ type: 'text', comment: 'Confirmed by a person, else unclassified' })
  cause: BlockerCause;

  @Column({ type: 'text', array: true })
  suggestedCauses: BlockerCause[];

  @Column({ type: 'text', nullable: true })
  step: string | null;

  @Column({ type: 'text', nullable: true })
  responsibleUnit: string | null;

  @Column({ type: 'text', nullable: true })
  responsibleUnitKey: string | null;

  @Column({ type: 'text', nullable: true })
  responsiblePerson: string | null;

  @Column({ type: 'text', nullable: true })
  decidingLevel: DecidingLevel | null;

  @Column({ type: 'date', nullable: true })
  due: PlainDate | null;

  @Column('date')
  openedOn: PlainDate;

  @Column('boolean')
  openedEstimated: boolean;

  @Column({ type: 'date', nullable: true })
  closedOn: PlainDate | null;

  @Column({ type: 'text', nullable: true })
  closingReason: string | null;

  @Column({ type: 'text', nullable: true })
  evidence: string | null;

  @Column('integer')
  reopened: number;

  @Column({
    type: 'date',
    nullable: true,
    comment:
      'As-of date of the return that no longer named it although it should, while nobody has closed it',
  })
  unnamedSince: PlainDate | null;

  @Column({ type: 'date', nullable: true })
  lastActionOn: PlainDate | null;

  @Column({ type: 'text', nullable: true })
  lastAction: string | null;

  @Column('integer')
  reminders: number;

  @Column({
    ...DONG_COLUMN,
    nullable: true,
    comment: 'Capital held as a person set it, whole đồng; null: plan less disbursed',
  })
  heldAmount: Dong | null;

  @Column({ type: 'text', nullable: true })
  heldReason: string | null;

  @Column({ type: 'text', nullable: true, comment: 'The contractor that stops the site, where one does' })
  contractor: string | null;

  @Column({ type: 'text', nullable: true })
  contractorKey: string | null;

  @Column({
    type: 'uuid',
    nullable: true,
    comment: 'The organisation that must act; null: nobody has said which one the words mean',
  })
  responsibleOfficeId: string | null;

  @Column({ type: 'date', nullable: true, comment: 'Since when it is its turn; null: closed' })
  turnSince: PlainDate | null;

  @Column({ type: 'jsonb', nullable: true })
  dueProposal: DueProposal | null;

  @Column({ type: 'jsonb', nullable: true })
  handoverProposal: HandoverProposal | null;

  @Column({ type: 'uuid', nullable: true, comment: 'The office that is asked to take it over' })
  handoverTo: string | null;
}
