import { ApiProperty } from '@nestjs/swagger';
import { EnumProperty } from '../answer-fields';
import { TextField } from '../fields';
import { BLOCKER_CAUSES, type BlockerCause } from './words';

/** A text that a person is about to write down. Nothing of it is kept. */
export class TextCheckRequest {
  @TextField({ description: 'The text, as it would be sent', max: 2000 })
  text: string;
}

/** What of a person a part of a text looks like. */
export const PERSONAL_MARKS = ['name', 'identity-number', 'phone'] as const;
export type PersonalMark = (typeof PERSONAL_MARKS)[number];

export class TextPartView {
  @ApiProperty()
  readonly text: string;

  @EnumProperty(PERSONAL_MARKS, 'What of a person it looks like; null for the rest', true)
  readonly mark: PersonalMark | null;
}

/** What there is to say of a text before it is written down. */
export class TextCheckView {
  @ApiProperty({
    type: [TextPartView],
    description: 'The text in parts, in their order: together they are the text',
  })
  readonly parts: readonly TextPartView[];

  @ApiProperty({
    type: [String],
    enum: BLOCKER_CAUSES,
    description: 'What the text suggests as the cause of a blocker, likeliest first',
  })
  readonly suggestedCauses: readonly BlockerCause[];
}
