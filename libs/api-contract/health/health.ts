import { ApiProperty } from '@nestjs/swagger';

export class HealthView {
  @ApiProperty({ enum: ['ok'], description: 'Anything else is a problem document' })
  readonly status: 'ok';
}
