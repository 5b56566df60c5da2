import { Column, Entity, ForeignKey, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { ROW_ID } from '@thongvon/platform';

@Entity({
  schema: 'blockers',
  name: 'unit_match',
  comment:
    'Which one organisation the words of a responsible unit were found to mean; words that mean none or several have no row: a person is asked; append-only',
})
@Unique('unit_match_once', ['blockerId', 'unit'])
export class UnitMatch {
  @PrimaryGeneratedColumn('identity', ROW_ID)
  id: string;

  @ForeignKey('Blocker')
  @Column('uuid')
  blockerId: string;

  @Column({ type: 'text', comment: 'As the return or a person wrote it' })
  unit: string;

  @ForeignKey('Organization')
  @Column('uuid')
  organizationId: string;

  @Column({ type: 'timestamptz', comment: 'Business clock' })
  recordedAt: Date;
}
