import type { PoolClient, QueryArrayResult } from 'pg';
import { EntityManager, QueryFailedError, type QueryRunner } from 'typeorm';

/**
 * A manager on the connection of `manager` that lets PostgreSQL keep what it is asked by `query`: a text is read, and where its plan
 * doesn't depend on the values also planned, once for each connection instead of once for each question. For the few long statements that
 * are asked again and again; their texts must not hold values (docs/adr/0186). Rows and errors are what `manager.query` itself would have
 * given.
 */
export function prepared(manager: EntityManager): EntityManager {
  return manager instanceof Prepared ? manager : new Prepared(manager);
}

/** How many statements a connection keeps: the longest takes 1.3 MB of the server's memory, most a tenth of it. Others are asked as ever. */
const KEPT = 60;

/** PostgreSQL's own word for a kept statement whose columns are others since the schema has changed. */
const OTHER_COLUMNS = 'cached plan must not change result type';

/** The statements that a connection keeps, by their text. */
interface Kept {
  readonly names: Map<string, string>;
  /** How many names there ever were: none is given a second time. */
  given: number;
}

const keptBy = new WeakMap<PoolClient, Kept>();

class Prepared extends EntityManager {
  constructor(manager: EntityManager) {
    super(manager.dataSource, manager.queryRunner);
  }

  override async query<T>(sql: string, parameters: unknown[] = []): Promise<T> {
    const runner = this.queryRunner ?? this.dataSource.createQueryRunner();
    const { logger } = this.dataSource;
    try {
      logger.logQuery(sql, parameters, runner);
      return rowsOf(await ask(runner, { text: sql, values: parameters })) as T;
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      logger.logQueryError(error, sql, parameters, runner);
      throw new QueryFailedError(sql, parameters, error);
    } finally {
      if (runner !== this.queryRunner) await runner.release();
    }
  }
}

type Answer = Awaited<ReturnType<typeof ask>>;

interface Question {
  readonly text: string;
  readonly values: unknown[];
}

async function ask(runner: QueryRunner, question: Question) {
  const client = (await runner.connect()) as PoolClient;
  return underItsName(runner, client, question, (named) => client.query<object>(named));
}

/** Asks on a connection of `manager` for rows as arrays: by a statement that it keeps where the manager is one of `prepared`. */
export async function askArrays(
  manager: EntityManager,
  runner: QueryRunner,
  question: Question,
): Promise<QueryArrayResult> {
  const client = (await runner.connect()) as PoolClient;
  const query = (named: Question): Promise<QueryArrayResult> => client.query({ ...named, rowMode: 'array' });
  return manager instanceof Prepared ? underItsName(runner, client, question, query) : query(question);
}

async function underItsName<T>(
  { isTransactionActive }: QueryRunner,
  client: PoolClient,
  question: Question,
  query: (question: Question & { readonly name?: string }) => Promise<T>,
): Promise<T> {
  const name = nameOf(client, question.text);
  try {
    return await query(name === undefined ? question : { ...question, name });
  } catch (error) {
    if (!(error instanceof Error) || error.message !== OTHER_COLUMNS) throw error;
    keptBy.get(client)?.names.clear();
    // A transaction that it was part of has failed; by itself it is asked again, and read anew.
    if (isTransactionActive) throw error;
    return query(question);
  }
}

/** Under which name the connection keeps the text; undefined: it keeps enough others. */
function nameOf(client: PoolClient, text: string): string | undefined {
  const kept = keptBy.get(client) ?? { names: new Map<string, string>(), given: 0 };
  keptBy.set(client, kept);
  const name = kept.names.get(text);
  if (name !== undefined || kept.names.size >= KEPT) return name;
  kept.given += 1;
  kept.names.set(text, `kept_${kept.given}`);
  return kept.names.get(text);
}

/** As TypeORM gives them: of what changes or deletes rows also how many these are. */
function rowsOf({ command, rows, rowCount }: Answer): unknown {
  return ['DELETE', 'UPDATE'].includes(command) ? [rows, rowCount] : rows;
}

/** From so many rows on, a plan made for their very number is worth its making. */
const MANY = 1_000;

/**
 * Runs `work` about so many rows, in the transaction of `manager`, with a manager as of `prepared` whose plans are for any values: they are
 * not made anew. Of many rows each statement is planned for itself.
 */
export async function withKeptPlans<T>(
  manager: EntityManager,
  rows: number,
  work: (manager: EntityManager) => Promise<T>,
): Promise<T> {
  if (rows >= MANY) return work(manager);
  await manager.query('SET LOCAL plan_cache_mode = force_generic_plan');
  const result = await work(prepared(manager));
  await manager.query('SET LOCAL plan_cache_mode TO DEFAULT');
  return result;
}

/**
 * Runs `work` in the transaction of `manager` without nested loops: for what is counted from rows that have no statistics, as those of
 * common table expressions. Expecting one or two, the planner would go through all of them for each other row.
 */
export async function withoutLoops<T>(manager: EntityManager, work: () => Promise<T>): Promise<T> {
  await manager.query('SET LOCAL enable_nestloop = off');
  const result = await work();
  await manager.query('SET LOCAL enable_nestloop = on');
  return result;
}
