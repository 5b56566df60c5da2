import { ApiProperty } from '@nestjs/swagger';
import { AMOUNT_UNITS, type AmountUnit } from '@thongvon/kernel';
import { EnumProperty } from '../amounts';
import { TextField } from '../fields';

/** A meaning, in both languages. */
export class ReaderWordView {
  @ApiProperty({ example: 'planned' })
  readonly key: string;

  @ApiProperty({ example: 'kế hoạch vốn' })
  readonly label: string;

  @ApiProperty({ example: 'capital plan' })
  readonly labelEn: string;
}

/** Phrases that mean the same to the reader of workbooks. */
export class KnownWordsView extends ReaderWordView {
  @ApiProperty({ type: [String], description: 'Matched without accents as whole words, the longest first' })
  readonly phrases: readonly string[];
}

/** Every phrase that the reader knows; part of this version of the system. */
export class VocabularyView {
  @ApiProperty({ type: [KnownWordsView], description: 'Who or what a row is about' })
  readonly identity: readonly KnownWordsView[];

  @ApiProperty({ type: [KnownWordsView], description: 'What a column counts' })
  readonly amounts: readonly KnownWordsView[];

  @ApiProperty({ type: [KnownWordsView], description: 'Of which plan, of which time' })
  readonly qualifiers: readonly KnownWordsView[];

  @ApiProperty({ type: [KnownWordsView], description: 'Land clearance' })
  readonly clearance: readonly KnownWordsView[];

  @ApiProperty({ type: [KnownWordsView] })
  readonly units: readonly KnownWordsView[];

  @ApiProperty({ type: [KnownWordsView] })
  readonly sources: readonly KnownWordsView[];
}

export class CaptionQuery {
  @TextField({
    description: 'A caption as it stands in a header',
    max: 300,
    example: 'Lũy kế giải ngân (triệu đồng)',
  })
  text: string;
}

/** What a caption says to the reader, before it looks at the column under it. */
export class ExplainedCaptionView {
  @ApiProperty({ type: [ReaderWordView], description: 'What its words mean, in their order' })
  readonly tags: readonly ReaderWordView[];

  @ApiProperty({ type: 'integer', description: 'How much of it is known words, in percent' })
  readonly known: number;

  @EnumProperty(AMOUNT_UNITS, 'The unit that it states', true)
  readonly unit: AmountUnit | null;

  @ApiProperty({ type: 'string', nullable: true, description: 'Code of the source that it names' })
  readonly source: string | null;

  @ApiProperty({ type: [Number], description: 'Years that it names' })
  readonly years: readonly number[];
}
