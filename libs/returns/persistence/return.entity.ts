import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { PlainDate, PlanYear } from '@thongvon/kernel';
import type { Coverage, ReturnKind, TableMapping } from '@thongvon/return-reader';
import type { Answer } from '../domain/answer';
import type { ReturnStatus } from '../domain/return-status';

@Entity({ schema: 'returns', name: 'return' })
export class Return {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column({ name: 'organization_id', type: 'uuid' })
  organizationId: string;

  @Column({ name: 'uploaded_by', type: 'uuid' })
  uploadedBy: string;

  @Column({ name: 'file_sha256', type: 'text' })
  fileSha256: string;

  @Column({ name: 'file_name', type: 'text' })
  fileName: string;

  @Column({ name: 'requested_kind', type: 'text', nullable: true })
  requestedKind: ReturnKind | null;

  @Column({ name: 'requested_coverage', type: 'text', nullable: true })
  requestedCoverage: Coverage | null;

  @Column({ type: 'text' })
  status: ReturnStatus;

  /** Grows when reading, findings, preview or answers change; the ETag of what a person has seen. */
  @Column({ type: 'integer', default: 0 })
  version: number;

  @Column({ type: 'text', array: true, default: () => "'{}'" })
  kinds: ReturnKind[];

  @Column({ name: 'as_of', type: 'date', nullable: true })
  asOf: PlainDate | null;

  @Column({ name: 'plan_year', type: 'integer', nullable: true })
  planYear: PlanYear | null;

  @Column({ type: 'text', nullable: true })
  coverage: Coverage | null;

  @Column({ type: 'jsonb', default: () => "'[]'" })
  answers: Answer[];

  /** Tables that the sender has described. */
  @Column({ type: 'jsonb', default: () => "'[]'" })
  mapping: TableMapping[];

  /** Business clock, as all times of a return. */
  @Column({ name: 'received_at', type: 'timestamptz' })
  receivedAt: Date;

  @Column({ name: 'submitted_at', type: 'timestamptz', nullable: true })
  submittedAt: Date | null;

  @Column({ name: 'submitted_by', type: 'uuid', nullable: true })
  submittedBy: string | null;

  @Column({ name: 'approved_at', type: 'timestamptz', nullable: true })
  approvedAt: Date | null;

  @Column({ name: 'approved_by', type: 'uuid', nullable: true })
  approvedBy: string | null;

  @Column({ name: 'reverted_by', type: 'uuid', nullable: true })
  revertedBy: string | null;

  /** The approved return that replaced this one. */
  @Column({ name: 'superseded_by', type: 'uuid', nullable: true })
  supersededBy: string | null;

  /** Why it was sent back or reverted, in the words of who did it. */
  @Column({ type: 'text', nullable: true })
  reason: string | null;
}
