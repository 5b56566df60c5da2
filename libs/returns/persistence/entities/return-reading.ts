import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { unlistedType } from '@thongvon/platform';
import type { Finding, Reading } from '@thongvon/return-reader';
import type { ReturnSummaryView } from '@thongvon/api-contract';
import type { Preview } from '../../domain/preview';

@Entity({
  schema: 'returns',
  name: 'return_reading',
  comment: 'What was read, found and previewed; replaced by a new reading until submission',
})
export class ReturnReading {
  @ForeignKey('Return', { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  returnId: string;

  @Column('json')
  reading: Reading;

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
  summary: ReturnSummaryView | null;

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
