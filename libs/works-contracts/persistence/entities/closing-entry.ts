import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import { ROW_ID } from '@thongvon/platform';

@Entity({
  schema: 'works_contracts',
  name: 'closing_entry',
  comment:
    'What a completed project still owes: papers of the final settlement and construction debts, who owes them since when; append-only',
})
@Index('closing_entry_item', ['itemId', 'id'])
@Index('closing_entry_project', ['projectId'])
@Check('closing_entry_type_check', "type IN ('owed', 'settled')")
export class ClosingEntry {
  @PrimaryGeneratedColumn('identity', ROW_ID)
  id: string;

  @Column('uuid')
  itemId: string;

  @ForeignKey('Project')
  @Column('uuid')
  projectId: string;

  @Column('text')
  type: 'owed' | 'settled';

  @Column('jsonb')
  fields: object;

  @ForeignKey('UserAccount')
  @Column('uuid')
  actorId: string;

  @Column('timestamptz')
  recordedAt: Date;
}
