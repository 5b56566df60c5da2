import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import type { ParticipantRole } from '@thongvon/api-contract';
import type { Dong, PlainDate } from '@thongvon/kernel';
import { DONG_COLUMN, ROW_ID } from '@thongvon/platform';
import type { ProjectKind } from '../../domain/project-kind';

@Entity({
  schema: 'projects',
  name: 'project',
  comment: 'Register of projects; identity is the 7-digit code, else owner and name',
})
@Index('project_code', ['code'], { unique: true, where: 'code IS NOT NULL' })
@Index('project_code_form', { synchronize: false })
@Index('project_code_once', { synchronize: false })
@Index('project_commune', ['commune'])
@Index('project_name', { synchronize: false })
@Index('project_name_key', ['nameKey'])
@Index('project_scope', { synchronize: false })
@Check('project_total_investment_check', 'total_investment >= 0')
export class Project {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  /** Mã QHNS, 7 digits as text; null while none is known. */
  @Column({ type: 'text', nullable: true })
  code: string | null;

  @Column('text')
  name: string;

  @Column('text')
  nameKey: string;

  @Column('text')
  kind: ProjectKind;

  @Column({ type: 'boolean', default: false, comment: 'A person set the kind; returns no longer change it' })
  kindConfirmed: boolean;

  @ForeignKey('Organization')
  @Column({ type: 'uuid', nullable: true })
  ownerId: string | null;

  /** The owner in the words of the table that named it, while it is no organisation of ours. */
  @Column({ type: 'text', nullable: true })
  ownerName: string | null;

  @ForeignKey('Organization')
  @Column({
    type: 'uuid',
    comment: 'The organisation whose return first named the project; stands in for an unknown owner',
  })
  registeredBy: string;

  @Column({ type: 'text', nullable: true })
  commune: string | null;

  @Column({ type: 'boolean', default: false })
  communeConfirmed: boolean;

  @Column({ ...DONG_COLUMN, nullable: true, comment: 'Tổng mức đầu tư, whole đồng' })
  totalInvestment: Dong | null;

  @Column({ type: 'text', array: true, default: () => "'{}'" })
  contractors: string[];

  @Column('timestamptz')
  createdAt: Date;

  @Column({
    type: 'boolean',
    default: false,
    comment:
      'Registered under a code that another project has in another way of typing, before codes had one form; no new project can be',
  })
  codeRepeated: boolean;

  @ForeignKey('Return')
  @Column({
    type: 'uuid',
    nullable: true,
    comment:
      'The return whose approval put it into the register, again if nothing else spoke of it; null: not known',
  })
  registeredIn: string | null;

  @Column({
    type: 'timestamptz',
    nullable: true,
    comment: 'When a person last changed it in the register (business clock); null: never',
  })
  editedAt: Date | null;
}

@Entity({
  schema: 'projects',
  name: 'project_participant',
  comment:
    "Offices that may report a part of a project that isn't theirs; named by its owner or the finance office",
})
@Index('project_participant_office', ['organizationId'])
@Index('project_participant_once', ['projectId', 'organizationId', 'role'], {
  unique: true,
  where: 'valid_to IS NULL',
})
@Check('project_participant_check', 'valid_to >= valid_from')
@Check('project_participant_check1', '(valid_to IS NULL) = (ended_at IS NULL)')
@Check('project_participant_role_check', "role = 'land-clearance'")
export class ProjectParticipant {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @ForeignKey('Project')
  @Column('uuid')
  projectId: string;

  @ForeignKey('Organization')
  @Column('uuid')
  organizationId: string;

  @Column({ type: 'text', comment: 'What they report: land-clearance (progress and blockers)' })
  role: ParticipantRole;

  @Column('date')
  validFrom: PlainDate;

  @Column({
    type: 'date',
    nullable: true,
    comment: 'The first day on which it no longer holds; null: still does',
  })
  validTo: PlainDate | null;

  @ForeignKey('UserAccount')
  @Column({ type: 'uuid', nullable: true })
  namedBy: string | null;

  @Column('timestamptz')
  namedAt: Date;

  @ForeignKey('UserAccount')
  @Column({ type: 'uuid', nullable: true })
  endedBy: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  endedAt: Date | null;
}

@Entity({
  schema: 'projects',
  name: 'capital_source',
  comment: 'Sources of capital: stable code, label in the words of the first table that named it',
})
export class CapitalSource {
  @PrimaryColumn('text')
  code: string;

  @Column('text')
  label: string;
}

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

@Entity({
  schema: 'projects',
  name: 'holder_change',
  comment:
    'Projects that another office holds than before; a row is taken away by whoever counts the project under the new one',
})
@Index('holder_change_project', ['projectId'])
export class HolderChange {
  @PrimaryGeneratedColumn('identity', ROW_ID)
  id: string;

  @Column('uuid')
  projectId: string;
}

@Entity({
  schema: 'projects',
  name: 'grouping_change',
  comment:
    'Offices of whose projects the register says another holder, owner, kind, commune or group than before; a row is taken away by whoever sums them anew',
})
@Index('grouping_change_office', ['officeId'])
export class GroupingChange {
  @PrimaryGeneratedColumn('identity', ROW_ID)
  id: string;

  @Column('uuid')
  officeId: string;
}
