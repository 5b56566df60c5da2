import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { PlainDate } from '@thongvon/kernel';
import { type DueTask, tasksDue } from '../persistence/due-tasks';

export type { DueTask };

/** Tasks on which offices have still to report, whoever sees them: for those who remind of them. */
@Injectable()
export class TasksDue {
  /** Due on one of these days, both included; by date. */
  within(manager: EntityManager, from: PlainDate, through: PlainDate): Promise<DueTask[]> {
    return tasksDue(manager, from, through);
  }
}
