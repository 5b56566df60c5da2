import type { ChangeBlockerRequest } from '@thongvon/api-contract';
import { useText } from '../../../language';
import { DongInput } from '../../../shared/form/dong-input';
import { LongText } from '../../../shared/form/fields';
import { Form } from '../../../shared/form/form';
import { oneLine } from '../../../shared/form/text-check';
import { wholeDong } from '../../../shared/form/typed';
import { messages } from './messages';
import { useAct } from './use-act';
import type { ActFormProps } from './work-form';

/** Sets what a blocker holds, where that isn't all that the project has left, and why. */
export function HeldForm({ blocker, onDone }: Omit<ActFormProps, 'today'>) {
  const t = useText(messages);
  const { field, question, form } = useAct({
    blocker,
    name: 'held',
    fields: { capitalHeld: '', reason: '' },
    words: 'reason',
    send: ['PATCH', ''],
    request: ({ capitalHeld, reason }): ChangeBlockerRequest | undefined => {
      const dong = wholeDong(capitalHeld);
      return dong === null || oneLine(reason) === ''
        ? undefined
        : { capitalHeld: dong, reason: oneLine(reason) };
    },
    onDone,
  });
  return (
    <>
      <Form {...form} submit={t.heldSave}>
        <DongInput {...field('capitalHeld')} label={t.heldAmount} hint={t.heldHint} />
        <LongText {...field('reason')} label={t.heldReason} required maxLength={1000} />
        {question}
      </Form>
      {blocker.capitalHeldBasis.method === 'set-by-person' && (
        <ReckonAgain blocker={blocker} onDone={onDone} />
      )}
    </>
  );
}

/** Takes a set amount back: what it holds is plan less disbursed again. */
function ReckonAgain({ blocker, onDone }: Omit<ActFormProps, 'today'>) {
  const t = useText(messages);
  const { field, question, form } = useAct({
    blocker,
    name: 'held-again',
    fields: { reason: '' },
    words: 'reason',
    send: ['PATCH', ''],
    request: ({ reason }): ChangeBlockerRequest | undefined =>
      oneLine(reason) === '' ? undefined : { capitalHeld: null, reason: oneLine(reason) },
    onDone,
  });
  return (
    <Form {...form} minor submit={t.heldAgain}>
      <LongText {...field('reason')} label={t.heldAgainReason} required maxLength={1000} />
      {question}
    </Form>
  );
}
