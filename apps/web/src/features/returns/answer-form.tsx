import { type SubmitEvent, useState } from 'react';
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
import { Formats, usePreferences, useText } from '../../language';
import { useDraft } from '../../shared/form/reason-form';
import { effectOf } from './answers';
import { keyOf } from './findings';
import { messages } from './messages';
import { Refused, useOwnUnit } from './return-wording';
import type { SeenReturn } from './queries';

interface AnswerFormProps {
  readonly seen: SeenReturn;
  readonly finding: FindingView;
  readonly onAnswered: () => void;
}

/** What is typed where a question has no choices, or another answer than those is possible. */
const TYPED: Readonly<Record<string, { readonly type: string; readonly label: keyof typeof messages }>> = {
  'as-of': { type: 'date', label: 'dateLabel' },
  'plan-year': { type: 'number', label: 'yearLabel' },
  decision: { type: 'text', label: 'decisionLabel' },
};

/** Answers a question in place. Nothing is chosen beforehand. */
export function AnswerForm({ seen, finding, onAnswered }: AnswerFormProps) {
  const t = useText(messages);
  const { asks = '', choices = [] } = finding;
  const key = `${seen.id}:${keyOf(finding)}`;
  const [value, setValue] = useDraft(`${key}:value`);
  const [reason, setReason] = useDraft(`${key}:reason`);
  const [forAll, setForAll] = useState(false);
  const same = othersLike(seen.findings, finding);
  const typed = TYPED[asks];
  const needsReason = asks === 'reason';
  const answer = useAnswers(seen.id, () => {
    setValue('');
    setReason('');
    onAnswered();
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const reported = {
      value: value === '' ? null : value,
      reason: reason.trim() === '' ? null : oneLine(reason),
    };
    answer.mutate([finding, ...(forAll ? same : [])].map((one) => addressed(one, reported)));
  };
  const isComplete = needsReason ? reason.trim() !== '' : value !== '';
  return (
    <form className="rt-answer noprint" onSubmit={submit}>
      {choices.length > 0 && (
        <Choices seen={seen} finding={finding} choices={choices} chosen={value} onChoose={setValue} />
      )}
      {finding.withoutEffects && <p className="small muted">{t.effectLeftOut}</p>}
      {typed && (
        <label className="field">
          {choices.length > 0 ? `${t.otherLabel}: ${t[typed.label] as string}` : (t[typed.label] as string)}
          <input type={typed.type} value={value} onChange={(event) => setValue(event.target.value)} />
        </label>
      )}
      <label className="field">
        {needsReason ? t.reasonLabel : t.reasonOptional}
        <input
          type="text"
          maxLength={1000}
          required={needsReason}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </label>
      {needsReason && same.length > 0 && (
        <label className="rt-same">
          <input type="checkbox" checked={forAll} onChange={(event) => setForAll(event.target.checked)} />
          {t.sameReason(same.length)}
        </label>
      )}
      <Refused error={answer.error} />
      <div className="rt-acts">
        <button type="submit" className="btn btn-main" disabled={!isComplete || answer.isPending}>
          {answer.isPending ? t.answering : t.useAnswer}
        </button>
        <span className="small muted">{t.draftKept}</span>
      </div>
    </form>
  );
}

interface ChoicesProps extends Pick<AnswerFormProps, 'seen' | 'finding'> {
  readonly choices: readonly ChoiceView[];
  readonly chosen: string;
  readonly onChoose: (value: string) => void;
}

function Choices({ seen, finding, choices, chosen, onChoose }: ChoicesProps) {
  const t = useText(messages);
  const { language } = usePreferences();
  const unit = useOwnUnit(seen);
  return (
    <fieldset>
      <legend>{t.choicesLegend}</legend>
      {choices.map((choice) => {
        const effect = effectOf(seen, finding, choice);
        const label = language === 'vi' ? choice.label : choice.labelEn;
        return (
          <label key={choice.value} className="rt-option">
            <input
              type="radio"
              name={keyOf(finding)}
              value={choice.value}
              checked={choice.value === chosen}
              onChange={() => onChoose(choice.value)}
            />
            <span>
              {choice.effect ? <b>{label}</b> : label}
              {effect && (
                <small>
                  {t.effect(
                    `${unit.amount(effect.total)} ${unit.name}`,
                    effect.change === null ? null : unit.change(effect.change),
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

/** The other open questions of the same kind, which one reason can answer as well. */
function othersLike(findings: readonly FindingView[], finding: FindingView): FindingView[] {
  return findings.filter(
    (other) =>
      other !== finding &&
      other.code === finding.code &&
      other.severity === 'question' &&
      other.more === undefined,
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
  const above = effect.agrees.filter(isAbove);
  const agreeing = effect.agrees.filter((one) => one.outcome === 'agrees' && !isAbove(one));
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
      {above.map(({ read, expected }) => (
        <small key="above">
          <span aria-hidden="true">{SIGNS.agrees} </span>
          {t.effectAbove(dong(read ?? null), dong(expected ?? null))}
        </small>
      ))}
      {differing.map((one) => (
        <small key={one.with} className="rt-differs">
          <span aria-hidden="true">{SIGNS.differs} </span>
          {t.effectDiffers(
            one.with,
            one.read === undefined || one.expected === undefined
              ? null
              : [dong(one.read), dong(one.expected)],
            one.differing ?? null,
          )}
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

/** More than was approved before, as figures of a later day are: that is no agreement to the đồng. */
const isAbove = ({ with: against, outcome, read, expected }: AgreementView): boolean =>
  against === 'last-return' && outcome === 'agrees' && read !== expected;

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
