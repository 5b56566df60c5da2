import type { ChangeBlockerRequest } from '@thongvon/api-contract';
import { useText } from '../../../language';
import { DateInput } from '../../../shared/form/date-input';
import { Choice, given, LongText, optionsOf, TextField } from '../../../shared/form/fields';
import { Form } from '../../../shared/form/form';
import { oneLine } from '../../../shared/form/text-check';
import { changesOf, filledFrom, orNull } from '../../../shared/form/use-form';
import { DueField } from '../due-field';
import { UnitField } from '../unit-field';
import { LEVELS, messages } from './messages';
import { useAct } from './use-act';
import type { ActFormProps } from './work-form';

const CHARGE = { due: '', responsibleUnit: '', responsiblePerson: '', decidingLevel: '' };

/** Who must act, by when, and who is able to decide. */
export function ChargeForm({ blocker, today, onDone }: ActFormProps) {
  const t = useText(messages);
  const levels = useText(LEVELS);
  const before = filledFrom(CHARGE, blocker);
  const { values, field, question, form } = useAct({
    blocker,
    name: 'charge',
    fields: { ...before, reason: '' },
    words: 'reason',
    send: ['PATCH', ''],
    request: ({ reason, ...charge }) => changed(before, charge, reason),
    onDone,
  });
  return (
    <Form {...form} submit={t.chargeSave}>
      <DueField field={field('due')} label={t.due} today={today} />
      <div className="form-row">
        <UnitField {...field('responsibleUnit')} label={t.unit} />
        <TextField {...field('responsiblePerson')} label={t.person} hint={t.personHint} maxLength={200} />
        <Choice
          {...field('decidingLevel')}
          value={values.decidingLevel as keyof typeof levels | ''}
          label={t.decidingLevel}
          none={t.levelNone}
          options={optionsOf(levels)}
        />
      </div>
      <TextField {...field('reason')} label={t.whyOptional} maxLength={1000} />
      {question}
    </Form>
  );
}

const WORDING = { description: '', contractor: '', openedOn: '' };

/** What stands in the way, in better words; since when; the contractor that holds it up. */
export function WordingForm({ blocker, today, onDone }: ActFormProps) {
  const t = useText(messages);
  const before = filledFrom(WORDING, blocker);
  const { field, question, form } = useAct({
    blocker,
    name: 'wording',
    fields: before,
    words: 'description',
    send: ['PATCH', ''],
    request: ({ description, ...rest }) =>
      oneLine(description) === ''
        ? undefined
        : changed(before, { ...rest, description: oneLine(description) }, ''),
    onDone,
  });
  return (
    <Form {...form} submit={t.wordingSave}>
      <LongText {...field('description')} label={t.description} required maxLength={2000} />
      {question}
      <div className="form-row">
        <DateInput {...field('openedOn')} label={t.openedOn} max={today} required />
        <TextField {...field('contractor')} label={t.contractor} maxLength={300} />
      </div>
    </Form>
  );
}

/** What differs, '' being none; undefined where nothing does. */
function changed<T extends object>(before: T, draft: T, reason: string): ChangeBlockerRequest | undefined {
  const difference = changesOf(before, draft);
  if (difference === undefined) return undefined;
  const fields = Object.entries<string>(difference as Record<string, string>);
  return {
    ...(Object.fromEntries(
      fields.map(([name, value]) => [name, orNull(value.trim())]),
    ) as ChangeBlockerRequest),
    ...given('reason', oneLine(reason)),
  };
}
