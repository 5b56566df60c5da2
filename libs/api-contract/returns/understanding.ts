import { ApiProperty } from '@nestjs/swagger';
import { CellView, EnumProperty, TEXT_OR_NULL } from '../answer-fields';
import { TableMappingRequest } from './sheet';

/** One comparison: of totals, rates, formulas, parts, or with a ledger. */
export class WitnessView {
  @EnumProperty(['agrees', 'differs', 'waits'], '`waits`: some of it can’t be compared yet')
  readonly outcome: 'agrees' | 'differs' | 'waits';

  @ApiProperty({
    description:
      'False: it agrees in that nothing has fallen since the last approved return, which is no equality',
  })
  readonly isSame: boolean;

  @ApiProperty({ example: 'các dòng tổng ghi trong tệp: 12 trên 12' })
  readonly text: string;

  @ApiProperty({ example: 'totals stated in the file: 12 of 12' })
  readonly textEn: string;

  @ApiProperty({ type: [CellView], description: 'Where it differs or waits, a few' })
  readonly cells: readonly CellView[];
}

/** One decision about the file or a table. */
export class UnderstoodFactView {
  @EnumProperty(['kind', 'plan-year', 'as-of', 'unit', 'rows', 'sheet'], 'What it is about')
  readonly about: 'kind' | 'plan-year' | 'as-of' | 'unit' | 'rows' | 'sheet';

  @ApiProperty({ example: 'Đơn vị tính' })
  readonly label: string;

  @ApiProperty()
  readonly labelEn: string;

  @ApiProperty({ example: 'triệu đồng' })
  readonly value: string;

  @ApiProperty()
  readonly valueEn: string;

  @ApiProperty({ description: 'A person must still say' })
  readonly isOpen: boolean;

  @ApiProperty({ ...TEXT_OR_NULL, description: 'What it comes from where the file doesn’t state it' })
  readonly basis: string | null;

  @ApiProperty(TEXT_OR_NULL)
  readonly basisEn: string | null;

  @ApiProperty({ type: [CellView], description: 'Where it stands' })
  readonly cells: readonly CellView[];

  @ApiProperty({
    ...TEXT_OR_NULL,
    description: 'What stands in the first of them',
    example: 'ĐVT: triệu đồng',
  })
  readonly text: string | null;

  @ApiProperty({ type: [WitnessView] })
  readonly proofs: readonly WitnessView[];
}

/** What one column was taken for. */
export class UnderstoodColumnView {
  @ApiProperty({ example: 'E' })
  readonly column: string;

  @ApiProperty({ type: CellView, description: 'Where its caption stands' })
  readonly cell: CellView;

  @ApiProperty({ type: [String], description: 'Its captions from the outermost in' })
  readonly captions: readonly string[];

  @ApiProperty({ ...TEXT_OR_NULL, example: 'planned', description: 'Null: a person must still say' })
  readonly meaning: string | null;

  @ApiProperty({ example: 'kế hoạch vốn' })
  readonly says: string;

  @ApiProperty()
  readonly saysEn: string;

  @ApiProperty({ ...TEXT_OR_NULL, description: 'Why it isn’t read, or what its meaning comes from' })
  readonly because: string | null;

  @ApiProperty(TEXT_OR_NULL)
  readonly becauseEn: string | null;

  @ApiProperty()
  readonly isRead: boolean;

  @ApiProperty({ type: [WitnessView] })
  readonly proofs: readonly WitnessView[];
}

export class MeaningChoiceView {
  @ApiProperty({ example: 'planned' })
  readonly value: string;

  @ApiProperty()
  readonly label: string;

  @ApiProperty()
  readonly labelEn: string;
}

export class UnderstoodTableView {
  @ApiProperty()
  readonly sheet: string;

  @ApiProperty({ example: 'A8:M57', description: 'From its first caption to its last row' })
  readonly range: string;

  @ApiProperty({ example: 'Bảng A8:M57: báo cáo giải ngân' })
  readonly title: string;

  @ApiProperty()
  readonly titleEn: string;

  @ApiProperty({ type: [UnderstoodFactView], description: 'Its units and rows' })
  readonly facts: readonly UnderstoodFactView[];

  @ApiProperty({ type: [UnderstoodColumnView] })
  readonly columns: readonly UnderstoodColumnView[];

  @ApiProperty({ type: [WitnessView] })
  readonly proofs: readonly WitnessView[];

  @ApiProperty({
    type: [TableMappingRequest],
    nullable: true,
    description:
      'The tables of its sheet as a mapping would describe them, so that one column can be changed in it; null: it isn’t read',
  })
  readonly described: readonly TableMappingRequest[] | null;

  @ApiProperty({ type: [MeaningChoiceView], description: 'What a column of it can mean' })
  readonly meanings: readonly MeaningChoiceView[];
}

/** Another answer to a question that wasn't asked. */
export class RejectedAnswerView {
  @ApiProperty()
  readonly label: string;

  @ApiProperty()
  readonly labelEn: string;

  @ApiProperty({ ...TEXT_OR_NULL, description: 'What contradicts it' })
  readonly because: string | null;

  @ApiProperty(TEXT_OR_NULL)
  readonly becauseEn: string | null;
}

/** A question that the whole table answered, so that nobody is asked. */
export class SettledQuestionView {
  @ApiProperty()
  readonly question: string;

  @ApiProperty()
  readonly questionEn: string;

  @ApiProperty()
  readonly answer: string;

  @ApiProperty()
  readonly answerEn: string;

  @ApiProperty({ type: [CellView] })
  readonly cells: readonly CellView[];

  @ApiProperty({ type: [WitnessView] })
  readonly proofs: readonly WitnessView[];

  @ApiProperty({ type: [RejectedAnswerView] })
  readonly rejected: readonly RejectedAnswerView[];
}

/** How a return was understood, in words; bounded by its columns, not by its rows. */
export class UnderstandingView {
  @ApiProperty({ description: 'False: it was read before this was kept, or could not be read' })
  readonly isKnown: boolean;

  @ApiProperty({ example: 'Mọi phép đối chiếu đều khớp: 14 trên 14.' })
  readonly headline: string;

  @ApiProperty()
  readonly headlineEn: string;

  @ApiProperty({ type: [UnderstoodFactView], description: 'Of the whole file: its kind, plan year and date' })
  readonly facts: readonly UnderstoodFactView[];

  @ApiProperty({ type: [UnderstoodTableView] })
  readonly tables: readonly UnderstoodTableView[];

  @ApiProperty({ type: [WitnessView], description: 'Over the whole file' })
  readonly proofs: readonly WitnessView[];

  @ApiProperty({ type: [UnderstoodFactView], description: 'Sheets that are not read' })
  readonly leftOut: readonly UnderstoodFactView[];

  @ApiProperty({ type: [SettledQuestionView] })
  readonly settled: readonly SettledQuestionView[];
}
