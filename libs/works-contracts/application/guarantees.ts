import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { GuaranteeState } from '@thongvon/api-contract';
import { businessDate, cleanText, type Dong, formatPlainDate, type PlainDate } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import { Audit, dateInFuture, listPage, type ListPage, Problem, SystemClock } from '@thongvon/platform';
import { ListProjects } from '@thongvon/projects';
import {
  type GuaranteeEntry,
  guaranteeList,
  type GuaranteeRow,
  insertGuaranteeEntry,
  lockProjectOf,
  type StoredGuarantee,
  toGuarantee,
  visibleGuarantee,
} from '../persistence/advance-and-guarantee-rows';

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
  async list(actor: Actor, page: GuaranteePage): Promise<ListPage<GuaranteeRow>> {
    const { limit, cursor, ...asked } = page;
    const list = guaranteeList(actor, asked);
    const found = await listPage<StoredGuarantee>(this.dataSource.manager, list, { limit, cursor });
    return { ...found, items: found.items.map(toGuarantee) };
  }

  /** As it stands today. Throws GUARANTEE-NOT-FOUND. */
  find(actor: Actor, id: string): Promise<GuaranteeRow> {
    return this.row(this.dataSource.manager, actor, id);
  }

  /** Its id. Throws PROJECT-NOT-FOUND, DATE-IN-FUTURE and GUARANTEE-ENDS-TOO-EARLY. */
  async add(actor: Actor, projectId: string, guarantee: NewGuarantee): Promise<string> {
    const { contractor, givenOn, expiresOn, amount, document } = guarantee;
    await this.projects.get(actor, projectId);
    if (givenOn > this.today()) throw dateInFuture('givenOn');
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
    if (day > this.today()) throw dateInFuture('on');
    await this.change(actor, id, () => ({ type: 'released', on: day, expiresOn: null, document }));
  }

  private async change(
    actor: Actor,
    id: string,
    decide: (row: GuaranteeRow) => Pick<GuaranteeEntry, 'type' | 'on' | 'expiresOn' | 'document'>,
  ): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      // First wait, then look: two at once must not both find it running.
      await lockProjectOf(manager, 'guarantee', id);
      const row = await this.row(manager, actor, id);
      if (row.state === 'released') throw problems.released();
      await this.write(manager, actor, { id, projectId: row.project.id, ...NOTHING_NEW, ...decide(row) });
    });
  }

  private async row(manager: EntityManager, actor: Actor, id: string): Promise<GuaranteeRow> {
    const row = await visibleGuarantee(manager, actor, id, this.today());
    if (!row) throw problems.unknown();
    return row;
  }

  private async write(manager: EntityManager, actor: Actor, entry: GuaranteeEntry): Promise<void> {
    const { id, projectId, type } = entry;
    await insertGuaranteeEntry(manager, entry, actor.userId, this.clock.now());
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
} as const;

/** From when on a guarantee that ends is spoken of. Who watches guarantees provides it. */
export abstract class GuaranteeWarnings {
  /** Days before the end, by office, as in force `on` that day; an office without the warning has none. */
  abstract daysBefore(on: PlainDate, offices: readonly string[]): Promise<ReadonlyMap<string, number>>;
}
