import { Column, Entity, ForeignKey, Index } from 'typeorm';
import type { EscalationLadders } from '@thongvon/kernel';
import { EnteredRow } from '@thongvon/platform';

@Entity({
  schema: 'organizations',
  name: 'escalation_entry',
  comment:
    'Who is informed of returns, blockers and tasks that are due, and when, below a top office; the last row of an office counts; append-only; business clock',
})
@Index('escalation_entry_organization', ['organizationId', 'id'])
export class EscalationEntry extends EnteredRow {
  @ForeignKey('Organization')
  @Column('uuid')
  organizationId: string;

  @Column({
    type: 'jsonb',
    comment: 'Rungs of returns, blockers and tasks: days after it fell due, and to whom',
  })
  ladders: EscalationLadders;

  @Column('text')
  reason: string;
}
