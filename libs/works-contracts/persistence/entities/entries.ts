import { Check, Column, Entity, ForeignKey, Index } from 'typeorm';
import type { Dong, PlainDate } from '@thongvon/kernel';
import { DONG_COLUMN, EnteredRow } from '@thongvon/platform';

@Entity({
  schema: 'works_contracts',
  name: 'contract_advance_entry',
  comment:
    'Advances of contracts: paid, amended terms, and what is recovered as of a day; append-only; business clock',
})
@Index('contract_advance_entry_advance', ['advanceId', 'id'])
@Index('contract_advance_entry_once', ['advanceId'], { unique: true, where: "type = 'paid'" })
@Index('contract_advance_entry_same', ['projectId', 'contractKey', 'contractorKey', 'onDate'], {
  unique: true,
  where: "type = 'paid'",
})
@Check('contract_advance_entry_amount_check', 'amount > 0')
@Check('contract_advance_entry_contract_value_check', 'contract_value > 0')
@Check('contract_advance_entry_disbursed_check', 'disbursed >= 0')
@Check(
  'contract_advance_entry_paid',
  "(type = 'paid') = (contract IS NOT NULL AND contract_key IS NOT NULL AND contractor IS NOT NULL AND contractor_key IS NOT NULL)",
)
@Check('contract_advance_entry_recover_by', "recover_by IS NULL OR (type <> 'recovery')")
@Check('contract_advance_entry_recovered_check', 'recovered >= 0')
@Check(
  'contract_advance_entry_recovery',
  "(type = 'recovery') = (recovered IS NOT NULL AND disbursed IS NOT NULL)",
)
@Check(
  'contract_advance_entry_terms',
  "((type <> 'recovery') = (contract_value IS NOT NULL AND amount IS NOT NULL)) AND (amount <= contract_value)",
)
@Check('contract_advance_entry_type_check', "type IN ('paid', 'amended', 'recovery')")
export class ContractAdvanceEntry extends EnteredRow {
  @Column('uuid')
  advanceId: string;

  @ForeignKey('Project')
  @Column('uuid')
  projectId: string;

  @Column('text')
  type: 'paid' | 'amended' | 'recovery';

  @Column({ type: 'text', nullable: true })
  contract: string | null;

  @Column({ type: 'text', nullable: true })
  contractKey: string | null;

  @Column({ type: 'text', nullable: true })
  contractor: string | null;

  @Column({ type: 'text', nullable: true })
  contractorKey: string | null;

  @Column({ ...DONG_COLUMN, nullable: true })
  contractValue: Dong | null;

  @Column({ ...DONG_COLUMN, nullable: true, comment: 'Whole đồng' })
  amount: Dong | null;

  @Column({ type: 'date', nullable: true })
  recoverBy: PlainDate | null;

  @Column({ ...DONG_COLUMN, nullable: true, comment: 'Whole đồng, cumulative to on_date' })
  recovered: Dong | null;

  @Column({
    ...DONG_COLUMN,
    nullable: true,
    comment:
      'Whole đồng of the contract, cumulative to on_date: completed work and advances not yet recovered',
  })
  disbursed: Dong | null;

  @Column({ type: 'date', comment: 'The day of the action, or of the figures: what a later day knows' })
  onDate: PlainDate;

  @Column({ type: 'text', nullable: true })
  reason: string | null;

  @Column({ type: 'text', nullable: true })
  document: string | null;
}

@Entity({
  schema: 'works_contracts',
  name: 'guarantee_entry',
  comment:
    "Guarantees of contractors' advances: given, extended, released once the advance is recovered; append-only; business clock",
})
@Index('guarantee_entry_guarantee', ['guaranteeId', 'id'])
@Index('guarantee_entry_once', ['guaranteeId'], { unique: true, where: "type = 'given'" })
@Index('guarantee_entry_project', ['projectId'])
@Check('guarantee_entry_amount_check', 'amount > 0')
@Check('guarantee_entry_expires', "(type = 'released') = (expires_on IS NULL)")
@Check('guarantee_entry_given', "(type = 'given') = (contractor IS NOT NULL AND amount IS NOT NULL)")
@Check('guarantee_entry_type_check', "type IN ('given', 'extended', 'released')")
export class GuaranteeEntry extends EnteredRow {
  @Column('uuid')
  guaranteeId: string;

  @ForeignKey('Project')
  @Column('uuid')
  projectId: string;

  @Column('text')
  type: 'given' | 'extended' | 'released';

  @Column({ type: 'text', nullable: true })
  contractor: string | null;

  @Column({ type: 'text', nullable: true })
  contractorKey: string | null;

  @Column({ ...DONG_COLUMN, nullable: true, comment: 'Whole đồng' })
  amount: Dong | null;

  @Column({ type: 'date', comment: 'The day of the action: what a later day knows' })
  onDate: PlainDate;

  @Column({ type: 'date', nullable: true })
  expiresOn: PlainDate | null;

  @Column({ type: 'text', nullable: true })
  document: string | null;
}

@Entity({
  schema: 'works_contracts',
  name: 'closing_entry',
  comment:
    'What a completed project still owes: papers of the final settlement and construction debts, who owes them since when; append-only',
})
@Index('closing_entry_item', ['itemId', 'id'])
@Index('closing_entry_project', ['projectId'])
@Check('closing_entry_type_check', "type IN ('owed', 'settled')")
export class ClosingEntry extends EnteredRow {
  @Column('uuid')
  itemId: string;

  @ForeignKey('Project')
  @Column('uuid')
  projectId: string;

  @Column('text')
  type: 'owed' | 'settled';

  @Column('jsonb')
  fields: object;
}
