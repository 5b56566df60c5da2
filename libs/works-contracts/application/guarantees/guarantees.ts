import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { GuaranteeState, ListOf } from '@thongvon/api-contract';
import {
  businessDate,
  cleanText,
  type Dong,
  formatPlainDate,
  matchKey,
  type PlainDate,
} from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import { Audit, listPage, Problem, SystemClock } from '@thongvon/platform';
import { ListProjects, visibleProjects } from '@thongvon/projects';
import {
  GIVEN,
  GUARANTEE_COLUMNS,
  type GuaranteeRow,
  guaranteesOn,
  STATE,
} from '../../persistence/guarantees/guarantee-rows';

export type { GuaranteeRow };

export interface GuaranteePage {
  readonly asOf: PlainDate;
  readonly state?: GuaranteeState;
  readonly projectId?: string;
  readonly q?: string;
  readonly limit: number;
  readonly cursor?: string;
}

interface NewGuarantee {
  readonly contractor: string;
  readonly amount: Dong;
  readonly givenOn: PlainDate;
  readonly expiresOn: PlainDate;
  readonly document: string | null;
}

interface Entry {
  readonly id: string;
  readonly projectId: string;
  readonly type: 'given' | 'extended' | 'released';
  readonly on: PlainDate;
  readonly expiresOn: PlainDate | null;
  readonly contractor: string | null;
  readonly amount: Dong | null;
  readonly document: string | null;
}

const NOTHING_NEW = { contractor: null, amount: null } as const;

/** Guarantees of contractors' advances, whose last day the owner must watch. Entries are only added. */
@Injectable()
export class Guarantees {
  constructor(
    private readonly dataSource: DataSource,
    private readonly projects: ListProjects,
    private readonly clock: SystemClock,
    private readonly audit: Audit,
  ) {}

  /** The one that ends first comes first, released ones last. `q` searches project and contractor. */
  async list(actor: Actor, page: GuaranteePage): Promise<ListOf<GuaranteeRow>> {
    const { asOf, state, projectId, q, limit, cursor } = page;
    const where = visibleProjects(actor)
      .also(GIVEN)
      .matchingAny(['p.name_key', 'p.code', 'g.contractor_key'], q);
    const from = guaranteesOn(`${where.parameter(asOf)}::date`);
    if (state !== undefined) where.and((value) => `${STATE} = ${value}`, state);
    if (projectId !== undefined) where.and((value) => `g.project_id = ${value}`, projectId);
    return listPage<GuaranteeRow>(
      this.dataSource.manager,
      {
        columns: GUARANTEE_COLUMNS,
        from,
        where,
        sort: [
          { sql: 'last.released::integer', type: 'integer' },
          { sql: 'last.expires_on', type: 'date' },
          { sql: 'g.guarantee_id', type: 'uuid' },
        ],
      },
      { limit, ...(cursor === undefined ? {} : { cursor }) },
    );
  }

  /** As it stands today. Throws GUARANTEE-NOT-FOUND. */
  find(actor: Actor, id: string): Promise<GuaranteeRow> {
    return this.row(this.dataSource.manager, actor, id);
  }

  /** Its id. Throws PROJECT-NOT-FOUND, DATE-IN-FUTURE and GUARANTEE-ENDS-TOO-EARLY. */
  async add(actor: Actor, projectId: string, guarantee: NewGuarantee): Promise<string> {
    const { contractor, givenOn, expiresOn, amount, document } = guarantee;
    await this.projects.get(actor, projectId);
    if (givenOn > this.today()) throw problems.dateInFuture('givenOn');
    if (expiresOn < givenOn) throw problems.endsTooEarly(givenOn);
    const id = randomUUID();
    const fields = { contractor: cleanText(contractor), amount, document };
    await this.dataSource.transaction((manager) =>
      this.write(manager, actor, { id, projectId, type: 'given', on: givenOn, expiresOn, ...fields }),
    );
    return id;
  }

