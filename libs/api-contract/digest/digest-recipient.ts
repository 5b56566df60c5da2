import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsUUID, ValidateIf } from 'class-validator';
import { EnumProperty } from '../amounts';
import { FlagField, TextField } from '../fields';
import { ROLES, type Role } from '../users/role';

/** Why someone gets the weekly letter or not: by role, as an administrator has set, or because the person ended it. */
export const DIGEST_RECIPIENT_ORIGINS = ['role', 'administrator', 'unsubscribed'] as const;
export type DigestRecipientOrigin = (typeof DIGEST_RECIPIENT_ORIGINS)[number];

const IDS = { type: 'string', format: 'uuid', isArray: true, nullable: true } as const;
const SCOPE = 'The letter is of these organisations and all below them; null: of the person’s own';

/** Someone who gets the weekly letter, or might. */
export class DigestRecipientView {
  @ApiProperty({ format: 'uuid' })
  readonly userId: string;

  @ApiProperty({ format: 'email' })
  readonly email: string;

  @ApiProperty()
  readonly name: string;

  @EnumProperty(ROLES, 'Leaders get it by default')
  readonly role: Role;

  @ApiProperty({
    format: 'uuid',
    description: 'The person’s own; they may get letters of it and all below it',
  })
  readonly organizationId: string;

  @ApiProperty()
  readonly organizationName: string;

  @ApiProperty({ description: 'Whether the next letter goes to them' })
  readonly receives: boolean;

  @ApiProperty({ ...IDS, description: SCOPE })
  readonly organizationIds: string[] | null;

  @EnumProperty(DIGEST_RECIPIENT_ORIGINS, 'Who decided that')
  readonly origin: DigestRecipientOrigin;
}

export class SetDigestRecipientRequest {
  @FlagField({ description: 'Whether they get the weekly letter' })
  receives: boolean;

  @ApiProperty({ ...IDS, required: false, description: SCOPE })
  @ValidateIf((_, value) => value !== undefined && value !== null)
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  @IsUUID(undefined, { each: true })
  organizationIds?: string[] | null;
}

/** The token in the letter's link. */
export class DigestUnsubscriptionQuery {
  @TextField({ description: 'From the letter’s link', max: 200 })
  token: string;
}
