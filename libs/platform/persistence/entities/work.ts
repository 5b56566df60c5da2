import { Column, Entity, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import { ROW_ID } from '../../database/columns';

@Entity({
  schema: 'platform',
  name: 'work_intent',
  comment:
    'Work that a committed transaction asks for; the relay hands it to the queue until it is done; real clock',
})
@Index('work_intent_open', ['relayAfter'], { where: 'done_at IS NULL' })
export class WorkIntent {
  @PrimaryGeneratedColumn('identity', ROW_ID)
  id: string;

  @Column('text')
  job: string;

  @Column('uuid')
  subject: string;

  @Column('timestamptz')
  createdAt: Date;

  @Column({ type: 'integer', default: 0 })
  relays: number;

  @Column('timestamptz')
  relayAfter: Date;

  @Column({ type: 'timestamptz', nullable: true })
  doneAt: Date | null;
}

@Entity({
  schema: 'platform',
  name: 'idempotent_reply',
  comment: 'Replies kept for repeated Idempotency-Key requests; real clock',
})
export class IdempotentReply {
  @PrimaryColumn('uuid')
  userId: string;

  @PrimaryColumn('text')
  route: string;

  @PrimaryColumn('text')
  key: string;

  @Column('text')
  requestHash: string;

  @Column({
    type: 'integer',
    nullable: true,
    comment: 'Null while the first request is still being answered',
  })
  status: number | null;

  @Column({ type: 'json', nullable: true })
  body: unknown;

  @Column('timestamptz')
  createdAt: Date;
}
