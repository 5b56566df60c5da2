import type { BlockerAction, BlockerActionRequest, BlockerDetailView } from '@thongvon/api-contract';
import { useText } from '../../../language';
import { DateInput } from '../../../shared/form/date-input';
import { EvidenceField, NO_EVIDENCE, proofOf } from '../../../shared/form/evidence-field';
import { Choice, given, LongText, optionsOf, TextField } from '../../../shared/form/fields';
import { Form } from '../../../shared/form/form';
import { oneLine } from '../../../shared/form/text-check';
import { useWaitingForm } from '../../../shared/form/use-kept-form';
import { ACTION_NAMES, messages } from './messages';
import { projectFiles } from '../../../shared/photo/ready-file';
import { actName, STALE, useAct } from './use-act';

export interface ActFormProps {
  readonly blocker: BlockerDetailView;
  readonly today: string;
  readonly onDone: () => void;
}

/** Writes down what was done about a blocker, when, and what proves it; also where there is no network. */
export function WorkForm({ blocker, today, onDone }: ActFormProps) {
  const t = useText(messages);
  const { 'still-open': _, ...names } = useText(ACTION_NAMES);
  const { id, project, description } = blocker;
  const { values, set, field, question, form, waits, isKept } = useWaitingForm<
    Typed,
    BlockerActionRequest,
    BlockerDetailView
  >({
    name: actName(id, 'work'),
    fields: { type: 'work', text: '', on: '', evidence: '', ...NO_EVIDENCE },
    words: 'text',
    path: `/api/blockers/${id}/actions`,
    about: { title: `${project.name}: ${description}`, page: `/vuong-mac/${id}` },
    filesAt: projectFiles(project.id),
    stale: STALE,
    request: ({ type, text, on, evidence, ...file }): BlockerActionRequest | undefined =>
      oneLine(text) === '' || type === ''
        ? undefined
        : {
            type: type as BlockerAction,
            text: oneLine(text),
            // What waits for a network is of the day on which it was written.
            on: on === '' ? today : on,
            ...given('evidence', evidence),
            ...proofOf(file),
          },
    onDone,
  });
  return (
    <Form {...form} submit={t.save} actions={isKept && <KeptNote />}>
      <Choice
        {...field('type')}
        value={values.type as keyof typeof names}
        label={t.actType}
        options={optionsOf(names)}
      />
      <LongText {...field('text')} label={t.actText} required maxLength={2000} />
      {question}
      <div className="form-row">
        <DateInput {...field('on')} label={t.on} hint={t.onHint} max={today} />
        <TextField {...field('evidence')} label={t.actEvidence} maxLength={500} />
      </div>
      <EvidenceField filesAt={projectFiles(project.id)} value={values} onChange={set} waits={waits} />
    </Form>
  );
}

type Typed = Readonly<Record<'type' | 'text' | 'on' | 'evidence', string>> & typeof NO_EVIDENCE;

/** Says that what was written is safe, though nobody else sees it yet. */
function KeptNote() {
  const t = useText(messages);
  return (
    <span className="small strong" role="status">
      {t.keptHere}
    </span>
  );
}

/** Says that it still stands in the way, after a return no longer named it. */
export function StillOpenForm({ blocker, onDone }: ActFormProps) {
  const t = useText(messages);
  const { field, question, form } = useAct({
    blocker,
    name: 'still-open',
    fields: { text: '' },
    words: 'text',
    send: ['POST', '/actions'],
    request: ({ text }): BlockerActionRequest | undefined =>
      oneLine(text) === '' ? undefined : { type: 'still-open', text: oneLine(text) },
    onDone,
  });
  return (
    <Form {...form} submit={t.stillOpenConfirm}>
      <LongText {...field('text')} label={t.stillOpenText} required maxLength={2000} />
      {question}
    </Form>
  );
}
