import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { WordKind } from '@thongvon/kernel';
import { unlistedType } from '@thongvon/platform';
import type { Finding } from '@thongvon/return-reader';
import type { OfficeProfile } from '../../domain/office-profile';
import type { Preview } from '../../domain/preview';
import type { ReturnSummary } from '../../domain/return-summary';

@Entity({
  schema: 'returns',
  name: 'return_reading',
  comment: 'What was read, found and previewed; replaced by a new reading until submission',
})
export class ReturnReading {
  @ForeignKey('Return', { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  returnId: string;

  @Column({
    type: 'bytea',
    comment: 'JSON (contract, section 5), deflated; as it is where it was read before migration 280',
  })
  reading: Buffer;

  @Column('json')
  findings: Finding[];

  @Column('json')
  preview: Preview;

  @Column({
    type: 'jsonb',
    nullable: true,
    comment:
      'Total, sums of the preview with projects by state, findings by severity, whether approval lowers a total and how many projects it registers. Null: read before it was kept',
  })
  summary: ReturnSummary | null;

  @Column({
    type: 'integer',
    default: 0,
    comment: 'The words of the installation by which it was read: all entries up to this version; 0: none',
  })
  vocabularyVersion: number;

  @Column({
    type: 'text',
    nullable: true,
    comment:
      'The database cluster, the code and the day that findings and preview come from; null: unknown, to be checked again',
  })
  checkedBy: string | null;

  @Column({
    type: unlistedType('pg_snapshot'),
    nullable: true,
    comment:
      'What that check could see: transactions in ledger_change that are not visible in it have changed its ground since',
  })
  checkedIn: string | null;
}

@Entity({
  schema: 'returns',
  name: 'stored_file',
  comment: 'Original bytes of uploads, by SHA-256; append-only',
})
@Check(
  'stored_file_size',
  'CASE WHEN whole THEN (octet_length(bytes) = size) ELSE (octet_length(bytes) < size) END',
)
export class StoredFile {
  @PrimaryColumn('text')
  sha256: string;

  @Column('integer')
  size: number;

  @Column('bytea')
  bytes: Buffer;

  @Column({
    type: 'boolean',
    default: true,
    comment: 'False: no workbook; bytes is its beginning, sha256 and size are of all of it',
  })
  whole: boolean;
}

@Entity({
  schema: 'returns',
  name: 'ledger_change',
  comment:
    'Transactions that changed what checks of returns read: registers, derived figures, blockers, which returns count',
})
export class LedgerChange {
  @PrimaryColumn({ type: unlistedType('xid8'), default: () => 'pg_current_xact_id()' })
  xid: string;
}

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
