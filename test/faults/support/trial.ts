import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { NestFactory } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { RebuildPositions } from '@thongvon/capital';
import { RebuildBlockers } from '@thongvon/blockers';
import { RebuildProgress } from '@thongvon/land-clearance';
import { parseEnvironment, SystemClock } from '@thongvon/platform';
import { WorkerModule } from '../../../apps/worker/start-worker';
import { freePort, Program } from '../../support/program';
import { createTestDatabase, type TestDatabase } from '../../support/test-database';
import { readDerived } from '../../support/derived-tables';
import { readBooks, type Books } from './books';
import { liveThroughTheMonth, summaryAtTheEnd, type SeenSummary } from './month';
import type { Death, Spares } from './mortal-program';
import { Person } from './person';
import { Supervisor } from './supervisor';

const DEMO_PASSWORD = 'correct horse battery';

export interface Outcome {
  readonly summary: SeenSummary;
  readonly books: Books;
  /** The derived tables, and what they are after a full rebuild from the ledgers of approved returns. */
  readonly positions: Record<string, string[]>;
  readonly rebuilt: Record<string, string[]>;
  readonly kills: number;
  readonly stops: number;
  /** Milliseconds until the first answer, and from then to the end. */
  readonly upAfter: number;
  readonly took: number;
}

/** Offices and accounts of the demo in a database that is ready to be cloned. */
export async function prepareOffices(): Promise<TestDatabase> {
  const database = await createTestDatabase();
  await inFolder(async (folder) => {
    const env = { ...(await environmentOf(database, folder)), DEMO_DATA: 'accounts', DEMO_PASSWORD };
    const program = await new Program(env).ready();
    program.interrupt();
    await program.ended;
  });
  return database;
}

/** Lets the offices live through the month while the program dies by one death after the other. */
export async function tryWith(
  spares: Spares,
  offices: TestDatabase,
  deaths: readonly Death[],
): Promise<Outcome> {
  const database = await createTestDatabase(offices);
  const environment = parseEnvironment({ DATABASE_URL: database.url });
  const app = await NestFactory.createApplicationContext(WorkerModule.with(environment, new SystemClock()), {
    logger: false,
  });
  const data = app.get(DataSource);
  try {
    const lived = await inFolder(async (folder) => {
      const env = await environmentOf(database, folder);
      const supervisor = new Supervisor(spares, env, deaths.values());
      try {
        const living = live(`http://127.0.0.1:${env.PORT}`, data);
        // A program that ends by itself ends the trial.
        const reported = await Promise.race([living, supervisor.done.then(() => living)]);
        return { ...reported, kills: supervisor.kills, stops: supervisor.stops };
      } catch (error) {
        throw new Error(`${String(error)}\n${supervisor.output}`, { cause: error });
      } finally {
        await supervisor.stop();
      }
    });
    const books = await readBooks(data);
    const positions = await readDerived(data);
    await app.get(RebuildPositions).rebuild();
    await app.get(RebuildProgress).rebuild();
    await app.get(RebuildBlockers).rebuild();
    return { ...lived, books, positions, rebuilt: await readDerived(data) };
  } finally {
    await app.close();
    await database.drop();
  }
}

async function live(
  server: string,
  data: DataSource,
): Promise<Pick<Outcome, 'summary' | 'upAfter' | 'took'>> {
  // Instead of waiting for the minute after which a request of a dead process may be taken up again.
  const waitOver = async (key: string): Promise<void> => {
    await data.query(
      `UPDATE platform.idempotent_reply SET created_at = created_at - interval '1 minute' WHERE key = $1 AND status IS NULL`,
      [key],
    );
  };
  const start = performance.now();
  const [finance, head, board] = await Promise.all(
    ['finance', 'finance-head', 'board'].map((name) =>
      new Person(server, waitOver).signIn(`${name}@thongvon.test`, DEMO_PASSWORD),
    ),
  );
  if (!finance || !head || !board) throw new Error('nobody signed in');
  const up = performance.now();
  await liveThroughTheMonth(finance, head, board);
  const summary = await summaryAtTheEnd(finance);
  return { summary, upAfter: up - start, took: performance.now() - up };
}

async function environmentOf(
  { url }: TestDatabase,
  folder: string,
): Promise<{ DATABASE_URL: string; DATA_DIR: string; PORT: string; DEMO_DATA: string }> {
  return { DATABASE_URL: url, DATA_DIR: folder, PORT: String(await freePort()), DEMO_DATA: 'none' };
}

async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(path.join(tmpdir(), 'thongvon-faults-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}
