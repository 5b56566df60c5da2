import { useMutation, useQueryClient } from '@tanstack/react-query';
import type {
  AgreementView,
  AnswerRequest,
  ChoiceEffectView,
  ChoiceView,
  FindingView,
  ReturnStatusView,
} from '@thongvon/api-contract';
import { send } from '../../api/client';
import { Formats, usePreferences, useSaid, useText } from '../../language';
import { DateInput } from '../../shared/form/date-input';
import { TextField } from '../../shared/form/fields';
import { Form } from '../../shared/form/form';
import { useDraft } from '../../shared/form/reason-form';
import { dropTaken, givenAlike, takenOf } from './answers';
import { messages } from './messages';
import { useOwnUnit } from './own-unit';
import type { SeenReturn } from './queries';

interface AnswerFormProps {
  readonly seen: SeenReturn;
  /** Names what is typed here, which is kept. */
  readonly id: string;
  /** One, or several that one answer settles. */
  readonly findings: readonly FindingView[];
  readonly choices: readonly ChoiceView[];
  readonly onAnswered: () => void;
}

/** Answers a question in place, or several of one cause at once. Nothing is chosen beforehand but what was answered already. */
export function AnswerForm({ seen, id, findings, choices, onAnswered }: AnswerFormProps) {
  const t = useText(messages);
  const client = useQueryClient();
  const listed = findings.filter(({ more }) => more === undefined);
  const [first] = listed;
  const asks = first?.asks ?? '';
  const key = `${seen.id}:${id}`;
  const given = givenAlike(listed, seen.answers, takenOf(client, seen.id));
  const isOffered = TYPED.includes(asks) || choices.some((choice) => choice.value === given?.value);
  const [value, setValue, forgetValue] = useDraft(
    `${key}:value`,
    isOffered ? (given?.value ?? undefined) : undefined,
  );
  const [reason, setReason, forgetReason] = useDraft(`${key}:reason`, given?.reason ?? undefined);
  const needsReason = asks === 'reason';
  const answer = useAnswers(seen.id, () => {
    forgetValue();
    forgetReason();
    dropTaken(client, seen.id, listed);
    onAnswered();
  });
  const submit = () => {
    const reported = {
      value: value === '' ? null : value,
      reason: reason.trim() === '' ? null : oneLine(reason),
    };
    answer.mutate(listed.map((one) => addressed(one, reported)));
  };
  return (
    <div
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !event.ctrlKey) return;
        event.preventDefault();
        event.currentTarget.querySelector('form')?.requestSubmit();
      }}
    >
      <Form
        className="rt-answer noprint"
        submit={
          answer.isPending ? t.answering : listed.length > 1 ? t.useAnswerForAll(listed.length) : t.useAnswer
        }
        change={answer}
        ready={needsReason ? reason.trim() !== '' : value !== ''}
        onSubmit={submit}
        actions={<span className="small muted">{t.draftKept}</span>}
      >
        {choices.length > 0 && (
          <Choices seen={seen} name={key} choices={choices} chosen={value} onChoose={setValue} />
        )}
        {first?.withoutEffects && <p className="small muted">{t.effectLeftOut}</p>}
        <TypedAnswer asks={asks} isOther={choices.length > 0} value={value} onChange={setValue} />
        <TextField
          label={needsReason ? t.reasonLabel : t.reasonOptional}
          maxLength={1000}
          required={needsReason}
          value={reason}
          onChange={setReason}
        />
      </Form>
    </div>
  );
}

/** What can be typed instead of chosen. */
const TYPED: readonly string[] = ['as-of', 'plan-year', 'decision'];

