import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { ALERT_SEVERITIES, type AlertGrouping, type AlertSort } from '@thongvon/api-contract';
import type { PlainDate } from '@thongvon/kernel';
import { type Actor, OrganizationTree } from '@thongvon/organizations';
import { listPage, type ListPage } from '@thongvon/platform';
import type { AlertCounts, AlertFilter, AlertGroup, AlertOnDay } from '../domain/alert';
import { ruleOf } from '../domain/rules';
import {
  alertGroups,
  type AlertGroupRow,
  alertList,
  countAlerts,
  standingAlerts,
  type StandingAlertRow,
} from '../persistence/alert-lists';
import { alertOf, type AlertRow } from '../persistence/alert-queries';

/** Which alerts are meant, in which order, and which page of them. */
export interface AlertPage extends AlertFilter {
  readonly sort?: AlertSort;
  /** Of this organisation and all below it. */
  readonly organizationId?: string;
  readonly limit: number;
  readonly cursor?: string;
}

/** Alerts as they stand on a day. */
@Injectable()
export class ListAlerts {
  constructor(
    private readonly dataSource: DataSource,
    private readonly tree: OrganizationTree,
  ) {}

  /** A page of those that match, gravest first unless `sort` says otherwise. */
  async list(
    actor: Actor,
    { sort = 'amount', organizationId, limit, cursor, ...filter }: AlertPage,
  ): Promise<ListPage<AlertOnDay>> {
    const offices = organizationId === undefined ? undefined : await this.tree.idsBelow(organizationId);
    const list = await listPage<AlertRow>(this.dataSource.manager, alertList(actor, filter, sort, offices), {
      limit,
      ...(cursor === undefined ? {} : { cursor }),
    });
    return { ...list, items: list.items.map(alertOf) };
  }
}

interface AlertGroupsPage extends Omit<AlertPage, 'sort'> {
  readonly by: AlertGrouping;
}

/** Alerts put together, and counted. */
@Injectable()
export class GroupAlerts {
  constructor(
    private readonly dataSource: DataSource,
    private readonly tree: OrganizationTree,
  ) {}

  /** A page of groups of those that match: with the gravest and most pressing first, then the oldest, then the most. */
  async groups(
    actor: Actor,
    { by, organizationId, limit, cursor, ...filter }: AlertGroupsPage,
  ): Promise<ListPage<AlertGroup>> {
    const offices = organizationId === undefined ? undefined : await this.tree.idsBelow(organizationId);
    const list = await listPage<AlertGroupRow>(
      this.dataSource.manager,
      alertGroups(actor, filter, by, offices),
      { limit, ...(cursor === undefined ? {} : { cursor }) },
    );
    return { ...list, items: list.items.map(groupOf) };
  }

  /** How many hold on the day, of all that the actor sees, and the latest week that the rules have looked at by then. */
  counts(
    actor: Actor,
    asOf: PlainDate,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<AlertCounts> {
    return countAlerts(manager, actor, asOf);
  }
}

function groupOf({ gravity, ...group }: AlertGroupRow): AlertGroup {
  return { ...group, severity: ALERT_SEVERITIES[gravity] ?? 'info' };
}

/** An alert that holds, as far as a week's letters look at it. */
export interface StandingAlert extends Omit<StandingAlertRow, 'subjectKind' | 'subjectId'> {
  readonly title: string;
  /** The blocker that it is about. */
  readonly blockerId: string | null;
  /** About what those who clear a part of the project see as well: a blocker, or an advance of compensation. */
  readonly ofClearance: boolean;
}

/** Every alert that holds on a day, whoever's it is. */
@Injectable()
export class StandingAlerts {
  constructor(private readonly dataSource: DataSource) {}

  /** Without those put off. Gravest first, then most capital. Thousands of them, so in one question and without pages. */
  async on(day: PlainDate, manager: EntityManager = this.dataSource.manager): Promise<StandingAlert[]> {
    const rows = await standingAlerts(manager, day);
    return rows.map(({ subjectKind, subjectId, ...row }) => ({
      ...row,
      title: ruleOf(row.rule).title[0],
      blockerId: subjectKind === 'blocker' ? subjectId : null,
      ofClearance: subjectKind === 'blocker' || subjectKind === 'advance',
    }));
  }
}
