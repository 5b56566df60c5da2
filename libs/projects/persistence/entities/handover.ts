import { Column, Entity, ForeignKey, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import { ROW_ID } from '@thongvon/platform';
import type { PlainDate } from '@thongvon/kernel';

@Entity({
  schema: 'projects',
  name: 'project_former_holder',
  comment:
    'Whose a project was before it was handed over; on a day it is of the row with the earliest held_until after it, else as project says',
})
@Index('project_former_holder_until', ['projectId', 'heldUntil'])
export class ProjectFormerHolder {
  @PrimaryGeneratedColumn('identity', ROW_ID)
  id: string;

  @ForeignKey('Project')
  @Column('uuid')
  projectId: string;

  @ForeignKey('Organization')
  @Column('uuid')
  organizationId: string;

  @Column({ type: 'date', comment: "The first day on which it was the next holder's" })
  heldUntil: PlainDate;

  @ForeignKey('UserAccount')
  @Column({ type: 'uuid', nullable: true })
  recordedBy: string | null;

  @Column('timestamptz')
  recordedAt: Date;

  @ForeignKey('Organization')
  @Column({
    type: 'uuid',
    nullable: true,
    comment: 'Whose it became; null: recorded before this was kept, by a person',
  })
  handedTo: string | null;

  @ForeignKey('Organization')
  @Column({
    type: 'uuid',
    nullable: true,
    comment:
      "The register's owner until then, who gets it back when the handover ends; null: nobody was known",
  })
  ownerIdBefore: string | null;

  @Column({ type: 'text', nullable: true, comment: "The owner's words in the register until then" })
  ownerNameBefore: string | null;
}

@Entity({
  schema: 'projects',
  name: 'project_handover_basis',
  comment:
    'Approved plans that say a handover: the one that was answered to hand over, and those that name the new owner since; a handover without any was recorded by a person; append-only',
})
@Index('project_handover_basis_return', ['returnId'])
export class ProjectHandoverBasis {
  @ForeignKey('ProjectFormerHolder')
  @PrimaryColumn('bigint')
  formerHolderId: string;

  @ForeignKey('Return')
  @PrimaryColumn('uuid')
  returnId: string;
}

@Entity({
  schema: 'projects',
  name: 'project_handover_ended',
  comment: 'Handovers that were undone because no return that says them counts any more; append-only',
})
export class ProjectHandoverEnded {
  @ForeignKey('ProjectFormerHolder')
  @PrimaryColumn('bigint')
  formerHolderId: string;

  @ForeignKey('UserAccount')
  @Column({ type: 'uuid', nullable: true })
  endedBy: string | null;

  @Column({ type: 'timestamptz', comment: 'Business clock' })
  endedAt: Date;
}
