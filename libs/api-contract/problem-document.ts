import { ApiProperty } from '@nestjs/swagger';

/** A field of the request that can't be used. */
export class FieldProblem {
  @ApiProperty({ description: 'Path of the field', example: 'email' })
  readonly field: string;

  @ApiProperty({ description: 'The rule it breaks; stable', example: 'maxLength' })
  readonly rule: string;

  @ApiProperty({ description: 'What is wrong, in Vietnamese' })
  readonly message: string;

  @ApiProperty({ description: 'The same in English' })
  readonly messageEn: string;
}

/** Every error of the API: RFC 9457, `application/problem+json`. */
export class ProblemDocument {
  @ApiProperty({ example: 'about:blank' })
  readonly type: string;

  @ApiProperty({ description: 'The HTTP status in Vietnamese words', example: 'Không tìm thấy' })
  readonly title: string;

  @ApiProperty({ type: 'integer', example: 404 })
  readonly status: number;

  @ApiProperty({ description: 'Stable; what programs go by', example: 'NOT-FOUND' })
  readonly code: string;

  @ApiProperty({ description: 'What happened and how to mend it, in Vietnamese' })
  readonly detail: string;

  @ApiProperty({ description: 'The same in English' })
  readonly detailEn: string;

  @ApiProperty({ description: 'The path that was asked for', example: '/api/organizations' })
  readonly instance: string;

  @ApiProperty({ description: 'Names the request in the log of the server' })
  readonly requestId: string;

  @ApiProperty({ required: false, description: 'The field that it is about, where it is about one' })
  readonly field?: string;

  @ApiProperty({ type: [FieldProblem], required: false, description: 'With code VALIDATION' })
  readonly fields?: readonly FieldProblem[];
}
