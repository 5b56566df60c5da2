import type { CloseBlockerRequest, ReopenBlockerRequest } from '@thongvon/api-contract';
import { useText } from '../../../language';
import { DateInput } from '../../../shared/form/date-input';
import { EvidenceField, NO_EVIDENCE, proofOf } from '../../../shared/form/evidence-field';
import { given, LongText, TextField } from '../../../shared/form/fields';
import { Form } from '../../../shared/form/form';
import { oneLine } from '../../../shared/form/text-check';
import { projectFiles } from '../../../shared/photo/ready-file';
import { messages } from './messages';
import { useAct } from './use-act';
import type { ActFormProps } from './work-form';

/** Closes a blocker: how it was solved, when, and what proves it. */
export function CloseForm({ blocker, today, onDone }: ActFormProps) {
  const t = useText(messages);
  const { values, set, field, question, form } = useAct({
    blocker,
    name: 'close',
    fields: { reason: '', on: '', evidence: '', ...NO_EVIDENCE },
    words: 'reason',
    send: ['POST', '/closing'],
    request: ({ reason, on, evidence, ...file }): CloseBlockerRequest | undefined =>
      oneLine(reason) === ''
        ? undefined
        : {
            reason: oneLine(reason),
            ...given('on', on),
            ...given('evidence', evidence),
            ...proofOf(file),
          },
    onDone,
  });
  return (
    <Form {...form} submit={t.closeConfirm}>
      <LongText {...field('reason')} label={t.closeReason} required maxLength={2000} />
      {question}
      <div className="form-row">
        <DateInput {...field('on')} label={t.closedOn} hint={t.onHint} max={today} />
        <TextField {...field('evidence')} label={t.closeEvidence} maxLength={500} />
      </div>
      <EvidenceField filesAt={projectFiles(blocker.project.id)} value={values} onChange={set} />
    </Form>
  );
}

/** Opens a closed one again. */
export function ReopenForm({ blocker, today, onDone }: ActFormProps) {
  const t = useText(messages);
  const { field, question, form } = useAct({
    blocker,
    name: 'reopen',
    fields: { reason: '', on: '' },
    words: 'reason',
    send: ['POST', '/reopening'],
    request: ({ reason, on }): ReopenBlockerRequest | undefined =>
      oneLine(reason) === '' ? undefined : { reason: oneLine(reason), ...given('on', on) },
    onDone,
  });
  return (
    <Form {...form} minor submit={t.reopenConfirm}>
      <LongText {...field('reason')} label={t.reopenReason} required maxLength={2000} />
      {question}
      <DateInput {...field('on')} label={t.reopenOn} hint={t.onHint} max={today} />
    </Form>
  );
}
