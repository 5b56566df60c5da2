import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import { DONG_COLUMN, ROW_ID } from '@thongvon/platform';
import type { Dong, PlainDate } from '@thongvon/kernel';

@Entity({
  schema: 'works_contracts',
  name: 'guarantee_entry',
  comment:
    "Guarantees of contractors' advances: given, extended, released once the advance is recovered; append-only; business clock",
})
@Index('guarantee_entry_guarantee', ['guaranteeId', 'id'])
@Index('guarantee_entry_once', ['guaranteeId'], { unique: true, where: "type = 'given'" })
@Index('guarantee_entry_project', ['projectId'])
@Check('guarantee_entry_amount_check', 'amount > 0')
@Check('guarantee_entry_expires', "(type = 'released') = (expires_on IS NULL)")
@Check('guarantee_entry_given', "(type = 'given') = (contractor IS NOT NULL AND amount IS NOT NULL)")
@Check('guarantee_entry_type_check', "type IN ('given', 'extended', 'released')")
export class GuaranteeEntry {
  @PrimaryGeneratedColumn('identity', ROW_ID)
  id: string;

  @Column('uuid')
  guaranteeId: string;

  @ForeignKey('Project')
  @Column('uuid')
  projectId: string;

  @Column('text')
  type: 'given' | 'extended' | 'released';

  @Column({ type: 'text', nullable: true })
  contractor: string | null;

  @Column({ type: 'text', nullable: true })
  contractorKey: string | null;

  @Column({ ...DONG_COLUMN, nullable: true, comment: 'Whole đồng' })
  amount: Dong | null;

  @Column({ type: 'date', comment: 'The day of the action: what a later day knows' })
  onDate: PlainDate;

  @Column({ type: 'date', nullable: true })
  expiresOn: PlainDate | null;

  @Column({ type: 'text', nullable: true })
  document: string | null;

  @ForeignKey('UserAccount')
  @Column('uuid')
  actorId: string;

  @Column('timestamptz')
  recordedAt: Date;
}