  /** Throws GUARANTEE-NOT-FOUND, GUARANTEE-RELEASED and GUARANTEE-ENDS-TOO-EARLY. */
  async extend(actor: Actor, id: string, expiresOn: PlainDate, document: string | null): Promise<void> {
    await this.change(actor, id, (row) => {
      if (expiresOn <= row.expiresOn) throw problems.endsTooEarly(row.expiresOn);
      return { type: 'extended', on: this.today(), expiresOn, document };
    });
  }

  /** The advance is recovered in full. Throws GUARANTEE-NOT-FOUND, GUARANTEE-RELEASED and DATE-IN-FUTURE. */
  async release(actor: Actor, id: string, on: PlainDate | undefined, document: string | null): Promise<void> {
    const day = on ?? this.today();
    if (day > this.today()) throw problems.dateInFuture('on');
    await this.change(actor, id, () => ({ type: 'released', on: day, expiresOn: null, document }));
  }

  private async change(
    actor: Actor,
    id: string,
    decide: (row: GuaranteeRow) => Pick<Entry, 'type' | 'on' | 'expiresOn' | 'document'>,
  ): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      // First wait, then look: two at once must not both find it running.
      await manager.query(
        `SELECT FROM projects.project_ref AS project WHERE id IN (SELECT project_id FROM works_contracts.guarantee_entry WHERE guarantee_id = $1) FOR NO KEY UPDATE`,
        [id],
      );
      const row = await this.row(manager, actor, id);
      if (row.state === 'released') throw problems.released();
      await this.write(manager, actor, { id, projectId: row.project.id, ...NOTHING_NEW, ...decide(row) });
    });
  }

  private async row(manager: EntityManager, actor: Actor, id: string): Promise<GuaranteeRow> {
    const where = visibleProjects(actor).also(GIVEN);
    const from = guaranteesOn(`${where.parameter(this.today())}::date`);
    where.and((value) => `g.guarantee_id = ${value}`, id);
    const [row] = await manager.query<GuaranteeRow[]>(
      `SELECT ${GUARANTEE_COLUMNS} FROM ${from} WHERE ${where.sql}`,
      [...where.parameters],
    );
    if (!row) throw problems.unknown();
    return row;
  }

  private async write(manager: EntityManager, actor: Actor, entry: Entry): Promise<void> {
    const { id, projectId, type, contractor, amount, on, expiresOn, document } = entry;
    await manager.query(
      `INSERT INTO works_contracts.guarantee_entry (guarantee_id, project_id, type, contractor, contractor_key, amount, on_date, expires_on,
         document, actor_id, recorded_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        id,
        projectId,
        type,
        contractor,
        contractor && matchKey(contractor),
        amount?.toString() ?? null,
        on,
        expiresOn,
        document,
        actor.userId,
        this.clock.now(),
      ],
    );
    await this.audit.record(manager, actor.userId, `guarantee.${type}`, `guarantee:${id}`, { projectId });
  }

  private today(): PlainDate {
    return businessDate(this.clock.now());
  }
}

/** What a caller may have to mend. */
const problems = {
  unknown: () =>
    new Problem(404, 'GUARANTEE-NOT-FOUND', 'Không có bảo lãnh này.', 'There is no such guarantee.'),
  released: () =>
    new Problem(409, 'GUARANTEE-RELEASED', 'Bảo lãnh đã được giải tỏa.', 'The guarantee has been released.'),
  endsTooEarly: (last: PlainDate) =>
    new Problem(
      422,
      'GUARANTEE-ENDS-TOO-EARLY',
      `Ngày hết hạn phải sau ${formatPlainDate(last)}.`,
      `It must end after ${formatPlainDate(last)}.`,
      { field: 'expiresOn' },
    ),
  dateInFuture: (field: string) =>
    new Problem(
      422,
      'DATE-IN-FUTURE',
      'Ngày này chưa đến; hãy ghi ngày đã thực hiện.',
      'This day has not come yet; give the day on which it was done.',
      { field },
    ),
} as const;
