import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { WantedValueView } from '@thongvon/api-contract';
import { formatDecimal, parseDecimal, toBaseUnits, UNIT_NAMES } from '@thongvon/kernel';
import { useFormats, usePreferences, useText } from '../../../language';
import { DateInput } from '../../../shared/form/date-input';
import { FormField, TextField } from '../../../shared/form/fields';
import { Form } from '../../../shared/form/form';
import { useDraft } from '../../../shared/form/reason-form';
import { typedNumber } from '../../../shared/form/typed';
import { cellQuery } from '../queries';
import { messages } from './messages';
import { useCorrecting } from './use-correcting';
import { useValueText } from '../../../shared/value-text';

interface CorrectCellProps {
  readonly returnId: string;
  readonly sheet: string;
  readonly cell: string;
  readonly onCorrected: () => void;
}

/** Says what is right for a cell of the reader's own return; folded until it is wanted. */
export function CorrectCell(props: CorrectCellProps) {
  const t = useText(messages);
  const { data: seen } = useQuery(cellQuery(props.returnId, props.sheet, props.cell));
  if (!seen) return null;
  return (
    <details className="rt-correct noprint">
      <summary>{t.open}</summary>
      <p className="small muted">{t.how}</p>
      <CorrectionForm key={`${props.sheet} ${props.cell}`} {...props} wanted={seen.wanted} />
    </details>
  );
}

function CorrectionForm({
  returnId,
  sheet,
  cell,
  onCorrected,
  wanted,
}: CorrectCellProps & { readonly wanted: WantedValueView }) {
  const t = useText(messages);
  const key = `${returnId}:${sheet}:${cell}:correct`;
  const [typed, setTyped] = useDraft(`${key}:value`);
  const [reason, setReason] = useDraft(`${key}:reason`);
  const [date, setDate] = useState<string>();
  const correcting = useCorrecting(returnId, onCorrected);
  const value = declaredValue(wanted, typed, date);
  const submit = () => {
    if (value === null) return;
    const correction = { sheet, cell, value, reason: reason.replace(/\s+/g, ' ').trim() };
    correcting.declare.mutate(correction, {
      onSuccess: () => {
        setTyped('');
        setReason('');
      },
    });
  };
  return (
    <Form
      submit={correcting.declare.isPending ? t.saving : t.save}
      change={correcting.declare}
      ready={value !== null && reason.trim() !== ''}
      onSubmit={submit}
    >
      {wanted.type === 'date' ? (
        <DateInput label={t.dateIs} value={date} onChange={setDate} />
      ) : wanted.type === 'number' ? (
        <NumberInput unit={wanted.unit} value={typed} onChange={setTyped} />
      ) : (
        <TextField label={t.textIs} maxLength={1000} value={typed} onChange={setTyped} />
      )}
      <TextField label={t.reason} maxLength={1000} required value={reason} onChange={setReason} />
    </Form>
  );
}

/** As the API takes it; null: nothing that can be sent. */
function declaredValue({ type }: WantedValueView, typed: string, date: string | undefined): string | null {
  if (type === 'date') return date ?? null;
  if (type === 'number') return typedNumber(typed) ?? markOf(typed);
  return typed.trim() === '' ? null : typed.replace(/\s+/g, ' ').trim();
}

/** What stands for no number: "-" and "x"; null: neither. */
function markOf(typed: string): '-' | 'x' | null {
  const mark = typed
    .trim()
    .toLowerCase()
    .replace(/^[−–]$/, '-');
  return mark === '-' || mark === 'x' ? mark : null;
}

interface NumberInputProps extends Pick<WantedValueView, 'unit'> {
  readonly value: string;
  readonly onChange: (typed: string) => void;
}

/** A number in the unit of its column, with what it is read as below. */
function NumberInput({ unit, value, onChange }: NumberInputProps) {
  const t = useText(messages);
  const readBack = useReadBack(unit);
  const { language } = usePreferences();
  const label = unit === null ? t.numberIs : t.numberIn(UNIT_NAMES[unit][language]);
  return (
    <FormField label={label} name="value" hint={value === '' ? t.numberHint : readBack(value)} isLive>
      {(attributes) => (
        <input
          {...attributes}
          inputMode="decimal"
          autoComplete="off"
          required
          value={value}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </FormField>
  );
}

function useReadBack(unit: WantedValueView['unit']): (typed: string) => string {
  const t = useText(messages);
  const { language } = usePreferences();
  const formats = useFormats();
  const shown = useValueText();
  return (typed) => {
    const mark = markOf(typed);
    if (mark !== null) return mark === '-' ? t.readAsZero : t.readAsNone;
    const number = typedNumber(typed);
    const decimal = number === null ? undefined : parseDecimal(number);
    if (number === null || decimal === undefined) return t.notNumber;
    const text = shown({ type: 'number', text: number });
    if (unit === null) return t.readAs(text);
    const dong = formatDecimal(toBaseUnits(decimal, unit));
    const whole = /^-?\d+$/.test(dong) ? formats.dong(dong) : `${shown({ type: 'number', text: dong })} đồng`;
    if (unit === 'dong') return t.readAs(whole);
    return t.readAsDong(text, UNIT_NAMES[unit][language], whole);
  };
}
