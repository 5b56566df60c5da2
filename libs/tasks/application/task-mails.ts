import { Injectable, Logger } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { TaskAct } from '@thongvon/api-contract';
import { formatPlainDate, groupBy, type PlainDate } from '@thongvon/kernel';
import { Environment, Mails, type MailWords, publicAddress, renderPlainMail } from '@thongvon/platform';
import { ANSWERING_ROLES, GIVING_ROLES } from '../domain/task-acts';
import { conclusionInWords } from '../domain/words';
import { type Addressee, addressees } from '../persistence/conclusion-rows';
import { mailedTask, type MailedTask, mailedTasks } from '../persistence/mailed-tasks';

/** Writes to the people of a task, in the transaction that gives cause to; each once. */
@Injectable()
export class TaskMails {
  private readonly logger = new Logger(TaskMails.name);

  constructor(
    private readonly mails: Mails,
    private readonly environment: Environment,
  ) {}

  /**
   * That tasks were given: one mail to each who answers for an office, however many they are. Gives the offices in which
   * nobody can be written to.
   */
  async given(
    manager: EntityManager,
    conclusionId: string,
    offices: ReadonlyMap<string, string>,
  ): Promise<{ readonly id: string; readonly name: string }[]> {
    const people = await whoAnswers(manager, [...offices.keys()]);
    const tasks = groupBy(await mailedTasks(manager, conclusionId), ({ organizationId }) => organizationId);
    const unreachable: { id: string; name: string }[] = [];
    for (const [id, name] of offices) {
      const answering = people.get(id) ?? [];
      if (answering.length === 0) unreachable.push({ id, name });
      const words = await givenMail(tasks.get(id) ?? [], publicAddress(this.environment, '/viec-giao'));
      for (const { id: userId, email: to } of answering)
        await this.write(manager, {
          key: `task-given:${conclusionId}:${userId}`,
          kind: 'task-given',
          to,
          ...words,
        });
    }
    return unreachable;
  }

  /** That the office reported, refused or asks for another date: to who entered the task, and of a refusal also to who decided. */
  async answered(
    manager: EntityManager,
    taskId: string,
    { id: eventId, type, text, due }: AnsweredBy,
  ): Promise<void> {
    const write = ANSWERS[type];
    if (!write) return;
    const task = await mailedTask(manager, taskId);
    if (!task) return;
    const userIds = [...new Set([task.enteredBy, ...(type === 'refused' ? [task.concludedBy] : [])])];
    const gives = ({ organizationId, role }: Addressee): boolean =>
      organizationId === task.giverId && (GIVING_ROLES as readonly string[]).includes(role);
    const found = (await addressees(manager, { userIds, roles: [] })).filter(gives);
    // None of them gives for the office any more: whoever else does.
    const people =
      found.length > 0
        ? found
        : await addressees(manager, { organizationIds: [task.giverId], roles: GIVING_ROLES });
    const words = await answerMail(
      write,
      task,
      { text, due },
      publicAddress(this.environment, `/viec-giao/${taskId}`),
    );
    for (const { id: userId, email: to } of people)
      await this.write(manager, {
        key: `task-answered:${eventId}:${userId}`,
        kind: 'task-answered',
        to,
        ...words,
      });
  }

  /** That the giver sent a report back, gave a refused task again, decided on a date, or withdrew it: to who answers for the office. */
  async decided(
    manager: EntityManager,
    taskId: string,
    { id: eventId, type, text, due }: AnsweredBy,
  ): Promise<void> {
    const write = DECISIONS[type];
    if (!write) return;
    const task = await mailedTask(manager, taskId);
    if (!task) return;
    const people = (await whoAnswers(manager, [task.organizationId])).get(task.organizationId) ?? [];
    const words = await answerMail(
      write,
      task,
      { text, due },
      publicAddress(this.environment, `/viec-giao/${taskId}`),
    );
    for (const { id: userId, email: to } of people)
      await this.write(manager, {
        key: `task-decided:${eventId}:${userId}`,
        kind: 'task-decided',
        to,
        ...words,
      });
  }

  /** An address that can't be written to keeps nobody else from being written to, and no task from being given. */
  private async write(manager: EntityManager, mail: Parameters<Mails['add']>[1]): Promise<void> {
    await manager.query('SAVEPOINT one_mail');
    try {
      await this.mails.add(manager, mail);
    } catch (error) {
      await manager.query('ROLLBACK TO SAVEPOINT one_mail');
      this.logger.warn(`${mail.key}: ${String(error)}`);
    }
  }
}

interface AnsweredBy {
  /** Of the event. */
  readonly id: string;
  readonly type: TaskAct;
  readonly text: string | null;
  readonly due: PlainDate | null;
}

