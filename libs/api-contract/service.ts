import { ApiProperty } from '@nestjs/swagger';

/** What somebody needs to know before signing in. */
export class AboutView {
  @ApiProperty({ description: 'The illustrative demo data is loaded' })
  readonly demo: boolean;

  @ApiProperty({ format: 'date', description: 'Today by the business clock', example: '2023-06-23' })
  readonly today: string;

  @ApiProperty({ description: 'The business clock was set to another time than the real one' })
  readonly clockSet: boolean;

  @ApiProperty({ description: 'Somebody can sign in; false on a new installation' })
  readonly hasAccounts: boolean;
}

export class HealthView {
  @ApiProperty({ enum: ['ok'], description: 'Anything else is a problem document' })
  readonly status: 'ok';
}
