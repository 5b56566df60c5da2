import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import type { ClearanceStep } from '@thongvon/api-contract';
import type { Dong, PlainDate } from '@thongvon/kernel';
import { DONG_COLUMN, EnteredRow } from '@thongvon/platform';
import type { StepFields } from '../../domain/law/step-clock';

@Entity({
  schema: 'land_clearance',
  name: 'clearance_step_entry',
  comment:
    'What people record of the legal steps of a project, segment or batch; later entries complete or correct earlier ones; append-only; business clock',
})
@Index('clearance_step_entry_project', ['projectId', 'id'])
export class ClearanceStepEntry extends EnteredRow {
  @ForeignKey('Project')
  @Column('uuid')
  projectId: string;

  @ForeignKey('ClearanceSegment')
  @Column({ type: 'uuid', nullable: true })
  segmentId: string | null;

  @Column('text')
  step: ClearanceStep;

  @Column({
    type: 'jsonb',
    comment: 'Fields set; null takes back',
  })
  fields: StepFields;
}

@Entity({
  schema: 'land_clearance',
  name: 'clearance_advance_entry',
  comment:
    'Compensation advances in whole đồng, and what was settled with papers or returned of each; append-only',
})
@Index('clearance_advance_entry_advance', ['advanceId'])
@Index('clearance_advance_entry_once', ['advanceId'], { unique: true, where: "type = 'advanced'" })
@Index('clearance_advance_entry_project', ['projectId'])
@Check('clearance_advance_entry_amount_check', 'amount > 0')
@Check('clearance_advance_entry_type_check', "type IN ('advanced', 'settled', 'returned')")
export class ClearanceAdvanceEntry extends EnteredRow {
  @Column('uuid')
  advanceId: string;

  @ForeignKey('Project')
  @Column('uuid')
  projectId: string;

  @Column('text')
  type: 'advanced' | 'settled' | 'returned';

  @Column({ ...DONG_COLUMN })
  amount: Dong;

  @Column('date')
  onDate: PlainDate;

  @Column({ type: 'text', nullable: true })
  document: string | null;
}

@Entity({
  schema: 'land_clearance',
  name: 'evidence_file',
  comment:
    "Documents and pictures that prove what was done to clear a project's land; append-only; business clock",
})
@Index('evidence_file_project', ['projectId'])
@Index('evidence_file_client_key', ['uploadedBy', 'clientKey'], {
  unique: true,
  where: 'client_key IS NOT NULL',
})
@Check('evidence_file_place', '(latitude IS NULL) = (longitude IS NULL)')
@Check('evidence_file_time', 'taken_time IS NULL OR taken_on IS NOT NULL')
export class EvidenceFile {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @ForeignKey('Project')
  @Column({ type: 'uuid', nullable: true, comment: 'Null: kept for another room, which says of what it is' })
  projectId: string | null;

  @Column('text')
  name: string;

  @ForeignKey('StoredFile')
  @Column('text')
  fileSha256: string;

  @ForeignKey('UserAccount')
  @Column('uuid')
  uploadedBy: string;

  @Column('timestamptz')
  uploadedAt: Date;

  @Column({ type: 'text', nullable: true })
  clientKey: string | null;

  @Column({
    type: 'date',
    nullable: true,
    comment: 'As the picture itself says, by the clock of who took it; declared, not proved',
  })
  takenOn: PlainDate | null;

  @Column({ type: 'text', nullable: true })
  takenTime: string | null;

  @Column({
    type: 'text',
    nullable: true,
    comment: 'Degrees as the picture itself says; declared, not proved',
  })
  latitude: string | null;

  @Column({ type: 'text', nullable: true })
  longitude: string | null;
}

@Entity({
  schema: 'land_clearance',
  name: 'holiday_year',
  comment: 'Years whose days off an administrator has confirmed; business clock',
})
export class HolidayYear {
  @PrimaryColumn('integer')
  year: number;

  @Column('timestamptz')
  confirmedAt: Date;

  @ForeignKey('UserAccount')
  @Column('uuid')
  confirmedBy: string;
}

@Entity({
  schema: 'land_clearance',
  name: 'holiday',
  comment: 'Days that differ from their weekday: holidays, and weekend days worked in exchange',
})
@Check('holiday_in_year', 'EXTRACT(year FROM day) = year')
export class Holiday {
  @PrimaryColumn('date')
  day: PlainDate;

  @ForeignKey('HolidayYear', { onDelete: 'CASCADE' })
  @Column('integer')
  year: number;

  @Column('boolean')
  working: boolean;

  @Column({
    type: 'boolean',
    comment: 'One of the days of Tết Nguyên đán, around which enforcement is forbidden',
  })
  tet: boolean;

  @Column('text')
  label: string;
}
