import type { QueryArrayResult } from 'pg';
import { EntityManager, QueryFailedError } from 'typeorm';
import { askArrays } from './prepared';

/**
 * Runs `ask`, whose reads are sent together: what it asks at the same time, by `Promise.all`, is one statement, which sees one state
 * of the database, and what depends on an answer is the next. In the transaction of `manager`, if it has one; within another
 * `together`, with what that one asks. Rows are what `manager.query` itself would have given (docs/adr/0189).
 *
 *   const [head, actions] = await together(manager, (all) => Promise.all([headOf(all, id), actionsOf(all, id)]));
 */
export function together<T>(manager: EntityManager, ask: (manager: EntityManager) => Promise<T>): Promise<T> {
  return ask(manager instanceof Together ? manager : new Together(manager));
}

interface Question {
  readonly sql: string;
  readonly parameters: readonly unknown[];
  answer(rows: readonly object[]): void;
  fail(error: unknown): void;
}

/** The column with which each question's columns begin: the place of its row in its answer, null past its end. */
const PLACE = 'place_in_answer';

const IS_READ = /^\s*(?:SELECT|WITH)\b/i;

/** A manager that lets `query` wait for the other questions that are asked before the process next waits for anything. */
class Together extends EntityManager {
  private waiting: Question[] = [];

  constructor(private readonly manager: EntityManager) {
    super(manager.dataSource, manager.queryRunner);
  }

  override query<T>(sql: string, parameters: unknown[] = []): Promise<T> {
    if (!IS_READ.test(sql)) return this.manager.query<T>(sql, parameters);
    return new Promise<T>((resolve, reject) => {
      if (this.waiting.length === 0) setImmediate(() => void this.send());
      this.waiting.push({ sql, parameters, answer: (rows) => resolve(rows as T), fail: reject });
    });
  }

  private async send(): Promise<void> {
    const questions = this.waiting;
    this.waiting = [];
    try {
      const answers = await this.answersTo(questions);
      for (const [place, question] of questions.entries()) question.answer(answers[place] ?? []);
    } catch (error) {
      for (const question of questions) question.fail(error);
    }
  }

  /** What is asked twice is answered once. */
  private async answersTo(all: readonly Question[]): Promise<readonly (readonly object[])[]> {
    const keys = all.map(({ sql, parameters }) => JSON.stringify([sql, parameters]));
    const places = [...new Set(keys)].map((key) => keys.indexOf(key));
    const answers = await this.answersToEach(all.filter((_, place) => places.includes(place)));
    return keys.map((key) => answers[places.indexOf(keys.indexOf(key))] ?? []);
  }

  private async answersToEach(questions: readonly Question[]): Promise<object[][]> {
    const [first] = questions;
    if (first && questions.length === 1)
      return [await this.manager.query<object[]>(first.sql, [...first.parameters])];
    const [text, values] = statementOf(questions);
    const runner = this.queryRunner ?? this.dataSource.createQueryRunner();
    try {
      // One by one, as they were asked: whoever reads the log looks for a question, not for its company.
      for (const { sql, parameters } of questions)
        this.dataSource.logger.logQuery(sql, [...parameters], runner);
      return apart(await askArrays(this.manager, runner, { text, values }));
    } catch (error) {
      throw error instanceof Error ? new QueryFailedError(text, values, error) : error;
    } finally {
      if (runner !== this.queryRunner) await runner.release();
    }
  }
}

/** One row for each place in an answer, and in it the columns of all questions side by side: each keeps its type. */
function statementOf(questions: readonly Question[]): [string, unknown[]] {
  const values: unknown[] = [];
  const tables = questions.map(({ sql, parameters }, nth) => {
    const before = values.length;
    values.push(...parameters);
    const moved = sql.replace(/\$(\d+)/g, (_, own: string) => `$${before + Number(own)}`);
    return `(SELECT row_number() OVER () AS ${PLACE}, rows_${nth}.* FROM (${moved}) rows_${nth}) answer_${nth}`;
  });
  const columns = questions.map((_, nth) => `answer_${nth}.*`);
  const [first, ...others] = tables;
  const joins = others.map((table) => ` FULL JOIN ${table} USING (${PLACE})`);
  return [`SELECT ${columns.join(', ')} FROM ${first}${joins.join('')} ORDER BY ${PLACE} + 0`, values];
}

/** The rows of each question, from what was asked as one. */
function apart({ fields, rows }: QueryArrayResult): object[][] {
  const starts = fields.flatMap(({ name }, at) => (name === PLACE ? [at] : []));
  return starts.map((start, nth) => {
    const names = fields.slice(start + 1, starts[nth + 1]).map(({ name }) => name);
    return rows
      .filter((row: unknown[]) => row[start] !== null)
      .map((row: unknown[]) => Object.fromEntries(names.map((name, at) => [name, row[start + 1 + at]])));
  });
}
