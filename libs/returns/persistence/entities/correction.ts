import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import { ROW_ID } from '@thongvon/platform';
import type { CorrectionType, StoodCell } from '@thongvon/return-reader';

@Entity({
  schema: 'returns',
  name: 'correction',
  comment:
    'What a person declares to be right for a cell of a return; append-only; of a cell the row that no other replaces stands',
})
@Index('correction_return', ['returnId', 'id'])
@Index('correction_first', ['returnId', 'sheet', 'cell'], { unique: true, where: 'replaces IS NULL' })
@Check('correction_type_check', "type IN ('number', 'text', 'date')")
@Check(
  'correction_declared',
  '(type IS NULL) = (value IS NULL) AND (type IS NULL) = (reason IS NULL) AND (type IS NOT NULL OR replaces IS NOT NULL)',
)
export class Correction {
  @PrimaryGeneratedColumn('identity', ROW_ID)
  id: string;

  @ForeignKey('Return')
  @Column('uuid')
  returnId: string;

  @Column('text')
  sheet: string;

  @Column({ type: 'text', comment: 'A1; of a merged range its first cell' })
  cell: string;

  @Column({ type: 'text', nullable: true })
  type: CorrectionType | null;

  @Column({
    type: 'text',
    nullable: true,
    comment:
      "A decimal in the cell's own unit, a text, or YYYY-MM-DD; null: what was declared before is taken back",
  })
  value: string | null;

  @Column({ type: 'jsonb', comment: 'What the file has there: type, text, formula' })
  stood: StoodCell;

  @Column({ type: 'text', nullable: true })
  reason: string | null;

  @ForeignKey('Correction')
  @Column({
    type: 'bigint',
    nullable: true,
    unique: true,
    comment: 'The earlier row of the same cell that no longer stands',
  })
  replaces: string | null;

  @ForeignKey('UserAccount')
  @Column('uuid')
  actorId: string;

  @Column({ type: 'timestamptz', comment: 'Business clock' })
  recordedAt: Date;
}
