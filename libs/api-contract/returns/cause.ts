import { ApiProperty } from '@nestjs/swagger';
import { COUNT, EnumProperty } from '../answer-fields';
import { ChoiceView } from './finding';

const ASKS = ['mend', 'answer', 'check', 'understood'] as const;

/** One thing that is wrong or open, with all findings that it shows itself by. Each finding is in exactly one. */
export class CauseView {
  @ApiProperty({ description: 'The same as long as its first finding is there' })
  readonly key: string;

  @EnumProperty(
    ASKS,
    '`mend`: in the file; `answer`: a question; `check`: worth a look; `understood`: nothing to do',
  )
  readonly asks: (typeof ASKS)[number];

  @ApiProperty({ example: '6 ô ở cột E là số âm' })
  readonly title: string;

  @ApiProperty()
  readonly titleEn: string;

  @ApiProperty({
    type: [Number],
    description:
      'Indexes of `findings`: the places that one answer or one mending settles; the first shows it',
  })
  readonly findings: readonly number[];

  @ApiProperty({
    type: [Number],
    description: 'Indexes of `findings` that follow from it and may settle with it',
  })
  readonly consequences: readonly number[];

  @ApiProperty({ ...COUNT, description: 'How many places, those that are not listed included' })
  readonly places: number;

  @ApiProperty({ type: [ChoiceView], description: 'What can be answered to all its questions at once' })
  readonly choices: readonly ChoiceView[];

  @ApiProperty({ description: 'One answer, or one reason, may be given to all its questions' })
  readonly isOne: boolean;
}
