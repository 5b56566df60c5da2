import { ApiProperty } from '@nestjs/swagger';
import { Matches } from 'class-validator';
import { DATE_OR_NULL, EnumProperty, SourceCellView, TEXT_OR_NULL } from '../answer-fields';
import { ChoiceField, DateField, IdField, ObjectField, TextField } from '../fields';

/** What proves it: a document, a cell of a return, a file; any of them together. */
export class ProofRequest {
  @TextField({ description: 'Number of the document', max: 100, optional: true, example: '12/BB-UBND' })
  documentNumber?: string;

  @DateField({ description: 'Date of the document', optional: true })
  documentDate?: string;

  @IdField({ description: 'The return that shows it', optional: true })
  returnId?: string;

  @TextField({ description: 'Its sheet', max: 200, optional: true })
  sheet?: string;

  @TextField({ description: 'Its cell', max: 12, optional: true, example: 'M13' })
  @Matches(/^[A-Z]{1,3}\d{1,7}$/)
  cell?: string;

  @IdField({ description: 'A file that was uploaded for the project', optional: true })
  fileId?: string;
}

/** A `proof` that may be left out. */
export const ProofField = (): PropertyDecorator =>
  ObjectField({ description: 'What proves it', of: ProofRequest, optional: true });

/** The form's fields next to the file. What a picture says of itself is declared; nobody has checked it. */
export class EvidenceFileRequest {
  @TextField({
    description:
      'Made up by who sends it: the same file with the same key is kept once, however often it is sent',
    max: 100,
    optional: true,
  })
  clientKey?: string;

  @DateField({ description: 'The day on which the picture was taken, as it says itself', optional: true })
  takenOn?: string;

  @TextField({ description: 'And the time, `HH:MM`', max: 5, optional: true, example: '08:40' })
  @Matches(/^(?:[01]\d|2[0-3]):[0-5]\d$/)
  takenTime?: string;

  @TextField({ description: 'Where it was taken, in degrees; with `longitude`', max: 12, optional: true })
  @Matches(/^-?(?:90(?:\.0{1,6})?|[0-8]?\d(?:\.\d{1,6})?)$/)
  latitude?: string;

  @TextField({ description: 'In degrees; with `latitude`', max: 12, optional: true })
  @Matches(/^-?(?:180(?:\.0{1,6})?|(?:1[0-7]\d|\d{1,2})(?:\.\d{1,6})?)$/)
  longitude?: string;
}

export class EvidenceFileView {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ example: 'Biên bản bàn giao.pdf' })
  readonly name: string;

  @ApiProperty({
    ...DATE_OR_NULL,
    required: false,
    description: 'When it was taken, as the picture says itself',
  })
  readonly takenOn?: string | null;

  @ApiProperty({ ...TEXT_OR_NULL, required: false, description: '`HH:MM`' })
  readonly takenTime?: string | null;

  @ApiProperty({
    ...TEXT_OR_NULL,
    required: false,
    description: 'Where, in degrees, as the picture says itself',
  })
  readonly latitude?: string | null;

  @ApiProperty({ ...TEXT_OR_NULL, required: false })
  readonly longitude?: string | null;
}

export class ProofView {
  @ApiProperty(TEXT_OR_NULL)
  readonly documentNumber: string | null;

  @ApiProperty(DATE_OR_NULL)
  readonly documentDate: string | null;

  @ApiProperty({ type: SourceCellView, nullable: true })
  readonly source: SourceCellView | null;

  @ApiProperty({ type: EvidenceFileView, nullable: true })
  readonly file: EvidenceFileView | null;
}

/** A cell of a return that holds a remark. */
export class RemarkCellRequest {
  @IdField({ description: 'The return, which the caller may see' })
  returnId: string;

  @TextField({ description: 'Its sheet', max: 200 })
  sheet: string;

  @TextField({ description: 'Its cell', max: 12, example: 'M13' })
  @Matches(/^[A-Z]{1,3}\d{1,7}$/)
  cell: string;
}

/** A cell with a remark, as part of a request. */
export const RemarkCellField = (description: string, optional = false): PropertyDecorator =>
  ObjectField({ description, of: RemarkCellRequest, optional });

/** What a person may say of a remark; a blocker is opened from it by `POST /api/blockers` with its cell as `source`. */
export const REMARK_SAYINGS = ['declined', 'reconsidered'] as const;
export type RemarkSayingType = (typeof REMARK_SAYINGS)[number];

export class RemarkDecisionRequest {
  @IdField({ description: 'The project that it is about' })
  projectId: string;

  @ChoiceField({
    description: 'declined: it is no blocker; reconsidered: that is taken back, it is proposed again',
    of: REMARK_SAYINGS,
  })
  type: RemarkSayingType;

  @RemarkCellField('Where it stands')
  source: RemarkCellRequest;
}

/** `proposed`: a person is asked whether it is a blocker; `declined`: a person said that it is none. */
const REMARK_STATES = ['proposed', 'declined'] as const;
type RemarkStateWord = (typeof REMARK_STATES)[number];

/** A remark after a person has said what it is. */
export class RemarkDecisionView {
  @ApiProperty({ format: 'uuid' })
  readonly projectId: string;

  @ApiProperty({ description: 'The remark as its cell says it' })
  readonly text: string;

  @EnumProperty(REMARK_STATES, 'What holds now, for the same words in later returns too')
  readonly state: RemarkStateWord;

  @ApiProperty({ type: SourceCellView })
  readonly source: SourceCellView;
}

/** A remark of a clearance or disbursement table on a project. */
export class ProjectRemarkView {
  @ApiProperty()
  readonly text: string;

  @EnumProperty(REMARK_STATES, 'Whether a person is still asked')
  readonly state: RemarkStateWord;

  @ApiProperty({ type: 'string', format: 'date', nullable: true, description: "The return's as-of date" })
  readonly asOf: string | null;

  @ApiProperty({
    type: SourceCellView,
    description: 'Where it stands; of a declined one, where it was declined',
  })
  readonly source: SourceCellView;

  @ApiProperty({ description: 'Whether the return is in sight of the caller, who may then decide on it' })
  readonly mayDecide: boolean;

  @ApiProperty({
    type: 'string',
    format: 'date-time',
    nullable: true,
    description: 'Null while it is proposed',
  })
  readonly decidedAt: Date | null;

  @ApiProperty({ type: 'string', nullable: true, description: 'Who said that it is none' })
  readonly decidedBy: string | null;
}
