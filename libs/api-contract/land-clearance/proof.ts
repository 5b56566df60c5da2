import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsObject, Matches, ValidateIf, ValidateNested } from 'class-validator';
import { SourceCellView } from '../amounts';
import { DateField, IdField, TextField } from '../fields';

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
export function ProofField(): PropertyDecorator {
  const documented = ApiProperty({ type: ProofRequest, required: false, description: 'What proves it' });
  const given = ValidateIf((_, value) => value !== undefined);
  return (target, key) => {
    for (const decorate of [documented, given, IsObject(), ValidateNested(), Type(() => ProofRequest)])
      decorate(target, key);
  };
}

export class EvidenceFileView {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ example: 'Biên bản bàn giao.pdf' })
  readonly name: string;
}

export class ProofView {
  @ApiProperty({ type: 'string', nullable: true })
  readonly documentNumber: string | null;

  @ApiProperty({ type: 'string', format: 'date', nullable: true })
  readonly documentDate: string | null;

  @ApiProperty({ type: SourceCellView, nullable: true })
  readonly source: SourceCellView | null;

  @ApiProperty({ type: EvidenceFileView, nullable: true })
  readonly file: EvidenceFileView | null;
}