interface TypedAnswerProps {
  readonly asks: string;
  /** There are choices, of which none may be right. */
  readonly isOther: boolean;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** What is typed where a question has no choices, or another answer than those is possible. */
function TypedAnswer({ asks, isOther, value, onChange }: TypedAnswerProps) {
  const t = useText(messages);
  const said = (label: string) => (isOther ? `${t.otherLabel}: ${label}` : label);
  switch (asks) {
    case 'as-of':
      return <DateInput label={said(t.dateLabel)} value={value} onChange={(date = '') => onChange(date)} />;
    case 'plan-year':
      return <TextField label={said(t.yearLabel)} type="number" value={value} onChange={onChange} />;
    case 'decision':
      return <TextField label={said(t.decisionLabel)} value={value} onChange={onChange} />;
    default:
      return null;
  }
}

interface ChoicesProps extends Pick<AnswerFormProps, 'seen' | 'choices'> {
  readonly name: string;
  readonly chosen: string;
  readonly onChoose: (value: string) => void;
}

function Choices({ seen, name, choices, chosen, onChoose }: ChoicesProps) {
  const t = useText(messages);
  const say = useSaid();
  const unit = useOwnUnit(seen);
  return (
    <fieldset className="rt-choices">
      <legend>{t.choicesLegend}</legend>
      {choices.map((choice) => {
        const { money } = choice;
        const label = say(choice, 'label');
        return (
          <label key={choice.value} className="rt-option">
            <input
              type="radio"
              name={name}
              value={choice.value}
              checked={choice.value === chosen}
              onChange={() => onChoose(choice.value)}
            />
            <span>
              {choice.effect ? <b>{label}</b> : label}
              {money && (
                <small>
                  {t.effect(
                    `${unit.amount(money.total)} ${unit.name}`,
                    money.change === null ? null : unit.change(money.change),
                  )}
                </small>
              )}
              {choice.effect && <ChoiceEffect effect={choice.effect} />}
            </span>
          </label>
        );
      })}
    </fieldset>
  );
}

function addressed(
  { code, sheet, cell, value: asked }: FindingView,
  reported: Pick<AnswerRequest, 'value' | 'reason'>,
): AnswerRequest {
  return { code, sheet, cell, asked, ...reported };
}

/** The API takes one line. */
const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

const SIGNS: Readonly<Record<AgreementView['outcome'], string>> = {
  agrees: '✓',
  differs: '✗',
  unknown: '–',
};

/**
 * What a choice would make of the return, and whether that agrees with what is known. In whole đồng: the question may be
 * the very unit. All of it as the reader found it.
 */
function ChoiceEffect({ effect }: { readonly effect: ChoiceEffectView }) {
  const t = useText(messages);
  const { language } = usePreferences();
  const formats = new Formats(language, 'dong');
  const dong = (amount: string | null): string => (amount === null ? t.effectUnread : formats.dong(amount));
  const differing = effect.agrees.filter(({ outcome }) => outcome === 'differs');
  const notLess = effect.agrees.filter(isNotLess);
  const agreeing = effect.agrees.filter((one) => one.outcome === 'agrees' && !isNotLess(one));
  const sums = ({ read, expected }: AgreementView): readonly [string, string] | null =>
    read === undefined || expected === undefined ? null : [dong(read), dong(expected)];
  const unknown = effect.agrees.filter(({ outcome }) => outcome === 'unknown');
  return (
    <>
      <small>{t.effectTotal(dong(effect.total.planned), dong(effect.total.disbursed))}</small>
      {agreeing.length > 0 && (
        <small>
          <span aria-hidden="true">{SIGNS.agrees} </span>
          {t.effectAgrees(agreeing.map((one) => one.with))}
        </small>
      )}
      {notLess.map((one) => (
        <small key={one.with}>
          <span aria-hidden="true">{SIGNS.agrees} </span>
          {t.effectNotLess(sums(one))}
        </small>
      ))}
      {differing.map((one) => (
        <small key={one.with} className="rt-differs">
          <span aria-hidden="true">{SIGNS.differs} </span>
          {t.effectDiffers(one.with, sums(one), one.differing ?? null)}
        </small>
      ))}
      {unknown.length > 0 && (
        <small>
          <span aria-hidden="true">{SIGNS.unknown} </span>
          {t.effectUnknown(unknown.map((one) => one.with))}
        </small>
      )}
    </>
  );
}

/** Of the last return it is only said that nothing has fallen (ADR 0233). */
const isNotLess = ({ with: against, outcome }: AgreementView): boolean =>
  against === 'last-return' && outcome === 'agrees';

/** Gives answers; the workbook is then read again in their light. */
export function useAnswers(id: string, onSuccess: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (answers: AnswerRequest[]) =>
      send<ReturnStatusView>('POST', `/api/returns/${id}/answers`, { answers }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['returns'] });
      onSuccess();
    },
  });
}
