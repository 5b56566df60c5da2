import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useState } from 'react';
import { Link, useLocation } from 'wouter';
import type {
  ConclusionKind,
  ConclusionRequest,
  GivenTasksView,
  TaskAssigneeView,
  TaskGiverView,
} from '@thongvon/api-contract';
import { newKey } from '../../api/client';
import { useToday, useUser } from '../../api/session';
import { useFormats, useText } from '../../language';
import { Banner, Loading, Section } from '../../shared';
import { DateInput } from '../../shared/form/date-input';
import { Choice, given, optionsOf, TextField } from '../../shared/form/fields';
import { Form, useChange } from '../../shared/form/form';
import { useDraft } from '../../shared/form/reason-form';
import { usePageTitle } from '../../shared/page';
import { taskAssigneesQuery, taskGiversQuery, TASKS_STALE } from '../../shared/tasks/queries';
import { CONCLUSION_KINDS } from '../../shared/tasks/words';
import { conclusionMessages } from './conclusion-messages';
import { blankRow, isBlank, isWhole, requestOf, TaskRow, type TypedRow } from './task-row';
import './tasks.css';

/** A secretary or leader enters all that a meeting or document gives. */
export function NewConclusionPage() {
  const t = useText(conclusionMessages);
  usePageTitle(t.pageTitle);
  const today = useToday();
  const assignees = useQuery(taskAssigneesQuery()).data?.items;
  const givers = useQuery(taskGiversQuery).data;
  return (
    <main id="main" className="tk">
      <p className="small muted">
        <Link href="/viec-giao">{t.crumb}</Link>
      </p>
      <h1>{t.pageTitle}</h1>
      <p className="small muted">{t.what}</p>
      {today === undefined || assignees === undefined || givers === undefined ? (
        <Loading />
      ) : (
        <Entry today={today} assignees={assignees} givers={givers} />
      )}
    </main>
  );
}

interface EntryProps {
  readonly today: string;
  readonly assignees: readonly TaskAssigneeView[];
  readonly givers: readonly TaskGiverView[];
}

/** All that is typed; kept in this browser until it is given. */
interface Typed {
  readonly clientKey: string;
  readonly kind: ConclusionKind;
  readonly number: string;
  readonly dated: string;
  readonly title: string;
  readonly concludedBy: string;
  readonly rows: readonly TypedRow[];
}

function Entry({ today, assignees, givers }: EntryProps) {
  const t = useText(conclusionMessages);
  const kinds = useText(CONCLUSION_KINDS);
  const formats = useFormats();
  const user = useUser();
  const [, go] = useLocation();
  const decides = user.role !== 'finance-officer';
  const [onlyGiver, ...others] = givers;
  const blank = (): Typed => ({
    ...{ clientKey: newKey(), kind: 'conclusion', number: '', dated: today, title: '', rows: [blankRow()] },
    concludedBy: decides ? user.id : others.length === 0 ? (onlyGiver?.id ?? '') : '',
  });
  const [draft, keep] = useDraft(`conclusion:${user.id}`);
  const [typed, setTyped] = useState<Typed>(() => readDraft(draft) ?? blank());
  const set = (changed: Partial<Typed>) => {
    const next = { ...typed, ...changed };
    setTyped(next);
    keep(JSON.stringify(next));
  };
  const give = useChange<ConclusionRequest, GivenTasksView>('POST', '/api/conclusions', {
    stale: TASKS_STALE,
    onDone: ({ conclusion, already, unreachable, givenAt }) => {
      keep('');
      const notes = new URLSearchParams({
        ...(already ? { 'da-giao': formats.instant(givenAt) } : {}),
        ...(unreachable.length > 0 ? { vang: unreachable.map(({ name }) => name).join(', ') } : {}),
      }).toString();
      go(`/ket-luan/${conclusion.id}${notes === '' ? '' : `?${notes}`}`);
    },
  });
  const { kind, number, dated, title, concludedBy, rows } = typed;
  const filled = rows.filter((row) => !isBlank(row));
  const lacking = rows.flatMap((row, index) => (isBlank(row) || isWhole(row) ? [] : [index + 1]));
  const offices = new Set(filled.map(({ organizationId }) => organizationId)).size;
  const setRow = (at: number, changed: Partial<TypedRow>) =>
    set({ rows: rows.map((row, index) => (index === at ? { ...row, ...changed } : row)) });
  const addRow = () => set({ rows: [...rows, blankRow()] });
  const addByKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !event.ctrlKey) return;
    event.preventDefault();
    addRow();
  };
  const submit = () =>
    give.mutate({
      ...{ clientKey: typed.clientKey, kind, dated, tasks: filled.map(requestOf) },
      ...given('number', number),
      ...given('title', title),
      ...(concludedBy === user.id ? {} : given('concludedBy', concludedBy)),
    });
  return (
    <Form
      submit={t.give(String(filled.length), String(offices))}
      change={give}
      ready={filled.length > 0 && lacking.length === 0 && dated !== '' && concludedBy !== ''}
      onSubmit={submit}
      actions={
        <button
          type="button"
          className="btn"
          onClick={() => {
            keep('');
            setTyped(blank());
            give.reset();
          }}
        >
          {t.discard}
        </button>
      }
    >
      <div className="form-row">
        <Choice
          name="kind"
          label={t.kind}
          value={kind}
          options={optionsOf<ConclusionKind>(kinds)}
          onChange={(value) => set({ kind: value })}
        />
        <TextField
          name="number"
          label={t.number}
          hint={t.numberHint}
          maxLength={100}
          value={number}
          onChange={(value) => set({ number: value })}
        />
        <DateInput
          name="dated"
          label={t.dated}
          required
          max={today}
          value={dated}
          onChange={(value) => set({ dated: value ?? '' })}
        />
        <Choice
          name="concludedBy"
          label={t.concludedBy}
          hint={concludedBy === '' ? t.concludedByNeeded : undefined}
          value={concludedBy}
          options={givers.map(({ id, name }) => ({ value: id, name }))}
          onChange={(value) => set({ concludedBy: value })}
        />
      </div>
      <TextField
        name="title"
        label={t.title}
        maxLength={300}
        value={title}
        onChange={(value) => set({ title: value })}
      />
      <Section title={t.tasks} end={<span className="small muted">{t.keys}</span>}>
        <ol className="tk-rows" onKeyDown={addByKey}>
          {rows.map((row, index) => (
            <TaskRow
              key={row.key}
              index={index}
              sentAs={filled.includes(row) ? filled.indexOf(row) : -1}
              today={today}
              row={row}
              assignees={assignees}
              onChange={(changed) => setRow(index, changed)}
              onRemove={
                rows.length > 1 ? () => set({ rows: rows.filter((_, at) => at !== index) }) : undefined
              }
            />
          ))}
        </ol>
        <button type="button" className="btn" onClick={addRow}>
          {t.add}
        </button>
      </Section>
      {lacking.length > 0 && <Banner>{t.missing(lacking.join(', '))}</Banner>}
      <p className="small muted">{t.kept}</p>
    </Form>
  );
}

/** What was typed before, in this browser; undefined: nothing, or of another version of the page. */
function readDraft(text: string): Typed | undefined {
  try {
    const found = JSON.parse(text) as Typed;
    return Array.isArray(found.rows) && found.rows.length > 0 ? found : undefined;
  } catch {
    return undefined;
  }
}
