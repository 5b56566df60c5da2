import { randomUUID } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';
import type { JobHandler, JobName, Outbox } from '@thongvon/platform';

export interface Task {
  /** How often the work has taken effect. */
  readonly effects: number;
  readonly givenUp: number;
  /** Which workers ran it, in order; a run that failed or was killed counts. */
  readonly runs: readonly string[];
  /** How many open intents ask for it. */
  readonly open: number;
}

/** What a test wants to happen in the nth run of a subject. */
type Step = (subject: string, nth: number) => Promise<void> | void;

export interface Behaviour {
  /** Before the transaction by which the work takes effect. */
  readonly before?: Step;
  /** In that transaction, which has ended the wish and will commit. */
  readonly within?: Step;
  readonly givingUp?: Step;
}

interface Wish {
  readonly id?: string;
  readonly then?: (manager: EntityManager) => Promise<void>;
}

const TABLES = `
  CREATE TABLE task (id uuid PRIMARY KEY, done boolean NOT NULL DEFAULT false,
    effects int NOT NULL DEFAULT 0, given_up int NOT NULL DEFAULT 0);
  CREATE TABLE task_run (id bigint GENERATED ALWAYS AS IDENTITY, task uuid NOT NULL, worker text NOT NULL);
`;

/** Work whose every run can be seen, done as the real handlers do theirs: one transaction, which looks before it acts. */
export class Tasks {
  private constructor(
    private readonly data: DataSource,
    private readonly outbox: Outbox,
  ) {}

  static async in(data: DataSource, outbox: Outbox): Promise<Tasks> {
    await data.query(TABLES);
    return new Tasks(data, outbox);
  }

  /** Asks for `job` on a new task, or one that is there already, in one transaction; `then` may still fail it. */
  async ask(job: JobName, { id = randomUUID(), then }: Wish = {}): Promise<string> {
    await this.data.transaction(async (manager) => {
      await manager.query(`INSERT INTO task (id) VALUES ($1) ON CONFLICT DO NOTHING`, [id]);
      await this.outbox.ask(manager, job, id);
      await then?.(manager);
    });
    return id;
  }

  askMany(job: JobName, count: number): Promise<string[]> {
    return Promise.all(Array.from({ length: count }, () => this.ask(job)));
  }

  handler(job: JobName, worker: string, behaviour: Behaviour = {}): JobHandler {
    return {
      handle: async (id) => {
        const nth = await this.note(id, worker);
        await behaviour.before?.(id, nth);
        await this.finish(job, id, 'effects', () => behaviour.within?.(id, nth));
      },
      giveUp: (id) => this.finish(job, id, 'given_up', () => behaviour.givingUp?.(id, 0)),
    };
  }

  async look(id: string): Promise<Task> {
    const [task] = await this.data.query<Task[]>(
      `SELECT effects, given_up AS "givenUp",
         (SELECT coalesce(array_agg(worker ORDER BY r.id), '{}') FROM task_run r WHERE r.task = task.id) AS runs,
         (SELECT count(*)::int FROM platform.work_intent WHERE subject = task.id AND done_at IS NULL) AS open
       FROM task WHERE id = $1`,
      [id],
    );
    if (!task) throw new Error(`no task ${id}`);
    return task;
  }

  lookAll(ids: readonly string[]): Promise<Task[]> {
    return Promise.all(ids.map((id) => this.look(id)));
  }

  private async note(id: string, worker: string): Promise<number> {
    await this.data.query(`INSERT INTO task_run (task, worker) VALUES ($1, $2)`, [id, worker]);
    const [{ count } = { count: 0 }] = await this.data.query<{ count: number }[]>(
      `SELECT count(*)::int AS count FROM task_run WHERE task = $1`,
      [id],
    );
    return count;
  }

  private finish(
    job: JobName,
    id: string,
    column: 'effects' | 'given_up',
    within: () => Promise<void> | void,
  ): Promise<void> {
    return this.data.transaction(async (manager) => {
      await this.outbox.done(manager, job, id);
      await within();
      await manager.query(
        `UPDATE task SET ${column} = ${column} + 1, done = true WHERE id = $1 AND NOT done`,
        [id],
      );
    });
  }
}
