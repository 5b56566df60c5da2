import { ApiProperty } from '@nestjs/swagger';
import { AMOUNT_UNITS, type AmountUnit, WORD_KINDS, type WordKind } from '@thongvon/kernel';
import { EnumProperty, INSTANT_OR_NULL, TEXT_OR_NULL } from './answer-fields';
import { ChoiceField, ListQuery, TextField } from './fields';

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

/** How people of this installation write something that the reader knows under other words. */
export class WordRequest {
  @ChoiceField({ description: 'What is written so', of: WORD_KINDS })
  kind: WordKind;

  @TextField({
    description: 'What it means: a key of `GET /api/reading-vocabulary`',
    max: 60,
    example: 'disbursed',
  })
  meaning: string;

  @TextField({ description: 'As it is written, accents and all', min: 2, max: 100, example: 'số vốn đã rút' })
  phrase: string;
}

export class AddWordRequest extends WordRequest {
  @TextField({ description: 'Why: who writes so, and where', max: 500 })
  reason: string;
}

/** `q` searches phrases and meanings, without accents. */
export class AddedWordListQuery extends ListQuery {}

/** A word that was added, and whether it still counts. */
export class AddedWordView {
  @ApiProperty({ type: 'integer', description: 'The version of the vocabulary that it began' })
  readonly id: number;

  @EnumProperty(WORD_KINDS, 'What is written so')
  readonly kind: WordKind;

  @ApiProperty({ type: ReaderWordView })
  readonly meaning: ReaderWordView;

  @ApiProperty({ example: 'số vốn đã rút' })
  readonly phrase: string;

  @ApiProperty()
  readonly addedBy: string;

  @ApiProperty({ format: 'date-time' })
  readonly addedAt: string;

  @ApiProperty()
  readonly reason: string;

  @ApiProperty({ type: 'string', nullable: true, description: 'Null: it counts' })
  readonly retiredBy: string | null;

  @ApiProperty(INSTANT_OR_NULL)
  readonly retiredAt: string | null;

  @ApiProperty(TEXT_OR_NULL)
  readonly retiredReason: string | null;
}

export const WORD_FAULTS = [
  'no-such-meaning',
  'too-short',
  'known',
  'other-meaning',
  'part-of-others',
] as const;
export type WordFault = (typeof WORD_FAULTS)[number];

/** What stands against adding a word. */
export class WordConflictView {
  @EnumProperty(WORD_FAULTS, 'Stable')
  readonly fault: WordFault;

  @ApiProperty({ description: 'In Vietnamese, with what it means instead' })
  readonly message: string;

  @ApiProperty()
  readonly messageEn: string;
}

/** A return that waits for its sender, read with the word and without it. */
export class WordEffectView {
  @ApiProperty({ format: 'uuid' })
  readonly returnId: string;

  @ApiProperty()
  readonly organizationName: string;

  @ApiProperty()
  readonly fileName: string;

  @ApiProperty({ type: 'integer', description: 'Errors and questions of its reading as the words are' })
  readonly openBefore: number;

  @ApiProperty({ type: 'integer', description: 'The same with the word' })
  readonly openAfter: number;
}

/** What a word would do; nothing is kept. */
export class WordPreviewView {
  @ApiProperty({ type: WordConflictView, nullable: true, description: 'Null: it can be added' })
  readonly conflict: WordConflictView | null;

  @ApiProperty({ type: [ReaderWordView], description: 'What its words say as a caption without it' })
  readonly saysNow: readonly ReaderWordView[];

  @ApiProperty({ type: 'integer', description: 'How many of the last waiting returns were read with it' })
  readonly tried: number;

  @ApiProperty({ type: [WordEffectView], description: 'Those that it would have read in another way' })
  readonly effects: readonly WordEffectView[];
}
