import { type ReactNode, useRef } from 'react';
import type { ContractAdvanceView, GuaranteeView } from '@thongvon/api-contract';
import { newKey } from '../../../api/client';
import { useToday } from '../../../api/session';
import { useFormats, useText } from '../../../language';
import { ADVANCES_KEY, GUARANTEES_KEY } from '../../../shared/contracts/contract-lists';
import { DateInput } from '../../../shared/form/date-input';
import { DongInput } from '../../../shared/form/dong-input';
import { TextField } from '../../../shared/form/fields';
import { Form, useChange, useFieldRefusals, useFields } from '../../../shared/form/form';
import { wholeDong } from '../../../shared/form/typed';
import { messages } from './messages';

/** What stands in the fields of a form: as typed, dates as `YYYY-MM-DD`. */
export type Values = Readonly<Record<string, string>>;

/** A field of a form, by the name that the API has for it. */
export interface EntryField {
  readonly name: string;
  readonly kind: 'text' | 'dong' | 'date';
  readonly label: string;
  readonly hint?: string;
  readonly optional?: boolean;
  /** What it begins with. */
  readonly initial?: string;
  /** Characters of a text. */
  readonly max?: number;
  readonly from?: string;
  readonly to?: string;
  /** Asked for only where this holds; always where it is left out. */
  readonly when?: (values: Values) => boolean;
}

export interface Entry {
  /** Where it is sent. */
  readonly path: string;
  /** What it is and does, above its fields. */
  readonly what?: ReactNode;
  readonly fields: readonly EntryField[];
}

interface EntryFormProps {
  readonly entry: Entry;
  readonly onDone: () => void;
}

/** Sends what is typed into its fields; what is refused is said at the field that it is about. */
export function EntryForm({ entry: { path, what, fields }, onDone }: EntryFormProps) {
  const t = useText(messages);
  const { values, field } = useFields<Values>(
    Object.fromEntries(fields.map(({ name, initial = '' }) => [name, initial])),
  );
  const once = useOnce();
  const change = useChange<Values>('POST', path, {
    stale: [ADVANCES_KEY, GUARANTEES_KEY],
    headers: (body) => ({ 'idempotency-key': once(body) }),
    onDone,
  });
  const refusals = useFieldRefusals(change.error);
  // What was typed stays in sight, also while the server is asked again.
  const asked = fields.filter(
    ({ name, when }) =>
      when === undefined || when(values) || values[name] !== '' || refusals.of(name) !== undefined,
  );
  const body = bodyOf(asked, values);
  const submit = () => {
    if (body !== null) change.mutate(body);
  };
  return (
    <Form submit={t.save} change={change} ready={body !== null} onSubmit={submit}>
      {what !== undefined && <p className="small muted">{what}</p>}
      {asked.map((one) => (
        <Field key={one.name} field={one} {...field(one.name)} value={values[one.name] ?? ''} />
      ))}
    </Form>
  );
}

/** The same words sent again are the same action, even if only the answer was lost. */
function useOnce(): (body: Values) => string {
  const sent = useRef({ text: '', key: '' });
  return (body) => {
    const text = JSON.stringify(body);
    if (sent.current.text !== text) sent.current = { text, key: newKey() };
    return sent.current.key;
  };
}

/** What is sent; null while something is missing or can't be read. */
function bodyOf(fields: readonly EntryField[], values: Values): Values | null {
  const body: Record<string, string> = {};
  for (const { name, kind, optional = false } of fields) {
    const typed = (values[name] ?? '').trim();
    const value = kind === 'dong' && typed !== '' ? wholeDong(typed) : typed;
    if (value === null || (value === '' && !optional)) return null;
    if (value !== '') body[name] = value;
  }
  return body;
}

interface FieldProps {
  readonly field: EntryField;
  readonly name: string;
  readonly value: string;
  readonly onChange: (value?: string) => void;
}

function Field({ field, ...typed }: FieldProps) {
  const { kind, label, hint, optional = false, max, from, to } = field;
  const common = { ...typed, label, hint };
  switch (kind) {
    case 'dong':
      return <DongInput {...common} />;
    case 'date':
      return <DateInput {...common} min={from} max={to} />;
    case 'text':
      return <TextField {...common} required={!optional} maxLength={max} />;
  }
}

/** What a person can enter about a project's contracts. */
export type Action =
  | { readonly type: 'addAdvance' | 'addGuarantee' }
  | { readonly type: 'recover' | 'amend'; readonly advance: ContractAdvanceView }
  | { readonly type: 'extend' | 'release'; readonly guarantee: GuaranteeView };

