import {
  Controller,
  Get,
  Injectable,
  Module,
  type OnApplicationShutdown,
  ServiceUnavailableException,
} from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Redis } from 'ioredis';
import { DataSource } from 'typeorm';
import { HealthView } from '@thongvon/api-contract';
import { Environment } from '../config/environment';
import { AllowAnyone } from './access';
import { Statements } from './statements';

const PATIENCE = 2000;

/** Asks those that the API can't work without whether they answer. */
@Injectable()
class Readiness implements OnApplicationShutdown {
  private readonly redis: Redis | undefined;

  constructor(
    private readonly dataSource: DataSource,
    environment: Environment,
  ) {
    if (environment.REDIS_URL === undefined) return;
    this.redis = new Redis(environment.REDIS_URL, { lazyConnect: true, maxRetriesPerRequest: 0 });
    // Reported by `ready` below; an unhandled error event would end the process.
    this.redis.on('error', () => undefined);
  }

  /** Whether database and, when configured, Redis answered within two seconds. */
  async ready(): Promise<boolean> {
    const answers = Promise.all([this.dataSource.query('SELECT 1'), this.redis?.ping()]);
    return Promise.race([answers.then(() => true).catch(() => false), afterPatience()]);
  }

  onApplicationShutdown(): void {
    this.redis?.disconnect();
  }
}

function afterPatience(): Promise<false> {
  return new Promise((resolve) => setTimeout(() => resolve(false), PATIENCE).unref());
}

/** For whoever watches the process. */
@ApiTags('health')
@Controller('health')
class HealthController {
  constructor(private readonly readiness: Readiness) {}

  @ApiOperation({ summary: 'The process is there' })
  @Get('live')
  @Statements(0)
  @AllowAnyone()
  @ApiOkResponse({ type: HealthView })
  live(): HealthView {
    return { status: 'ok' };
  }

  @ApiOperation({ summary: 'The process can work; 503 while database or queue are out of reach' })
  @Get('ready')
  @Statements(1)
  @AllowAnyone()
  @ApiOkResponse({ type: HealthView })
  async ready(): Promise<HealthView> {
    if (!(await this.readiness.ready())) throw new ServiceUnavailableException();
    return { status: 'ok' };
  }
}

@Module({ controllers: [HealthController], providers: [Readiness] })
export class HealthModule {}
