import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { evidenceKeyReused, Proofs, type SentEvidence } from '@thongvon/land-clearance';
import type { Actor } from '@thongvon/organizations';
import { Audit } from '@thongvon/platform';
import { isOnOfficesSide } from '../domain/task-acts';
import { isShownWithTask, keepForTask } from '../persistence/task-files';
import { visibleTask } from '../persistence/task-lists';
import { problems } from './problems';

/** Photos and documents that prove what was done of a task. They are kept with all evidence; whose they are is said here. */
@Injectable()
export class TaskFiles {
  constructor(
    private readonly dataSource: DataSource,
    private readonly proofs: Proofs,
    private readonly audit: Audit,
  ) {}

  /** Keeps one, with its key once; of the office whose task it is. Throws TASK-NOT-FOUND, TASK-NOT-YOURS, and as `Proofs.keep`. */
  async keep(actor: Actor, taskId: string, sent: SentEvidence): ReturnType<Proofs['keep']> {
    return this.dataSource.transaction(async (manager) => {
      const task = await visibleTask(manager, actor, taskId);
      if (!task) throw problems.taskUnknown();
      if (!isOnOfficesSide(actor, { organizationId: task.organization.id })) throw problems.notYours();
      const { file, isNew } = await this.proofs.keepWithin(manager, actor, null, sent);
      if (!(await keepForTask(manager, taskId, file.id))) throw evidenceKeyReused();
      if (isNew) await this.audit.record(manager, actor.userId, 'evidence-file.keep', `task:${taskId}`);
      return file;
    });
  }

  /** One that was sent for the task or that its history names, for who sees the task. Throws TASK-NOT-FOUND and TASK-FILE-NOT-FOUND. */
  async file(actor: Actor, taskId: string, fileId: string): ReturnType<Proofs['file']> {
    const { manager } = this.dataSource;
    if (!(await visibleTask(manager, actor, taskId))) throw problems.taskUnknown();
    if (!(await isShownWithTask(manager, taskId, fileId))) throw problems.fileUnknown();
    return this.proofs.fileFor(manager, fileId);
  }
}
