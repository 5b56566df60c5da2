import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseEnvironment } from '@thongvon/platform';
import {
  composeText,
  environmentOf,
  exampleVariables,
  services,
  VARIABLE,
  type Variables,
} from '../support/compose-file';

const root = path.resolve(__dirname, '../..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');

const OURS = ['api', 'worker', 'migrate'];

/** Contract, section 6; how much is logged; and who answers readers. */
const SETTINGS =
  'PORT HOST TRUST_PROXY PUBLIC_URL DATA_DIR DATABASE_URL DATABASE_READER_URL REDIS_URL SMTP_URL MAIL_FROM NOW DEMO_DATA DEMO_PASSWORD LOG_LEVEL'.split(
    ' ',
  );

const filledIn: Variables = { ...exampleVariables, POSTGRES_PASSWORD: '0123456789abcdef' };

describe('docker compose', () => {
  it('runs PostgreSQL 18, a Redis that never drops a job, the API, two workers and one migration', () => {
    expect(Object.keys(services).sort()).toEqual(['api', 'migrate', 'postgres', 'redis', 'worker']);
    expect(services['postgres']?.image).toBe('postgres:18');
    expect(services['redis']?.command?.join(' ')).toBe(
      'redis-server --maxmemory-policy noeviction --appendonly yes',
    );
    expect(services['worker']?.deploy?.replicas).toBe(2);
    expect(services['migrate']?.restart).toBe('no');
  });

  it.each(['api', 'worker'])(
    'starts %s only when the servers are healthy and the schema is current',
    (name) => {
      expect(services[name]?.depends_on).toEqual({
        postgres: { condition: 'service_healthy' },
        redis: { condition: 'service_healthy' },
        migrate: { condition: 'service_completed_successfully' },
      });
      expect(services['postgres']?.healthcheck?.test).toContain('pg_isready');
      expect(services['redis']?.healthcheck?.test).toContain('redis-cli');
    },
  );

  it.each(OURS)('gives %s the settings of the contract, and they are valid', (name) => {
    const environment = environmentOf(name, filledIn);
    expect(Object.keys(environment).sort()).toEqual([...SETTINGS].sort());
    expect(parseEnvironment(environment)).toMatchObject({
      PORT: 3000,
      HOST: '0.0.0.0',
      TRUST_PROXY: 1,
      DATABASE_URL: 'postgres://thongvon:0123456789abcdef@postgres:5432/thongvon',
      REDIS_URL: 'redis://redis:6379',
      PUBLIC_URL: filledIn['PUBLIC_URL'],
      DEMO_DATA: 'none',
    });
  });

  it.each(['POSTGRES_PASSWORD', 'PUBLIC_URL', 'SMTP_URL', 'MAIL_FROM'])(
    'does not start without %s',
    (name) => {
      expect(() => environmentOf('api', { ...filledIn, [name]: '' })).toThrow(name);
    },
  );

  it('holds no secret itself, and .env.example names every variable', () => {
    const used = [...composeText.matchAll(VARIABLE)].map(([, name]) => name);
    expect([...new Set(used)].sort()).toEqual(Object.keys(exampleVariables).sort());
    const secrets = Object.values(services)
      .flatMap(({ environment = {} }) => Object.entries(environment))
      .filter(([name]) => /PASSWORD|SMTP_URL|DATABASE_URL/.test(name));
    expect(secrets.filter(([, value]) => !value.includes('${'))).toEqual([]);
  });
});

describe('the image', () => {
  const dockerfile = read('Dockerfile');

  it('does not run as root', () => {
    expect(dockerfile.lastIndexOf('USER node')).toBeGreaterThan(dockerfile.lastIndexOf('FROM'));
  });

  it.each(OURS)('has the file that %s starts', (name) => {
    const [program, file = ''] = services[name]?.command ?? [];
    expect(program).toBe('node');
    expect(existsSync(path.join(root, file.replace(/^dist\//, '').replace(/\.js$/, '.ts')))).toBe(true);
  });

  it('is built without secrets, local data or tests', () => {
    expect(read('.dockerignore').split('\n')).toEqual(
      expect.arrayContaining(['.env*', '.data', 'test', 'node_modules', '.git']),
    );
  });
});
