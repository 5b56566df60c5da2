import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import { ROW_ID } from '@thongvon/platform';
import type { PlainDate, PlanYear } from '@thongvon/kernel';
import type { Coverage, ReturnKind, TableMapping } from '@thongvon/return-reader';
import type { Answer } from '../../domain/answer';
import type { ReturnStatus } from '../../domain/return-status';

@Entity({
  schema: 'returns',
  name: 'return',
  comment: 'Returns (báo cáo) and their state; times on the business clock',
})
@Index('return_received', ['organizationId', 'receivedAt'])
@Index('return_received_at', ['receivedAt'])
@Index('return_same_bytes', ['organizationId', 'fileSha256'], {
  unique: true,
  where: "status NOT IN ('sent-back', 'withdrawn', 'failed', 'reverted')",
})
@Index('return_status', ['status', 'receivedAt'])
@Index('return_superseded', ['supersededBy'], { where: 'superseded_by IS NOT NULL' })
@Check(
  'return_status_check',
  "status IN ('received', 'reading', 'needs-attention', 'ready', 'submitted', 'approved', 'sent-back', 'withdrawn', 'failed', 'superseded', 'reverted')",
)
export class Return {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @ForeignKey('Organization')
  @Column('uuid')
  organizationId: string;

  @ForeignKey('UserAccount')
  @Column('uuid')
  uploadedBy: string;

  @ForeignKey('StoredFile')
  @Column('text')
  fileSha256: string;

  @Column('text')
  fileName: string;

  @Column({ type: 'text', nullable: true })
  requestedKind: ReturnKind | null;

  @Column({ type: 'text', nullable: true })
  requestedCoverage: Coverage | null;

  @Column('text')
  status: ReturnStatus;

  @Column({
    type: 'integer',
    default: 0,
    comment: 'Grows with every change of reading, answers or status; the ETag',
  })
  version: number;

  @Column({ type: 'text', array: true, default: () => "'{}'" })
  kinds: ReturnKind[];

  @Column({ type: 'date', nullable: true })
  asOf: PlainDate | null;

  @Column({ type: 'integer', nullable: true })
  planYear: PlanYear | null;

  @Column({ type: 'text', nullable: true })
  coverage: Coverage | null;

  @Column({ type: 'jsonb', default: () => "'[]'" })
  answers: Answer[];

  @Column('timestamptz')
  receivedAt: Date;

  @Column({ type: 'timestamptz', nullable: true })
  submittedAt: Date | null;

  @ForeignKey('UserAccount')
  @Column({ type: 'uuid', nullable: true })
  submittedBy: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  approvedAt: Date | null;

  @ForeignKey('UserAccount')
  @Column({ type: 'uuid', nullable: true })
  approvedBy: string | null;

  /** The approved return that replaced this one. */
  @ForeignKey('Return')
  @Column({ type: 'uuid', nullable: true })
  supersededBy: string | null;

  /** Why it was sent back or reverted, in the words of who did it. */
  @Column({ type: 'text', nullable: true })
  reason: string | null;

  @Column({
    type: 'jsonb',
    default: () => "'[]'",
    comment: 'Tables that the sender has described: sheet, header rows, kind, columns with their meanings',
  })
  mapping: TableMapping[];

  @ForeignKey('UserAccount')
  @Column({
    type: 'uuid',
    nullable: true,
    comment: 'Who reverted it; null as well where that was before it was kept',
  })
  revertedBy: string | null;
}

@Entity({
  schema: 'returns',
  name: 'return_event',
  comment: 'History of a return; append-only; id is the event id of the stream',
})
@Index('return_event_return', ['returnId', 'id'])
export class ReturnEvent {
  @PrimaryGeneratedColumn('identity', ROW_ID)
  id: string;

  @ForeignKey('Return')
  @Column('uuid')
  returnId: string;

  @Column('text')
  type: string;

  @Column('text')
  status: ReturnStatus;

  @Column('timestamptz')
  at: Date;

  @Column({ type: 'uuid', nullable: true })
  actorId: string | null;

  @Column({ type: 'jsonb', default: () => "'{}'" })
  data: Readonly<Record<string, unknown>>;
}

@Entity({
  schema: 'returns',
  name: 'return_effect',
  comment:
    'From when a return counts and from when it no longer does (business clock, known time); append-only; the last row at or before an instant decides',
})
@Index('return_effect_at', ['at'])
@Index('return_effect_return', ['returnId', 'id'])
export class ReturnEffect {
  @PrimaryGeneratedColumn('identity', ROW_ID)
  id: string;

  @ForeignKey('Return')
  @Column('uuid')
  returnId: string;

  @Column('timestamptz')
  at: Date;

  @Column('boolean')
  effective: boolean;
}
