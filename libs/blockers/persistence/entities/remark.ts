import { Check, Column, Entity, ForeignKey, Index, Unique } from 'typeorm';
import { ReadRow } from '@thongvon/platform';
import type { RemarkDecisionType } from '../../domain/remark-decisions';

@Entity({
  schema: 'blockers',
  name: 'reported_remark',
  comment:
    'Remarks of the clearance and disbursement tables of approved returns: proposed as blockers, none until a person says so; they count while the return counts; append-only',
})
@Unique('reported_remark_cell', ['returnId', 'sheet', 'cell', 'projectId'])
@Index('reported_remark_project', ['projectId'])
@Check('reported_remark_table', "table_kind IN ('land-clearance', 'disbursement')")
export class ReportedRemark extends ReadRow {
  @ForeignKey('Project')
  @Column('uuid')
  projectId: string;

  @Column('text')
  text: string;
  @Column({
    type: 'text',
    comment:
      "The kind of table that it stands in: it is proposed until the sender's next return with figures of that kind",
  })
  tableKind: 'land-clearance' | 'disbursement';
}

@Entity({
  schema: 'blockers',
  name: 'remark_decision',
  comment:
    'What people say of remarks, by project and key: no blocker (declined), to be asked again (reconsidered), or a blocker (accepted); the last one stands; append-only',
})
@Index('remark_decision_accepted', { synchronize: false })
@Index('remark_decision_project', ['projectId'])
@Check('remark_decision_blocker', "(type = 'accepted') = (blocker_id IS NOT NULL)")
@Check('remark_decision_type_check', "type IN ('declined', 'reconsidered', 'accepted')")
export class RemarkDecisionRow extends ReadRow {
  @ForeignKey('Project')
  @Column('uuid')
  projectId: string;

  @Column({
    type: 'text',
    comment:
      'The words of the remark without case, marks and leading zeros: the same words are the same remark',
  })
  remarkKey: string;

  @Column('text')
  type: RemarkDecisionType;

  @Column({ type: 'text', comment: 'The remark as its cell says it' })
  text: string;
  @ForeignKey('Blocker')
  @Column({
    type: 'uuid',
    nullable: true,
    unique: true,
    comment: "Which it was opened as; its cell is the blocker's source",
  })
  blockerId: string | null;

  @ForeignKey('UserAccount')
  @Column('uuid')
  actorId: string;

  @Column({ type: 'timestamptz', comment: 'Business clock' })
  recordedAt: Date;
}
