import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type {
  DutyKind,
  ListOf,
  OrganizationDutiesView,
  OrganizationListQuery,
  ReportingDutiesView,
  ReportingDutyRequest,
  ReportingDutyView,
} from '@thongvon/api-contract';
import { addDays, businessDate, plainDate, type PlainDate } from '@thongvon/kernel';
import { Audit, listPage, SystemClock } from '@thongvon/platform';
import type { Actor } from '../domain/actor';
import { keepsOrganization, seesOrganization } from '../domain/visibility';
import { ORGANIZATIONS_BY_NAME, organizationsSeen } from '../persistence/organization-list';
import { Organization } from '../persistence/organization.entity';
import { problems } from './problems';

/** What organisations owe every week: a ledger by day, in which the entry that was made last speaks for its day. */
@Injectable()
export class ReportingDuties {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: SystemClock,
    private readonly audit: Audit,
  ) {}

  /** Throws ORGANIZATION-UNKNOWN, also for one that the actor may not see. */
  async list(
    actor: Actor,
    organizationId: string,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<ReportingDutiesView> {
    const known =
      seesOrganization(actor, organizationId) &&
      (await manager.existsBy(Organization, { id: organizationId }));
    if (!known) throw problems.organizationUnknown();
    const items = await manager.query<ReportingDutyView[]>(
      `SELECT DISTINCT ON (effective_from) effective_from AS "from", kinds FROM organizations.reporting_duty
       WHERE organization_id = $1 ORDER BY effective_from, id DESC`,
      [organizationId],
    );
    return { items };
  }

  /**
   * From a day (today, if none is given) on the organisation owes these kinds. Throws ORGANIZATION-UNKNOWN, and
   * DUTY-WEEK-FROZEN for a day by which a frozen week has reported already who owed what: its letter has gone out, and a
   * correction of it asks the duties again.
   */
  change(
    actor: Actor,
    organizationId: string,
    { kinds, from }: ReportingDutyRequest,
  ): Promise<ReportingDutiesView> {
    return this.dataSource.transaction(async (manager) => {
      await this.list(actor, organizationId, manager);
      if (!keepsOrganization(actor, organizationId)) throw problems.organizationNotBelow();
      const day = from ?? businessDate(this.clock.now());
      const first = await this.firstDay(manager);
      if (first !== undefined && day < first) throw problems.dutyWeekFrozen(first);
      await this.record(manager, organizationId, kinds, day);
      const details = { kinds, from: from ?? null };
      await this.audit.record(
        manager,
        actor.userId,
        'organization.duty',
        `organization:${organizationId}`,
        details,
      );
      return this.list(actor, organizationId, manager);
    });
  }

  /** The first day from which a duty can still begin or end; undefined: any, no week is frozen yet. */
  async firstDay(manager: EntityManager): Promise<PlainDate | undefined> {
    const reported = await lastFrozenWeek(manager);
    return reported === undefined ? undefined : addDays(plainDate(reported), 1);
  }

  /** Writes an entry and keeps `organization.reports` as of today. For use cases that change an organisation themselves. */
  async record(
    manager: EntityManager,
    organizationId: string,
    kinds: readonly DutyKind[],
    from: string = businessDate(this.clock.now()),
  ): Promise<void> {
    await manager.query(
      `INSERT INTO organizations.reporting_duty (organization_id, effective_from, kinds, recorded_at) VALUES ($1, $2, $3, $4)`,
      [organizationId, from, kinds, this.clock.now()],
    );
    await manager.query(
      `UPDATE organizations.organization SET reports = coalesce((
         SELECT 'disbursement' = ANY(kinds) FROM organizations.reporting_duty WHERE organization_id = $1 AND effective_from <= $2
         ORDER BY effective_from DESC, id DESC LIMIT 1
       ), false) WHERE id = $1`,
      [organizationId, businessDate(this.clock.now())],
    );
  }

  /** The kinds that each organisation that exists owes on a day; those that owe nothing are left out. */
  async owedOn(manager: EntityManager, day: PlainDate): Promise<Map<string, readonly DutyKind[]>> {
    const rows = await manager.query<{ id: string; kinds: DutyKind[] }[]>(
      `SELECT o.id, duty.kinds FROM organizations.organization o
         CROSS JOIN LATERAL (
           SELECT kinds FROM organizations.reporting_duty d WHERE d.organization_id = o.id AND effective_from <= $1
           ORDER BY effective_from DESC, id DESC LIMIT 1
         ) duty
       WHERE cardinality(duty.kinds) > 0 AND $1::date BETWEEN o.effective_from AND coalesce(o.effective_to, 'infinity')`,
      [day],
    );
    return new Map(rows.map(({ id, kinds }) => [id, kinds]));
  }
}

/** Who owes which return every week: the calendar of a whole district on one page. */
@Injectable()
export class ListDuties {
  constructor(private readonly dataSource: DataSource) {}

  /** The organisations that the actor sees, by name, each with its duties by day; with `asOf` those that exist then. */
  run(actor: Actor, query: OrganizationListQuery): Promise<ListOf<OrganizationDutiesView>> {
    const source = {
      columns: `o.id AS "organizationId", o.name AS "organizationName", duties.list AS duties`,
      from: `organizations.organization o CROSS JOIN LATERAL (
        SELECT coalesce(json_agg(json_build_object('from', effective_from, 'kinds', kinds) ORDER BY effective_from), '[]') AS list
        FROM (
          SELECT DISTINCT ON (effective_from) effective_from, kinds FROM organizations.reporting_duty
          WHERE organization_id = o.id ORDER BY effective_from, id DESC
        ) duty
      ) duties`,
      where: organizationsSeen(actor, query),
      sort: ORGANIZATIONS_BY_NAME,
    };
    return listPage<OrganizationDutiesView>(this.dataSource.manager, source, query);
  }
}

/**
 * The latest week whose known time is closed, so that who owed what in it is history; undefined while there is none. A
 * freezing that begins meanwhile waits for the caller's transaction (the lock of ADR 0050).
 */
async function lastFrozenWeek(manager: EntityManager): Promise<string | undefined> {
  await manager.query(`SELECT pg_advisory_xact_lock_shared(hashtext('weekly_cut'))`);
  const [row] = await manager.query<{ week: string | null }[]>(
    'SELECT max(week) AS week FROM snapshots.weekly_cut_ref',
  );
  return row?.week ?? undefined;
}
