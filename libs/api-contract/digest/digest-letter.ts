import { ApiProperty } from '@nestjs/swagger';

const WEEK = { format: 'date', description: 'Date of the cut-off', example: '2023-06-22' } as const;

/** Someone who gets the weekly letter. */
export class DigestAddresseeView {
  @ApiProperty({ format: 'uuid' })
  readonly userId: string;

  @ApiProperty()
  readonly name: string;
}

/** Whose letters of a week can be looked at. */
export class DigestLettersView {
  @ApiProperty(WEEK)
  readonly week: string;

  @ApiProperty({ type: 'integer', description: 'Above 1: a correction' })
  readonly revision: number;

  @ApiProperty({ type: [DigestAddresseeView] })
  readonly items: readonly DigestAddresseeView[];
}

/** What a person's letter of a week says. Its link that ends the letters is left out: it is that person's alone. */
export class DigestLetterView extends DigestAddresseeView {
  @ApiProperty(WEEK)
  readonly week: string;

  @ApiProperty({ type: 'integer', description: 'Above 1: a correction' })
  readonly revision: number;

  @ApiProperty()
  readonly subject: string;

  @ApiProperty({ description: 'A whole page, styles in place, nothing from elsewhere' })
  readonly html: string;

  @ApiProperty({ description: 'The same as plain text' })
  readonly text: string;
}
