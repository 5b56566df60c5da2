import type { BlockerAction, BlockerActionRequest, BlockerDetailView } from '@thongvon/api-contract';
import { useText } from '../../../language';
import { DateInput } from '../../../shared/form/date-input';
import { EvidenceField, NO_EVIDENCE, proofOf } from '../../../shared/form/evidence-field';
import { Choice, given, LongText, optionsOf, TextField } from '../../../shared/form/fields';
import { Form } from '../../../shared/form/form';
import { oneLine } from '../../../shared/form/text-check';
import { ACTION_NAMES, messages } from './messages';
import { useAct } from './use-act';

export interface ActFormProps {
  readonly blocker: BlockerDetailView;
  readonly today: string;
  readonly onDone: () => void;
}

/** Writes down what was done about a blocker, when, and what proves it. */
export function WorkForm({ blocker, today, onDone }: ActFormProps) {
  const t = useText(messages);
  const { 'still-open': _, ...names } = useText(ACTION_NAMES);
  const { values, set, field, question, form } = useAct({
    blocker,
    name: 'work',
    fields: { type: 'work', text: '', on: '', evidence: '', ...NO_EVIDENCE },
    words: 'text',
    send: ['POST', '/actions'],
    request: ({ type, text, on, evidence, ...file }): BlockerActionRequest | undefined =>
      oneLine(text) === '' || type === ''
        ? undefined
        : {
            type: type as BlockerAction,
            text: oneLine(text),
            ...given('on', on),
            ...given('evidence', evidence),
            ...proofOf(file),
          },
    onDone,
  });
  return (
    <Form {...form} submit={t.save}>
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
      <EvidenceField projectId={blocker.project.id} value={values} onChange={set} />
    </Form>
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
