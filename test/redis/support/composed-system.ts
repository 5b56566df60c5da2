import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { environmentOf, exampleVariables, services } from '../../support/compose-file';
import { eventually } from '../../support/eventually';
import { givenRedis } from '../../support/given-redis';
import { freePort, Program, ROOT } from '../../support/program';
import { databasePrefix, onServer, withClient } from '../../support/run-databases';
import { currentTestRun } from '../../support/test-run';
import { serverUrl } from '../../support/test-server';
import { Account } from './account';

const CREATE_ADMIN = path.join(ROOT, 'dist', 'apps', 'standalone', 'create-admin', 'command.js');
const ADMIN = 'admin@thongvon.test';

/** What docker-compose.yml starts, as processes of this machine: each service's command with its environment. */
export class ComposedSystem {
  readonly workers: Program[] = [];
  private api: Program | undefined;

  private constructor(
    private readonly server: URL,
    private readonly database: string,
    private readonly folder: string,
    private readonly port: number,
  ) {}

  /** Migrates an empty database, then starts the API and as many workers as docker-compose.yml wants. */
  static async start(): Promise<ComposedSystem> {
    const server = new URL(await serverUrl());
    const database = `${databasePrefix(currentTestRun().tag)}composed_${randomBytes(4).toString('hex')}`;
    await withClient(server.href, async (client) => {
      await client.query(`CREATE DATABASE ${database}`);
    });
    const folder = await mkdtemp(path.join(tmpdir(), 'thongvon-composed-'));
    const system = new ComposedSystem(server, database, folder, await freePort());
    await system.up();
    return system;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  get processes(): Program[] {
    return [...(this.api ? [this.api] : []), ...this.workers];
  }

  /** Makes the first account with the command for it, and signs it in. */
  async administrator(): Promise<Account> {
    const env = this.environment('api');
    const { stdout } = await promisify(execFile)(process.execPath, [CREATE_ADMIN, ADMIN, 'Quản trị'], {
      env,
    });
    const [, password = ''] = /shown only once\): (\S+)/.exec(stdout) ?? [];
    return Account.signIn(this.url, ADMIN, password);
  }

  /** Ends what still runs and removes its data. */
  async discard(): Promise<void> {
    for (const program of this.processes) program.process.kill('SIGKILL');
    await Promise.all(this.processes.map(({ ended }) => ended));
    await withClient(this.server.href, async (client) => {
      await client.query(`DROP DATABASE ${this.database} WITH (FORCE)`);
    });
    await rm(this.folder, { recursive: true });
  }

  private async up(): Promise<void> {
    const migration = this.run('migrate');
    if ((await migration.ended) !== 0) throw new Error(`migrate: ${migration.output}`);
    this.api = this.run('api');
    const replicas = services['worker']?.deploy?.replicas ?? 1;
    for (let i = 0; i < replicas; i++) this.workers.push(this.run('worker'));
    await eventually(
      () =>
        fetch(`${this.url}/api/health/ready`).then(
          ({ ok }) => ok,
          () => false,
        ),
      (ok) => ok,
    );
  }

  private run(service: string): Program {
    const [program, file = ''] = services[service]?.command ?? [];
    if (program !== 'node') throw new Error(`${service} is not started with node`);
    return new Program(this.environment(service), path.join(ROOT, file));
  }

  /** As docker-compose.yml gives it, but for what a container has of its own: addresses, port and folder. */
  private environment(service: string): Record<string, string> {
    const given = environmentOf(service, {
      ...exampleVariables,
      POSTGRES_PASSWORD: this.server.password,
      NOW: '2023-06-23T08:00:00+07:00',
    });
    return {
      ...given,
      PORT: String(this.port),
      DATA_DIR: this.folder,
      DATABASE_URL: onServer(at(given['DATABASE_URL'], this.server), this.database),
      REDIS_URL: at(given['REDIS_URL'], new URL(givenRedis() ?? '')),
    };
  }
}

/** The same address on another host and port. */
function at(address: string | undefined, { host }: URL): string {
  const url = new URL(address ?? '');
  url.host = host;
  return url.href;
}
