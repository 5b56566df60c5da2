import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsUUID, ValidateIf } from 'class-validator';
import { EnumProperty } from '../answer-fields';
import { FlagField, TextField } from '../fields';
import { type Role, ROLES } from '../organizations/organization';

const WEEK = { format: 'date', description: 'Date of the cut-off', example: '2023-06-22' } as const;

/** Someone who gets the weekly letter. */
export class DigestAddresseeView {
  @ApiProperty({ format: 'uuid' })
  readonly userId: string;

  @ApiProperty()
  readonly name: string;
}

/** Whose letters of a week can be looked at. */
export class DigestLettersView {
  @ApiProperty(WEEK)
  readonly week: string;

  @ApiProperty({ type: 'integer', description: 'Above 1: a correction' })
  readonly revision: number;

  @ApiProperty({ type: [DigestAddresseeView] })
  readonly items: readonly DigestAddresseeView[];
}

/** What a person's letter of a week says. Its link that ends the letters is left out: it is that person's alone. */
export class DigestLetterView extends DigestAddresseeView {
  @ApiProperty(WEEK)
  readonly week: string;

  @ApiProperty({ type: 'integer', description: 'Above 1: a correction' })
  readonly revision: number;

  @ApiProperty()
  readonly subject: string;

  @ApiProperty({ description: 'A whole page, styles in place, nothing from elsewhere' })
  readonly html: string;

  @ApiProperty({ description: 'The same as plain text' })
  readonly text: string;
}

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
