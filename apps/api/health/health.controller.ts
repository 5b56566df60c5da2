import { Controller, Get } from '@nestjs/common';
import { AllowAnyone } from '../http/allow';

/** For whoever watches the process: is it there, and can it work. */
@Controller('health')
export class HealthController {
  @Get('live')
  @AllowAnyone()
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }
}
