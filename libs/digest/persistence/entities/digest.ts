import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import { ROW_ID } from '@thongvon/platform';
import type { PlainDate } from '@thongvon/kernel';

@Entity({
  schema: 'digest',
  name: 'digest_edition',
  comment:
    'Weekly letters written, one for each week, revision of the frozen week and recipient; what they say is in their mail; append-only',
})
export class DigestEdition {
  @PrimaryColumn({ type: 'date', comment: "Date of the week's cut-off" })
  week: PlainDate;

  @PrimaryColumn('integer')
  revision: number;

  @ForeignKey('UserAccount')
  @PrimaryColumn('uuid')
  recipientId: string;

  @ForeignKey('WeeklySnapshot')
  @Column('uuid')
  snapshotId: string;

  @ForeignKey('Mail')
  @Column('uuid')
  mailId: string;

  @Column({ type: 'timestamptz', comment: 'Real clock' })
  writtenAt: Date;
}

@Entity({
  schema: 'digest',
  name: 'digest_recipient',
  comment:
    'Who gets the weekly letter, as set by an administrator or ended by the person; the latest row of a person counts, without one leaders get it; append-only',
})
@Index('digest_recipient_user', ['userId', 'id'])
@Check('digest_recipient_scope', 'organization_ids IS NULL OR (cardinality(organization_ids) > 0)')
export class DigestRecipient {
  @PrimaryGeneratedColumn('identity', ROW_ID)
  id: string;

  @ForeignKey('UserAccount')
  @Column('uuid')
  userId: string;

  @Column('boolean')
  receives: boolean;

  @Column({
    type: 'uuid',
    array: true,
    nullable: true,
    comment: "Of these organisations and all below them; null: of the person's own",
  })
  organizationIds: string[] | null;

  @ForeignKey('UserAccount')
  @Column({
    type: 'uuid',
    nullable: true,
    comment: 'The administrator; null: the person, by the link in the letter',
  })
  actorId: string | null;

  @Column({ type: 'timestamptz', comment: 'Real clock' })
  recordedAt: Date;
}

@Entity({
  schema: 'digest',
  name: 'digest_signing_key',
  comment: 'Key of this installation, by which links that end the weekly letter are signed; append-only',
})
@Check('digest_signing_key_only_one_check', 'only_one')
export class DigestSigningKey {
  @PrimaryColumn({ type: 'boolean', default: true })
  onlyOne: boolean;

  @Column('bytea')
  key: Buffer;
}
