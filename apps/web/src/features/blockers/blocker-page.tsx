import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from 'wouter';
import { type SubmitEvent, useState } from 'react';
import type { BlockerAction, BlockerActionRequest, BlockerDetailView } from '@thongvon/api-contract';
import { send } from '../../api/client';
import { useToday, useUser } from '../../api/session';
import { useFormats, usePreferences, useText } from '../../language';
import { Banner, Loading, QueryStates, Section } from '../../shared';
import { BLOCKER_EVENTS } from '../../shared/words';
import { blockerQuery, DueState } from '../../shared/capital-held';
import { Refusal, usePageTitle } from '../../shared/page';
import './blockers.css';
import { Facts } from './facts';
import { ACTION_NAMES, messages } from './messages';
import { type Moment, momentsOf } from './moments';

/** One blocker: what it is, whose turn it is, what it holds, and all that has happened. */
export function BlockerPage() {
  const { id = '' } = useParams();
  const blocker = useQuery(blockerQuery(id));
  const today = useToday();
  return (
    <main id="main" className="bl">
      <QueryStates query={blocker}>
        {(data) => (today === undefined ? <Loading /> : <Blocker blocker={data} today={today} />)}
      </QueryStates>
    </main>
  );
}

interface BlockerProps {
  readonly blocker: BlockerDetailView;
  readonly today: string;
}

function Blocker({ blocker, today }: BlockerProps) {
  const t = useText(messages);
  const formats = useFormats();
  const { language } = usePreferences();
  const user = useUser();
  const { project, segment, description, escalation, unnamedSince, state } = blocker;
  usePageTitle(project.name);
  return (
    <>
      <p className="small muted">
        <Link href="/vuong-mac">{t.crumb}</Link> / <Link href={`/du-an/${project.id}`}>{project.name}</Link>
        {segment !== null && ` / ${segment.name}`}
      </p>
      <h1>{description}</h1>
      <p className="bl-state">
        <DueState blocker={blocker} today={today} />
        {escalation !== null && <b>{t.turn(language === 'vi' ? escalation.label : escalation.labelEn)}</b>}
      </p>
      {unnamedSince !== null && state !== 'closed' && (
        <Banner>{t.unnamed(formats.date(unnamedSince))}</Banner>
      )}
      <Facts blocker={blocker} />
      <p className="bl-links noprint">
        <Link href={`/du-an/${project.id}`} className="btn">
          {t.toProject}
        </Link>
        <a href={`/api/land-clearance/projects/${project.id}/continue-or-stop`} className="btn">
          {t.file}
        </a>
      </p>
      {user.role === 'reporter' && state !== 'closed' && (
        <div className="bl-columns noprint">
          <ActForm id={blocker.id} />
          <CloseForm id={blocker.id} />
        </div>
      )}
      <History blocker={blocker} />
    </>
  );
}

/** Closes a blocker; asks how it was solved. */
function CloseForm({ id }: { readonly id: string }) {
  const t = useText(messages);
  const client = useQueryClient();
  const [reason, setReason] = useState('');
  const close = useMutation({
    mutationFn: () => send('POST', `/api/blockers/${id}/closing`, { reason: reason.trim() }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['blockers'] }),
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    close.mutate();
  };
  return (
    <Section title={t.close}>
      <form className="bl-form" onSubmit={submit}>
        <label className="field">
          {t.closeReason}
          <textarea
            required
            maxLength={2000}
            rows={2}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
        </label>
        <button type="submit" className="btn" disabled={close.isPending || reason.trim() === ''}>
          {t.closeConfirm}
        </button>
        <Refusal error={close.error} />
      </form>
    </Section>
  );
}

/** What returns said of it and what people did, the latest first. */
function History({ blocker: { history } }: { readonly blocker: BlockerDetailView }) {
  const t = useText(messages);
  return (
    <Section title={t.history}>
      <ol className="bl-history">
        {momentsOf(history).map((moment) => {
          const { at, type, on, text } = moment.event;
          return <Line key={`${at} ${type} ${on} ${text}`} moment={moment} />;
        })}
      </ol>
    </Section>
  );
}

function Line({ moment: { event, times, since } }: { readonly moment: Moment }) {
  const t = useText(messages);
  const formats = useFormats();
  const { on, type, text, evidence, source } = event;
  const names: Readonly<Record<string, string>> = useText(BLOCKER_EVENTS);
  return (
    <li>
      <span className="n">{formats.date(on)}</span>
      <span>
        <b>{names[type] ?? type}</b>
        {text !== null && `: ${text}`}
        {times > 1 && <span className="muted"> ({t.repeated(times, formats.date(since))})</span>}
        {evidence !== null && <span className="muted"> ({evidence})</span>}
        {source !== null && (
          <>
            {' '}
            <Link href={`/bao-cao/${source.returnId}`} className="small">
              {t.fromReturn(`${source.sheet}!${source.cell}`)}
            </Link>
          </>
        )}
      </span>
    </li>
  );
}

/** Writes down what was done about a blocker. */
function ActForm({ id }: { readonly id: string }) {
  const t = useText(messages);
  const actions = useText(ACTION_NAMES);
  const client = useQueryClient();
  const [type, setType] = useState<BlockerAction>('work');
  const [text, setText] = useState('');
  const [evidence, setEvidence] = useState('');
  const act = useMutation({
    mutationFn: (action: BlockerActionRequest) => send('POST', `/api/blockers/${id}/actions`, action),
    onSuccess: () => {
      setText('');
      setEvidence('');
      return client.invalidateQueries({ queryKey: ['blockers'] });
    },
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    act.mutate({ type, text: text.trim(), ...(evidence.trim() === '' ? {} : { evidence: evidence.trim() }) });
  };
  return (
    <Section title={t.act}>
      <form className="bl-form" onSubmit={submit}>
        <label className="field">
          {t.actType}
          <select value={type} onChange={({ target }) => setType(target.value as BlockerAction)}>
            {Object.entries(actions).map(([code, name]) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label className="field">
          {t.actText}
          <textarea
            required
            maxLength={2000}
            rows={2}
            value={text}
            onChange={({ target }) => setText(target.value)}
          />
        </label>
        <label className="field">
          {t.actEvidence}
          <input
            type="text"
            maxLength={500}
            value={evidence}
            onChange={({ target }) => setEvidence(target.value)}
          />
        </label>
        <button type="submit" className="btn btn-main" disabled={act.isPending || text.trim() === ''}>
          {t.save}
        </button>
        <Refusal error={act.error} />
      </form>
    </Section>
  );
}
