import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsOptional, IsString, MaxLength } from 'class-validator';
import { ChoiceField, DateField, DongField, IdField, TextField } from '../fields';
import { ListQuery } from '../lists/list-query';
import { PROJECT_KINDS, type ProjectKind } from './project-kind';

export class ProjectListQuery extends ListQuery {
  @ChoiceField({ description: 'Only this kind', of: PROJECT_KINDS, optional: true })
  kind?: ProjectKind;

  @IdField({ description: 'Only projects of this owner', optional: true })
  ownerId?: string;
}

/** What is left out stays as it is. */
export class ChangeProjectRequest {
  @ChoiceField({
    description: 'What is built; returns no longer change it',
    of: PROJECT_KINDS,
    optional: true,
  })
  kind?: ProjectKind;

  @TextField({ description: 'The commune where it is built', optional: true, nullable: true, max: 200 })
  commune?: string | null;

  @IdField({ description: 'The organisation that owns it', optional: true, nullable: true })
  ownerId?: string | null;

  @DateField({
    description:
      'With ownerId: the first day on which the project is the new owner’s; returns dated before it stay those of the ' +
      'office that held it. Without it the owner is corrected for all days',
    optional: true,
  })
  ownerSince?: string;

  @DongField({ description: 'Tổng mức đầu tư, whole đồng', optional: true, nullable: true })
  totalInvestment?: string | null;

  @ApiProperty({ type: [String], required: false, description: 'Names of the contractors' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @IsString({ each: true })
  @MaxLength(300, { each: true })
  contractors?: string[];
}
