import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '@thongvon/organizations';
import { listPage, type ListPage } from '@thongvon/platform';
import {
  cameBackReturns,
  type CameBackReturn,
  repliedReturns,
  type RepliedReturn,
  waitingReturns,
  type WaitingReturns,
} from '../persistence/waiting-rows';
import { returnList, type ReturnRow } from '../persistence/return-rows';

/** How many of what was settled are named. */
const MOST_SETTLED = 10;

/** What returns ask of those who send them and of those who approve them. */
@Injectable()
export class ReturnsToDo {
  /** What came back to the actor's own organisation, and nothing that was handed in since takes its place. */
  cameBack(manager: EntityManager, actor: Actor): Promise<CameBackReturn[]> {
    return cameBackReturns(manager, actor.organizationId);
  }

  /** Drafts of the actor's own organisation: how many, and the newest. */
  drafts(manager: EntityManager, actor: Actor): Promise<ListPage<ReturnRow>> {
    return listPage<ReturnRow>(manager, returnList([actor.organizationId], { part: 'drafts' }), { limit: 1 });
  }

  /** What of these organisations was approved since, the last received first. */
  async settled(
    manager: EntityManager,
    offices: readonly string[],
    since: Date,
  ): Promise<readonly ReturnRow[]> {
    const list = returnList(offices, { approvedSince: since });
    return (await listPage<ReturnRow>(manager, list, { limit: MOST_SETTLED })).items;
  }

  /** What waits for approval, of all that the actor sees. */
  waiting(manager: EntityManager, actor: Actor): Promise<WaitingReturns> {
    return waitingReturns(manager, actor.scope, actor.userId);
  }

  /** Of it what was handed in again with a word on why it is right. */
  replied(manager: EntityManager, actor: Actor): Promise<RepliedReturn[]> {
    return repliedReturns(manager, actor.scope);
  }
}