/** People who answer for these offices: those who report, or where there are none, whoever else works there. */
async function whoAnswers(
  manager: EntityManager,
  organizationIds: readonly string[],
): Promise<Map<string, { readonly id: string; readonly email: string }[]>> {
  const people = await addressees(manager, { organizationIds, roles: ANSWERING_ROLES });
  return new Map(
    organizationIds.map((office) => {
      const all = people.filter(({ organizationId }) => organizationId === office);
      const reporters = all.filter(({ role }) => role === 'reporter');
      return [office, reporters.length > 0 ? reporters : all];
    }),
  );
}

/** How a mail of an answer begins, what its text is called, and what is to be done. */
interface AnswerWords {
  readonly heading: string;
  readonly as: string;
  readonly toDo: string;
}

const ANSWERS: Readonly<Partial<Record<TaskAct, AnswerWords>>> = {
  reported: {
    heading: 'Đơn vị đã báo lại, chờ xác nhận',
    as: 'Báo lại',
    toDo: 'Việc cần làm: mở việc, xác nhận xong hoặc trả lại kèm lý do.',
  },
  refused: {
    heading: 'Đơn vị từ chối việc được giao',
    as: 'Lý do',
    toDo: 'Việc cần làm: mở việc, giao lại hoặc thu hồi để giao đơn vị khác.',
  },
  'due-proposed': {
    heading: 'Đơn vị xin lùi hạn',
    as: 'Lý do',
    toDo: 'Việc cần làm: mở việc, đồng ý hạn mới hoặc giữ hạn cũ.',
  },
};

const DECISIONS: Readonly<Partial<Record<TaskAct, AnswerWords>>> = {
  'sent-back': {
    heading: 'Báo lại chưa đủ, việc được trả lại',
    as: 'Lý do',
    toDo: 'Việc cần làm: làm tiếp rồi báo lại.',
  },
  withdrawn: { heading: 'Việc đã được thu hồi', as: 'Lý do', toDo: 'Đơn vị không phải làm việc này nữa.' },
  'given-again': {
    heading: 'Việc được giao lại',
    as: 'Lý do',
    toDo: 'Việc cần làm: mở việc, nhận việc và báo lại khi xong.',
  },
  'due-moved': { heading: 'Hạn của việc đã đổi', as: 'Lý do', toDo: 'Việc cần làm: báo lại trước hạn mới.' },
  'due-declined': {
    heading: 'Không đồng ý lùi hạn',
    as: 'Lý do',
    toDo: 'Hạn cũ vẫn giữ nguyên. Việc cần làm: báo lại khi xong.',
  },
};

const FOOTER =
  'Thư tự động của Thông Vốn, gửi cho người của đơn vị giao hoặc nhận việc. Xin không trả lời thư này.';

/** Tells people of an office what it was given, all of a meeting in one mail. */
async function givenMail(tasks: readonly MailedTask[], url: string): Promise<MailWords> {
  const [first] = tasks;
  const heading =
    tasks.length === 1 && first
      ? `Việc được giao, hạn ${formatPlainDate(first.due)}`
      : `${tasks.length} việc được giao`;
  return {
    subject:
      first && tasks.length === 1 ? `${heading}: ${first.project ?? first.what.slice(0, 80)}` : heading,
    ...(await renderPlainMail({
      heading,
      blocks: [
        ...(first ? [{ paragraph: `${first.giver} giao theo ${conclusionInWords(first)}.` }] : []),
        ...tasks.map((task) => ({ facts: factsOf(task) })),
        { paragraph: 'Việc cần làm: mở trang, nhận việc (hoặc từ chối kèm lý do) và báo lại khi xong.' },
      ],
      action: { label: 'Mở việc được giao', url },
      footer: FOOTER,
    })),
  };
}

async function answerMail(
  { heading, as, toDo }: AnswerWords,
  task: MailedTask,
  { text, due }: Pick<AnsweredBy, 'text' | 'due'>,
  url: string,
): Promise<MailWords> {
  const proposed = due === null ? [] : [['Hạn mới', formatPlainDate(due)] as const];
  return {
    subject: `${heading}: ${task.project ?? task.what.slice(0, 80)}`,
    ...(await renderPlainMail({
      heading,
      blocks: [
        { facts: [...factsOf(task), ...proposed] },
        ...(text === null ? [] : [{ quoted: text, as }]),
        { paragraph: toDo },
      ],
      action: { label: 'Mở việc', url },
      footer: FOOTER,
    })),
  };
}

function factsOf({ what, project, organization, person, due }: MailedTask): (readonly [string, string])[] {
  return [
    ['Việc', what],
    ...(project === null ? [] : [['Dự án', project] as const]),
    ['Đơn vị', person === null ? organization : `${organization}; ${person}`],
    ['Hạn', formatPlainDate(due)],
  ];
}
