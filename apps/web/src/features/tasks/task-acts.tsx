import { useState } from 'react';
import type {
  TaskAct,
  TaskConfirmationRequest,
  TaskDetailView,
  TaskDueRequest,
  TaskReasonRequest,
  TaskReportRequest,
} from '@thongvon/api-contract';
import { useText } from '../../language';
import { Refusal } from '../../shared';
import { DateInput } from '../../shared/form/date-input';
import { EvidenceField, NO_EVIDENCE } from '../../shared/form/evidence-field';
import { given, LongText, TextField } from '../../shared/form/fields';
import { Form, useChange, useFields } from '../../shared/form/form';
import { oneLine } from '../../shared/form/text-check';
import { useKeptForm } from '../../shared/form/use-kept-form';
import { TASKS_STALE } from '../../shared/tasks/queries';
import { messages } from './messages';

interface ActsProps {
  readonly task: TaskDetailView;
  readonly today: string;
}

/** In this order; the first that may be done is the page's main action. */
const ORDER: readonly TaskAct[] = [
  'accepted',
  'reported',
  'confirmed',
  'sent-back',
  'given-again',
  'due-proposed',
  'refused',
  'due-moved',
  'due-declined',
  'withdrawn',
];

/** Where each is sent to. */
const PATHS: Readonly<Record<TaskAct, string>> = {
  accepted: 'acceptance',
  reported: 'report',
  refused: 'refusal',
  confirmed: 'confirmation',
  'sent-back': 'sending-back',
  withdrawn: 'withdrawal',
  'given-again': 'renewal',
  'due-proposed': 'due-proposal',
  'due-moved': 'due',
  'due-declined': 'due-refusal',
};

/** What the person may do to the task, as the server says; what needs words opens a form below. */
export function TaskActs({ task, today }: ActsProps) {
  const t = useText(messages);
  const names = useNames();
  const [opened, setOpened] = useState<TaskAct>();
  const close = () => setOpened(undefined);
  const accept = useChange<object>('POST', pathOf(task, 'accepted'), { stale: TASKS_STALE });
  const agree = useChange<TaskDueRequest>('POST', pathOf(task, 'due-moved'), { stale: TASKS_STALE });
  const { may, proposedDue } = task;
  const acts = ORDER.filter((act) => may.includes(act));
  if (acts.length === 0) return null;
  return (
    <section className="noprint" aria-label={t.pageTitle}>
      <div className="tk-acts">
        {proposedDue !== null && may.includes('due-moved') && (
          <button
            type="button"
            className="btn btn-main"
            disabled={agree.isPending}
            onClick={() => agree.mutate({ due: proposedDue.due, reason: t.agreed })}
          >
            {t.agree}
          </button>
        )}
        {acts.map((act, index) => (
          <button
            key={act}
            type="button"
            className={index === 0 && proposedDue === null ? 'btn btn-main' : 'btn'}
            disabled={accept.isPending}
            aria-expanded={act === 'accepted' ? undefined : act === opened}
            onClick={() =>
              act === 'accepted' ? accept.mutate({}) : setOpened(act === opened ? undefined : act)
            }
          >
            {names[act]}
          </button>
        ))}
      </div>
      <Refusal error={accept.error ?? agree.error} />
      {opened !== undefined && may.includes(opened) && (
        <div className="tk-form">
          <ActForm key={opened} act={opened} task={task} today={today} onDone={close} />
        </div>
      )}
    </section>
  );
}

const pathOf = ({ id }: TaskDetailView, act: TaskAct): string => `/api/tasks/${id}/${PATHS[act]}`;

function useNames(): Readonly<Record<TaskAct, string>> {
  const t = useText(messages);
  return {
    accepted: t.accept,
    reported: t.report,
    refused: t.refuse,
    confirmed: t.confirm,
    'sent-back': t.sendBack,
    withdrawn: t.withdraw,
    'given-again': t.renew,
    'due-proposed': t.propose,
    'due-moved': t.move,
    'due-declined': t.decline,
  };
}

interface ActFormProps extends ActsProps {
  readonly act: TaskAct;
  readonly onDone: () => void;
}

