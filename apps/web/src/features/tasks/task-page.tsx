import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'wouter';
import type { ProofView, TaskDetailView, TaskEventView } from '@thongvon/api-contract';
import { useToday } from '../../api/session';
import { useFormats, useText } from '../../language';
import { Banner, Loading, QueryStates, Section } from '../../shared';
import { Fact } from '../../shared/fact';
import { useTakenInWords } from '../../shared/form/evidence-field';
import { usePageTitle } from '../../shared/page';
import { taskQuery } from '../../shared/tasks/queries';
import { DueNotes, TaskState } from '../../shared/tasks/task-state';
import { CONCLUSION_KINDS, TASK_EVENTS } from '../../shared/tasks/words';
import { messages } from './messages';
import { TaskActs } from './task-acts';
import './tasks.css';

/** One task: whose turn it is, what can be done, and all that has happened. */
export function TaskPage() {
  const { id = '' } = useParams();
  const task = useQuery(taskQuery(id));
  const today = useToday();
  return (
    <main id="main" className="tk">
      <QueryStates query={task}>
        {(data) => (today === undefined ? <Loading /> : <Task task={data} today={today} />)}
      </QueryStates>
    </main>
  );
}

interface TaskProps {
  readonly task: TaskDetailView;
  readonly today: string;
}

function Task({ task, today }: TaskProps) {
  const t = useText(messages);
  const formats = useFormats();
  const { what, proposedDue, state } = task;
  usePageTitle(what);
  return (
    <>
      <p className="small muted">
        <Link href="/viec-giao">{t.crumb}</Link>
      </p>
      <h1 className={state === 'withdrawn' ? 'tk-withdrawn' : undefined}>{what}</h1>
      <p className="state-line">
        <TaskState task={task} />
        <Turn task={task} />
      </p>
      {proposedDue !== null && (
        <Banner>{t.proposal(formats.date(proposedDue.due), proposedDue.reason)}</Banner>
      )}
      <Facts task={task} />
      <TaskActs task={task} today={today} />
      <Section title={t.history}>
        <ol className="tk-history">
          {task.history.map((event) => (
            <Line key={`${event.at} ${event.type}`} taskId={task.id} event={event} />
          ))}
        </ol>
      </Section>
    </>
  );
}

/** Whose turn it is; nobody's once it has ended. */
function Turn({ task: { state, organization, giver } }: Pick<TaskProps, 'task'>) {
  const t = useText(messages);
  switch (state) {
    case 'assigned':
    case 'accepted':
      return <b>{t.turnOffice(organization.name)}</b>;
    case 'reported':
      return <b>{t.turnGiver(giver.name)}</b>;
    case 'refused':
      return <b>{t.turnRefused(giver.name)}</b>;
    default:
      return null;
  }
}

function Facts({ task }: Pick<TaskProps, 'task'>) {
  const t = useText(messages);
  const kinds = useText(CONCLUSION_KINDS);
  const formats = useFormats();
  const { organization, person, due, firstDue, concludedBy, enteredBy, conclusion, project, blockerId } =
    task;
  const { kind, number, dated, title } = conclusion;
  return (
    <dl className="facts">
      <Fact name={t.who} note={person}>
        {organization.name}
      </Fact>
      <Fact
        name={t.due}
        note={
          task.dueMoves > 0 ? (
            <>
              {t.firstDue(formats.date(firstDue))}; <DueNotes task={task} />
            </>
          ) : null
        }
      >
        <span className="n">{formats.date(due)}</span>
      </Fact>
      <Fact name={t.givenBy} note={enteredBy === null ? concludedBy.office : t.enteredBy(enteredBy.name)}>
        {concludedBy.name}
      </Fact>
      <Fact name={t.source} note={title}>
        <Link href={`/ket-luan/${conclusion.id}`}>
          {kinds[kind]} {number ?? (kind === 'page' ? '' : `(${t.noNumber})`)}{' '}
          <span className="n">{t.dated(formats.date(dated))}</span>
        </Link>
      </Fact>
      {project !== null && (
        <Fact name={t.project} note={project.code}>
          <Link href={`/du-an/${project.id}`}>{project.name}</Link>
        </Fact>
      )}
      {blockerId !== null && (
        <Fact name={t.blocker}>
          <Link href={`/vuong-mac/${blockerId}`}>{t.toBlocker}</Link>
        </Fact>
      )}
    </dl>
  );
}

interface LineProps {
  readonly taskId: string;
  readonly event: TaskEventView;
}

function Line({ taskId, event: { type, at, by, text, due, proof } }: LineProps) {
  const t = useText(messages);
  const names = useText(TASK_EVENTS);
  const formats = useFormats();
  return (
    <li>
      <span className="n muted">{formats.instant(at)}</span>
      <span>
        <b>{names[type]}</b>
        {due !== null && <span className="n"> ({t.newDue(formats.date(due))})</span>}
        {text !== null && `: ${text}`}{' '}
        <span className="muted">
          {by.name}, {by.office}
        </span>
        {proof !== null && <ProofLine taskId={taskId} proof={proof} />}
      </span>
    </li>
  );
}

interface ProofLineProps {
  readonly taskId: string;
  readonly proof: ProofView;
}

function ProofLine({ taskId, proof: { documentNumber, documentDate, source, file } }: ProofLineProps) {
  const t = useText(messages);
  const inWords = useTakenInWords();
  const formats = useFormats();
  const words = [
    ...(documentNumber === null ? [] : [documentNumber]),
    ...(documentDate === null ? [] : [t.dated(formats.date(documentDate))]),
    ...(source === null ? [] : [`${source.sheet}!${source.cell}`]),
  ].join(' ');
  const taken = file && inWords(file);
  return (
    <span className="sub">
      {words !== '' && t.proof(words)}{' '}
      {file !== null && <a href={`/api/tasks/${taskId}/evidence-files/${file.id}`}>{file.name}</a>}
      {taken !== null && ` (${taken})`}
    </span>
  );
}