/** The form of an action: where it is sent, and what it asks for. */
export function useEntry(action: Action, projectId: string): Entry {
  const t = useText(messages);
  const formats = useFormats();
  const today = useToday() ?? '';
  const document: EntryField = {
    name: 'document',
    kind: 'text',
    label: t.document,
    max: 500,
    optional: true,
  };
  const text = (name: string, label: string, hint?: string): EntryField => ({
    ...{ name, kind: 'text', label, max: 300 },
    ...(hint === undefined ? {} : { hint }),
  });
  const terms = (advance?: ContractAdvanceView): EntryField[] => [
    { name: 'contractValue', kind: 'dong', label: t.contractValue, initial: grouped(advance?.contractValue) },
    { name: 'amount', kind: 'dong', label: t.advance, initial: grouped(advance?.amount) },
    {
      ...{ name: 'recoverBy', kind: 'date', label: t.recoverBy, hint: t.recoverByHint, optional: true },
      initial: advance?.recoverBy ?? '',
    },
  ];
  switch (action.type) {
    case 'addAdvance':
      return {
        path: `/api/projects/${projectId}/contract-advances`,
        fields: [
          text('contract', t.contract),
          text('contractor', t.contractor, t.contractorHint),
          { name: 'paidOn', kind: 'date', label: t.paidOn, to: today },
          ...terms(),
          document,
        ],
      };
    case 'amend':
      return {
        path: `/api/contract-advances/${action.advance.id}/terms`,
        what: t.amendWhat,
        fields: [...terms(action.advance), document],
      };
    case 'recover': {
      const { id, amount, paidOn, recovered, disbursed, figuresOn } = action.advance;
      return {
        path: `/api/contract-advances/${id}/recovery`,
        ...(recovered === null || disbursed === null || figuresOn === null
          ? {}
          : { what: t.before(formats.date(figuresOn), formats.dong(recovered), formats.dong(disbursed)) }),
        fields: [
          { name: 'on', kind: 'date', label: t.figuresOn, from: paidOn, to: today, initial: today },
          {
            ...{ name: 'recovered', kind: 'dong', label: t.recovered },
            hint: t.recoveredHint(formats.dong(amount)),
          },
          { name: 'disbursed', kind: 'dong', label: t.disbursed, hint: t.disbursedHint },
          {
            ...{ name: 'reason', kind: 'text', label: t.reason, hint: t.reasonHint, max: 500 },
            when: (values) => needsReason(action.advance, values),
          },
          document,
        ],
      };
    }
    case 'addGuarantee':
      return {
        path: `/api/projects/${projectId}/guarantees`,
        fields: [
          text('contractor', t.contractor),
          { name: 'amount', kind: 'dong', label: t.guaranteed },
          { name: 'givenOn', kind: 'date', label: t.givenOn, to: today },
          { name: 'expiresOn', kind: 'date', label: t.expiresOn },
          document,
        ],
      };
    case 'extend': {
      const { id, expiresOn } = action.guarantee;
      return {
        path: `/api/guarantees/${id}/extension`,
        what: t.endsNow(formats.date(expiresOn)),
        fields: [{ name: 'expiresOn', kind: 'date', label: t.newExpiresOn, from: expiresOn }, document],
      };
    }
    case 'release':
      return {
        path: `/api/guarantees/${action.guarantee.id}/release`,
        what: t.releaseWhat,
        fields: [{ name: 'on', kind: 'date', label: t.releasedOn, to: today, initial: today }, document],
      };
  }
}

/** Whole đồng as a person types them: in groups of three. */
function grouped(dong: string | undefined): string {
  return dong === undefined ? '' : dong.replace(/\B(?=(?:\d{3})+$)/g, '.');
}

/** Whether a sum falls against the last figures, or passes the value of the contract. The server decides for other days. */
function needsReason({ recovered, disbursed, contractValue }: ContractAdvanceView, values: Values): boolean {
  const [back, spent] = [wholeDong(values['recovered'] ?? ''), wholeDong(values['disbursed'] ?? '')];
  const fell = (now: string | null, before: string | null) =>
    now !== null && before !== null && BigInt(now) < BigInt(before);
  return (
    fell(back, recovered) ||
    fell(spent, disbursed) ||
    (spent !== null && BigInt(spent) > BigInt(contractValue))
  );
}