function ActForm(props: ActFormProps) {
  switch (props.act) {
    case 'reported':
      return <ReportForm {...props} />;
    case 'confirmed':
      return <ConfirmForm {...props} />;
    case 'due-proposed':
    case 'due-moved':
      return <DueForm {...props} />;
    default:
      return <ReasonedForm {...props} />;
  }
}

function useCancel(onDone: () => void) {
  const t = useText(messages);
  return (
    <button type="button" className="btn" onClick={onDone}>
      {t.cancel}
    </button>
  );
}

/** What was done, and what proves it: a document, a photo, a file. */
function ReportForm({ task, act, onDone }: ActFormProps) {
  const t = useText(messages);
  const names = useNames();
  const cancel = useCancel(onDone);
  const { values, set, field, question, form } = useKeptForm<Reported, TaskReportRequest, TaskDetailView>({
    name: `task:${task.id}:report`,
    fields: { text: '', documentNumber: '', documentDate: '', ...NO_EVIDENCE },
    words: 'text',
    send: ['POST', pathOf(task, act)],
    request: ({ text, documentNumber, documentDate, fileId }) => {
      const proof = {
        ...given('documentNumber', documentNumber),
        ...given('documentDate', documentDate),
        ...given('fileId', fileId),
      };
      if (oneLine(text) === '') return undefined;
      return { text: oneLine(text), ...(Object.keys(proof).length === 0 ? {} : { proof }) };
    },
    stale: TASKS_STALE,
    onDone,
  });
  return (
    <Form {...form} submit={names[act]} actions={cancel}>
      <LongText {...field('text')} label={t.text} hint={t.textHint} required maxLength={2000} />
      {question}
      <TextField {...field('documentNumber')} label={t.documentNumber} maxLength={100} />
      <DateInput {...field('documentDate')} label={t.documentDate} />
      <EvidenceField filesAt={`/api/tasks/${task.id}/evidence-files`} value={values} onChange={set} />
    </Form>
  );
}

type Reported = Readonly<Record<'text' | 'documentNumber' | 'documentDate', string>> & typeof NO_EVIDENCE;

function ConfirmForm({ task, act, onDone }: ActFormProps) {
  const t = useText(messages);
  const names = useNames();
  const cancel = useCancel(onDone);
  const { values, field } = useFields({ text: '' });
  const confirm = useChange<TaskConfirmationRequest>('POST', pathOf(task, act), {
    stale: TASKS_STALE,
    onDone,
  });
  return (
    <Form
      submit={names[act]}
      change={confirm}
      onSubmit={() => confirm.mutate(given('text', values.text))}
      actions={cancel}
    >
      <TextField {...field('text')} label={t.seen} maxLength={1000} />
    </Form>
  );
}

function DueForm({ task, today, act, onDone }: ActFormProps) {
  const t = useText(messages);
  const names = useNames();
  const cancel = useCancel(onDone);
  const { values, field } = useFields({ due: '', reason: '' });
  const { due, reason } = values;
  const change = useChange<TaskDueRequest>('POST', pathOf(task, act), { stale: TASKS_STALE, onDone });
  return (
    <Form
      submit={names[act]}
      change={change}
      ready={due !== '' && reason.trim() !== ''}
      onSubmit={() => change.mutate({ due, reason: reason.trim() })}
      actions={cancel}
    >
      <DateInput {...field('due')} label={t.dueNew} required min={today} />
      <TextField {...field('reason')} label={t.reason} required maxLength={1000} />
    </Form>
  );
}

function ReasonedForm({ task, act, onDone }: ActFormProps) {
  const t = useText(messages);
  const names = useNames();
  const cancel = useCancel(onDone);
  const { values, field } = useFields({ reason: '' });
  const reason = values.reason.trim();
  const change = useChange<TaskReasonRequest>('POST', pathOf(task, act), { stale: TASKS_STALE, onDone });
  return (
    <Form
      submit={names[act]}
      change={change}
      ready={reason !== ''}
      onSubmit={() => change.mutate({ reason })}
      actions={cancel}
    >
      <TextField {...field('reason')} label={t.reason} required maxLength={1000} />
    </Form>
  );
}
