import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { ROW_ID } from '@thongvon/platform';

@Entity({
  schema: 'audit',
  name: 'audit_entry',
  comment: 'Who did what to which subject; append-only, real clock, no personal data but the actor id',
})
@Index('audit_entry_action', ['action', 'id'])
@Index('audit_entry_actor', ['actorId', 'id'])
@Index('audit_entry_at', ['at'])
@Index('audit_entry_subject', ['subject', 'id'])
export class AuditEntry {
  @PrimaryGeneratedColumn('identity', ROW_ID)
  id: string;

  @Column('timestamptz')
  at: Date;

  @Column({ type: 'uuid', nullable: true })
  actorId: string | null;

  @Column('text')
  action: string;

  @Column('text')
  subject: string;

  @Column({ type: 'jsonb', default: () => "'{}'" })
  details: Readonly<Record<string, unknown>>;
}
