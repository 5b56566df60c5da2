import { Controller, Get, ServiceUnavailableException } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { HealthView } from '@thongvon/api-contract';
import { AllowAnyone } from '../http/allow';
import { Readiness } from './readiness';

/** For whoever watches the process. */
@ApiTags('health')
@Controller('health')
export class HealthController {
  constructor(private readonly readiness: Readiness) {}

  @ApiOperation({ summary: 'The process is there' })
  @Get('live')
  @AllowAnyone()
  @ApiOkResponse({ type: HealthView })
  live(): HealthView {
    return { status: 'ok' };
  }

  @ApiOperation({ summary: 'The process can work; 503 while database or queue are out of reach' })
  @Get('ready')
  @AllowAnyone()
  @ApiOkResponse({ type: HealthView })
  async ready(): Promise<HealthView> {
    if (!(await this.readiness.ready())) throw new ServiceUnavailableException();
    return { status: 'ok' };
  }
}
