import { ApiProperty } from '@nestjs/swagger';
import { EnumProperty } from '../amounts';
import { AUDIT_ACTIONS, AUDIT_SUBJECTS, type AuditAction, type AuditSubjectKind } from './audit-words';

/** Who did it, as they are called today. */
export class AuditActorView {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty()
  readonly name: string;

  @ApiProperty()
  readonly organizationName: string;
}

/** What it was done to. */
export class AuditSubjectView {
  @EnumProperty(AUDIT_SUBJECTS, 'What sort of thing it is')
  readonly kind: AuditSubjectKind;

  @ApiProperty()
  readonly id: string;

  @ApiProperty({ example: 'báo cáo' })
  readonly label: string;

  @ApiProperty({ example: 'return' })
  readonly labelEn: string;

  @ApiProperty({
    type: 'string',
    nullable: true,
    description: 'What it is called today; null where it has no name',
  })
  readonly name: string | null;

  @ApiProperty({
    type: 'string',
    format: 'uuid',
    nullable: true,
    description: 'The project that it belongs to; null where it belongs to none, or is one',
  })
  readonly projectId: string | null;
}

/** One action: who did what to which thing, and when. Never changed, never deleted. */
export class AuditEntryView {
  @ApiProperty({ example: '1024', description: 'Grows with time' })
  readonly id: string;

  @ApiProperty({ type: 'string', format: 'date-time', description: 'Real clock' })
  readonly at: Date;

  @ApiProperty({ type: AuditActorView, nullable: true, description: 'Null for the system itself' })
  readonly actor: AuditActorView | null;

  @EnumProperty(AUDIT_ACTIONS, 'What was done')
  readonly action: AuditAction;

  @ApiProperty({ example: 'duyệt báo cáo' })
  readonly label: string;

  @ApiProperty({ example: 'approved a return' })
  readonly labelEn: string;

  @ApiProperty({ type: AuditSubjectView })
  readonly subject: AuditSubjectView;

  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: 'What else was kept of it: never a household, an address or a password',
  })
  readonly details: Readonly<Record<string, unknown>>;

  @ApiProperty({ type: [AuditSubjectView], description: 'The things whose ids stand in `details`' })
  readonly mentioned: readonly AuditSubjectView[];
}

/** A word by which the trail can be filtered. */
export class AuditWordView {
  @ApiProperty()
  readonly key: string;

  @ApiProperty()
  readonly label: string;

  @ApiProperty()
  readonly labelEn: string;
}

/** What the trail can be filtered by. */
export class AuditWordsView {
  @ApiProperty({ type: [AuditWordView], description: 'Kinds of things' })
  readonly subjects: readonly AuditWordView[];

  @ApiProperty({ type: [AuditWordView], description: 'Kinds of actions' })
  readonly actions: readonly AuditWordView[];
}
