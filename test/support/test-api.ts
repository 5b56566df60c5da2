import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Logger, type LoggerService } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import request from 'supertest';
import { EnsureOrganization, EnsureUser } from '@thongvon/organizations';
import { type Role } from '@thongvon/api-contract';
import { parseEnvironment, SystemClock, type Environment } from '@thongvon/platform';
import { createApi } from '../../apps/api/start-api';
import { createTestDatabase, type TestDatabase } from './test-database';

export const TEST_PASSWORD = 'correct horse battery';

type Agent = ReturnType<typeof request.agent>;

/** The real API on a database of its own. */
export interface TestApi {
  readonly app: NestExpressApplication;
  readonly environment: Environment;
  readonly clock: SystemClock;
  /** Everything that the process has logged since it was made. */
  readonly logged: readonly string[];
  /** Someone without a session. */
  anyone(): Agent;
  /** A browser of this account, signed in, with its CSRF token in every request. */
  signedIn(email: string): Promise<Agent>;
  /** Makes sure of an organisation; returns its id. */
  organization(name: string, parentId?: string | null): Promise<string>;
  /** Makes sure of an account with TEST_PASSWORD; returns its id. */
  user(email: string, role: Role, organizationId: string): Promise<string>;
  close(): Promise<void>;
}

/**
 * Starts it with further settings; ask for it in `beforeAll` and close it in `afterAll`. `create` makes another
 * application of the same parts; `clock` may be one that a test moves on; `given` is a database that isn't the run's own.
 */
export async function startTestApi(
  settings: Record<string, string> = {},
  create: typeof createApi = createApi,
  clock = new SystemClock(new Date('2023-06-23T08:00:00+07:00')),
  given?: TestDatabase,
): Promise<TestApi> {
  const database = given ?? (await createTestDatabase());
  const logged: string[] = [];
  Logger.overrideLogger(keepingLogger(logged));
  const folder = await mkdtemp(path.join(tmpdir(), 'thongvon-api-'));
  const environment = parseEnvironment({ DATA_DIR: folder, ...settings, DATABASE_URL: database.url });
  const app = await create(environment, clock);
  await app.listen(0, '127.0.0.1');
  const anyone = () => request.agent(app.getHttpServer());
  return {
    app,
    environment,
    clock,
    logged,
    anyone,
    signedIn: async (email) => {
      const agent = anyone();
      const reply = await agent.post('/api/session').send({ email, password: TEST_PASSWORD }).expect(200);
      const { csrfToken } = reply.body as { csrfToken: string };
      return agent.set('x-csrf-token', csrfToken);
    },
    organization: async (name, parentId = null) => {
      const wanted = { name, parentId, kind: 'commune', effectiveFrom: '2020-01-01' } as const;
      return (await app.get(EnsureOrganization).run(wanted)).id;
    },
    user: async (email, role, organizationId) => {
      const wanted = { email, name: `Người ${role}`, role, organizationId, password: TEST_PASSWORD };
      return (await app.get(EnsureUser).run(wanted)).user.id;
    },
    close: async () => {
      await app.close();
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function keepingLogger(lines: string[]): LoggerService {
  const keep = (...parts: unknown[]) => void lines.push(parts.map(String).join(' '));
  return { log: keep, error: keep, warn: keep, debug: keep, verbose: keep, fatal: keep };
}
