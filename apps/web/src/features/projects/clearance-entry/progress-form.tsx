import { useState } from 'react';
import type {
  ClearanceFigureView,
  EnteredProgressView,
  EnterProgressRequest,
  ProgressWarningView,
} from '@thongvon/api-contract';
import { useFormats, useSaid, useText } from '../../../language';
import { DateInput } from '../../../shared/form/date-input';
import { given, TextField } from '../../../shared/form/fields';
import { Form } from '../../../shared/form/form';
import { oneLine } from '../../../shared/form/text-check';
import { useKeptForm } from '../../../shared/form/use-kept-form';
import { figureOf, HOUSEHOLDS, TYPED_MEASURES, type TypedMeasure, typedMeasure } from './measures';
import { entryMessages, MEASURE_TEXTS } from './messages';

interface ProgressFormProps {
  readonly projectId: string;
  /** Null: of the whole project. */
  readonly segmentId: string | null;
  readonly figures: readonly ClearanceFigureView[];
  readonly today: string;
}

type Typed = Record<TypedMeasure | 'asOf' | 'reason', string>;

/** Takes numbers of land clearance as of a day, each next to the one that stands now and where that is from. */
export function ProgressForm({ projectId, segmentId, figures, today }: ProgressFormProps) {
  const t = useText(entryMessages);
  const names = useText(MEASURE_TEXTS);
  const standing = useStanding();
  const [warnings, setWarnings] = useState<readonly ProgressWarningView[]>();
  const blank = { ...Object.fromEntries(TYPED_MEASURES.map((measure) => [measure, ''])), reason: '' };
  const { values, field, question, form } = useKeptForm<Typed, EnterProgressRequest, EnteredProgressView>({
    name: `progress:${projectId}:${segmentId ?? 'whole'}`,
    fields: { ...blank, asOf: today } as Typed,
    send: ['POST', `/api/land-clearance/projects/${projectId}/progress`],
    request: (typed) => requestOf(typed, segmentId),
    words: 'reason',
    stale: [['land-clearance']],
    onDone: (entered) => setWarnings(entered.warnings),
  });
  const numbers = (measures: readonly TypedMeasure[]) => (
    <div className="form-row">
      {measures.map((measure) => {
        const typed = values[measure];
        const isWrong = typed.trim() !== '' && typedMeasure(measure, typed) === null;
        return (
          <TextField
            key={measure}
            {...field(measure)}
            label={names[measure]}
            inputMode="decimal"
            hint={isWrong ? t.notNumber : standing(figureOf(figures, measure, segmentId))}
          />
        );
      })}
    </div>
  );
  return (
    <>
      <Form {...form} submit={t.progressSave}>
        <DateInput {...field('asOf')} label={t.asOf} max={today} required />
        {numbers(HOUSEHOLDS)}
        <details>
          <summary className="small">{t.more}</summary>
          {numbers(TYPED_MEASURES.filter((measure) => !(HOUSEHOLDS as readonly string[]).includes(measure)))}
        </details>
        <TextField {...field('reason')} label={t.progressReason} maxLength={1000} />
        {question}
      </Form>
      <Saved warnings={warnings} />
    </>
  );
}

/** What the API found unusual in what it took. */
function Saved({ warnings }: { readonly warnings: readonly ProgressWarningView[] | undefined }) {
  const t = useText(entryMessages);
  const say = useSaid();
  return (
    <div role="status">
      {warnings?.length === 0 && <p className="small strong">{t.saved}</p>}
      {warnings !== undefined && warnings.length > 0 && (
        <>
          <p className="small strong">{t.savedWith}</p>
          <ul className="small">
            {warnings.map((warning) => (
              <li key={warning.message}>{say(warning, 'message')}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

/** Says which number stands now, of which day, and where it is from. */
function useStanding(): (figure: ClearanceFigureView | undefined) => string {
  const t = useText(entryMessages);
  const formats = useFormats();
  return (figure) => {
    if (figure === undefined) return t.noneNow;
    const { value, asOf, source } = figure;
    const from = source === null ? t.typed : t.cell(`${source.sheet}!${source.cell}`);
    return t.now(formats.measure(value), formats.date(asOf), from);
  };
}

function requestOf(
  { asOf, reason, ...typed }: Typed,
  segmentId: string | null,
): EnterProgressRequest | undefined {
  const filled = TYPED_MEASURES.filter((measure) => typed[measure].trim() !== '');
  const values = filled.flatMap((measure) => {
    const value = typedMeasure(measure, typed[measure]);
    return value === null ? [] : [{ measure, value }];
  });
  if (asOf === '' || values.length === 0 || values.length < filled.length) return undefined;
  return {
    asOf,
    ...(segmentId === null ? {} : { segmentId }),
    values,
    ...given('reason', oneLine(reason)),
  };
}
