import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { DONG_COLUMN } from '@thongvon/platform';
import type { BlockerCause, DecidingLevel } from '@thongvon/api-contract';
import type { Dong, PlainDate } from '@thongvon/kernel';

@Entity({
  schema: 'blockers',
  name: 'blocker_position',
  comment: 'Derived: the state of a blocker on [valid_from, valid_to), as known now',
})
@Index('blocker_position_due', ['due'], { where: 'open' })
@Index('blocker_position_project', ['projectId'])
@Index('blocker_position_until', ['validTo'], { where: 'open' })
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
}
