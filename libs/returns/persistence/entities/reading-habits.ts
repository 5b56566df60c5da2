import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { WordKind } from '@thongvon/kernel';
import type { OfficeProfile } from '../../domain/office-profile';

@Entity({
  schema: 'returns',
  name: 'office_profile',
  comment:
    'What an office has answered about its tables, so that its next return needs no question; business clock',
})
export class OfficeProfileRow {
  @ForeignKey('Organization')
  @PrimaryColumn('uuid')
  organizationId: string;

  @Column('jsonb')
  answers: Partial<OfficeProfile>;

  @Column('timestamptz')
  updatedAt: Date;
}

@Entity({
  schema: 'returns',
  name: 'reading_word_entry',
  comment:
    'Words of this installation, added or retired, each a new version of its vocabulary; append-only; business clock',
})
@Check(
  'reading_word_entry_added',
  '(retires IS NULL) = (kind IS NOT NULL AND meaning IS NOT NULL AND phrase IS NOT NULL)',
)
@Check('reading_word_entry_check', 'retires < version')
@Check('reading_word_entry_kind_check', "kind IN ('caption', 'unit', 'source')")
@Check('reading_word_entry_version_check', 'version > 0')
export class ReadingWordEntry {
  @PrimaryColumn('integer')
  version: number;

  @Column({ type: 'text', nullable: true })
  kind: WordKind | null;

  @Column({ type: 'text', nullable: true })
  meaning: string | null;

  @Column({ type: 'text', nullable: true })
  phrase: string | null;

  @ForeignKey('ReadingWordEntry')
  @Column({
    type: 'integer',
    nullable: true,
    unique: true,
    comment: 'The added word that no longer counts from this version on',
  })
  retires: number | null;

  @Column('text')
  reason: string;

  @ForeignKey('UserAccount')
  @Column('uuid')
  actorId: string;

  @Column('timestamptz')
  recordedAt: Date;
}
