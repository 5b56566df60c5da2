import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { INSTANT_OR_NULL, TEXT_OR_NULL } from '../answer-fields';

/** An answer that was given, addressed as its question is. */
export class GivenAnswerView {
  @ApiProperty({ example: 'RET-PROJECT-MISSING' })
  readonly code: string;

  @ApiProperty(TEXT_OR_NULL)
  readonly sheet: string | null;

  @ApiProperty(TEXT_OR_NULL)
  readonly cell: string | null;

  @ApiProperty({ type: 'string', nullable: true, description: 'What stood there' })
  readonly asked: string | null;

  @ApiProperty({ type: 'string', nullable: true, description: 'What was chosen or given' })
  readonly value: string | null;

  @ApiProperty({ type: 'string', nullable: true, description: "In the sender's words" })
  readonly reason: string | null;

  @ApiProperty({ required: false, description: 'What was asked then, in Vietnamese' })
  readonly message?: string;

  @ApiProperty({ required: false, description: 'The same in English' })
  readonly messageEn?: string;

  @ApiProperty({
    type: 'string',
    required: false,
    nullable: true,
    description: 'The choice in words; null where something was typed',
  })
  readonly label?: string | null;

  @ApiProperty({ type: 'string', required: false, nullable: true })
  readonly labelEn?: string | null;

  @ApiPropertyOptional({ ...TEXT_OR_NULL, description: 'Who gave it, where that is known' })
  readonly givenBy?: string | null;

  @ApiPropertyOptional({ ...INSTANT_OR_NULL, description: 'When' })
  readonly givenAt?: string | null;

  @ApiPropertyOptional({
    format: 'uuid',
    description: 'The return to which it was given, where it was carried from an earlier file of the week',
  })
  readonly carriedFrom?: string;
}
