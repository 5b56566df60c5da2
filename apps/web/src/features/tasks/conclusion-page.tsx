import { useQuery } from '@tanstack/react-query';
import { useId, useRef, useState } from 'react';
import { Link, useParams } from 'wouter';
import type { ConclusionDetailView, ConclusionNumberRequest, TaskView } from '@thongvon/api-contract';
import { useToday } from '../../api/session';
import { useFormats, useText } from '../../language';
import { Banner, QueryStates, Section } from '../../shared';
import { useAddressState } from '../../shared/address-state';
import { type Column, DataTable } from '../../shared/data-table';
import { DateInput } from '../../shared/form/date-input';
import { TextField } from '../../shared/form/fields';
import { Form, useChange, useFields } from '../../shared/form/form';
import { usePageTitle } from '../../shared/page';
import { conclusionQuery, TASKS_STALE } from '../../shared/tasks/queries';
import { CONCLUSION_KINDS, taskWords } from '../../shared/tasks/words';
import { conclusionMessages } from './conclusion-messages';
import { useTaskColumns } from './task-columns';
import './tasks.css';
import { zaloText } from './zalo-text';

/** One conclusion: what was given in it, how far it is, and its text for a chat group. */
export function ConclusionPage() {
  const { id = '' } = useParams();
  const conclusion = useQuery(conclusionQuery(id));
  return (
    <main id="main" className="tk">
      <QueryStates query={conclusion}>{(data) => <Conclusion conclusion={data} />}</QueryStates>
    </main>
  );
}

interface ConclusionProps {
  readonly conclusion: ConclusionDetailView;
}

function Conclusion({ conclusion }: ConclusionProps) {
  const t = useText(conclusionMessages);
  const words = useText(taskWords);
  const kinds = useText(CONCLUSION_KINDS);
  const formats = useFormats();
  const { value } = useAddressState();
  const { kind, number, dated, title, concludedBy, enteredBy, givenAt, counts, tasks, mayNumber } =
    conclusion;
  const { given, done, doing, overdue, refused } = counts;
  const name = [
    kinds[kind],
    number ?? (kind === 'page' ? '' : `(${t.noNumber})`),
    t.datedOn(formats.date(dated)),
  ]
    .filter((part) => part !== '')
    .join(' ');
  usePageTitle(name);
  const [already, unreachable] = [value('da-giao'), value('vang')];
  return (
    <>
      <p className="small muted noprint">
        <Link href="/viec-giao">{t.crumb}</Link>
      </p>
      <div className="tk-head">
        <h1>{name}</h1>
        <div className="tk-buttons noprint">
          <button type="button" className="btn" onClick={() => window.print()}>
            {t.print}
          </button>
        </div>
      </div>
      {title !== null && <p className="strong">{title}</p>}
      <p className="small muted">
        {t.by(concludedBy.name)};{' '}
        {enteredBy === null
          ? t.givenAt(formats.instant(givenAt))
          : t.entered(enteredBy.name, formats.instant(givenAt))}
      </p>
      {already !== undefined && <Banner>{t.already(already)}</Banner>}
      {unreachable !== undefined && <Banner>{t.unreachable(unreachable)}</Banner>}
      {mayNumber && number === null && kind !== 'page' && <NumberForm conclusion={conclusion} />}
      <Section title={words.counts(given, done, doing, overdue, refused)}>
        <DataTable
          stacked
          caption={t.tasks}
          columns={useNumbered(tasks)}
          rows={tasks}
          keyOf={({ id }) => id}
        />
      </Section>
      <Zalo conclusion={conclusion} />
      <div className="tk-signed" aria-hidden="true">
        <b>{t.makers}</b>
        <b>{t.signer}</b>
      </div>
    </>
  );
}

/** With its number in the document before each. */
function useNumbered(tasks: readonly TaskView[]): readonly Column<TaskView>[] {
  const [first, ...others] = useTaskColumns();
  if (first === undefined) return others;
  const nth = (task: TaskView): string => `${tasks.indexOf(task) + 1}. `;
  return [
    {
      ...first,
      render: (task) => (
        <>
          <span className="n muted">{nth(task)}</span>
          {first.render(task)}
        </>
      ),
    },
    ...others,
  ];
}

/** The number comes when the document is signed. */
function NumberForm({ conclusion: { id, dated } }: ConclusionProps) {
  const t = useText(conclusionMessages);
  const today = useToday();
  const { values, field } = useFields({ number: '', dated });
  const { number, dated: on } = values;
  const change = useChange<ConclusionNumberRequest>('POST', `/api/conclusions/${id}/number`, {
    stale: TASKS_STALE,
  });
  return (
    <Form
      minor
      className="form-inline noprint"
      submit={t.enterNumber}
      change={change}
      ready={number.trim() !== '' && on !== ''}
      onSubmit={() => change.mutate({ number: number.trim(), dated: on })}
    >
      <TextField {...field('number')} label={t.number} maxLength={100} />
      <DateInput {...field('dated')} label={t.dated} required max={today} />
    </Form>
  );
}

/** The text for a chat group, which can be changed by nobody here: it says what the table says. */
function Zalo({ conclusion }: ConclusionProps) {
  const t = useText(conclusionMessages);
  const area = useRef<HTMLTextAreaElement>(null);
  const name = useId();
  const [onlyOpen, setOnlyOpen] = useState(false);
  const [isCopied, setCopied] = useState(false);
  const link = `${window.location.origin}/ket-luan/${conclusion.id}`;
  const text = zaloText(conclusion, { onlyOpen, link });
  const choose = (open: boolean) => {
    setOnlyOpen(open);
    setCopied(false);
  };
  return (
    <Section title={t.zalo} className="noprint">
      <fieldset className="tk-which">
        <legend className="vh">{t.which}</legend>
        {[false, true].map((open) => (
          <label key={String(open)} className="form-tick">
            <input type="radio" name={name} checked={open === onlyOpen} onChange={() => choose(open)} />
            {open ? t.zaloOpen : t.zaloAll}
          </label>
        ))}
      </fieldset>
      <textarea
        ref={area}
        className="control tk-zalo"
        readOnly
        aria-label={t.zalo}
        rows={Math.min(20, text.split('\n').length + 1)}
        value={text}
      />
      <p className="tk-acts">
        <button type="button" className="btn" onClick={() => void copy(text, area.current).then(setCopied)}>
          {t.copy}
        </button>
        <span role="status">{isCopied && t.copied}</span>
      </p>
      <p className="small muted">{t.zaloNote}</p>
    </Section>
  );
}

/**
 * Whether it was copied. Browsers give the clipboard over HTTPS only, and many offices have none: then the text is marked and copied as by
 * hand.
 */
async function copy(text: string, area: HTMLTextAreaElement | null): Promise<boolean> {
  if (window.isSecureContext)
    return navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    );
  area?.select();
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- the only way without HTTPS
  return document.execCommand('copy');
}
