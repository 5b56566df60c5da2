import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'wouter';
import type {
  BlockerAction,
  BlockerActionRequest,
  BlockerDetailView,
  ReasonRequest,
} from '@thongvon/api-contract';
import { useToday, useUser } from '../../api/session';
import { useFormats, usePreferences, useText } from '../../language';
import { Banner, Loading, QueryStates, Section } from '../../shared';
import { BLOCKER_EVENTS } from '../../shared/words';
import { blockerQuery, DueState } from '../../shared/capital-held';
import { Choice, given, LongText, optionsOf, TextField } from '../../shared/form/fields';
import { Form, useFields } from '../../shared/form/form';
import { useChange } from '../../shared/form/use-change';
import { usePageTitle } from '../../shared/page';
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

const STALE = [['blockers']];

/** Closes a blocker; asks how it was solved. */
function CloseForm({ id }: { readonly id: string }) {
  const t = useText(messages);
  const { values, field } = useFields({ reason: '' });
  const reason = values.reason.trim();
  const close = useChange<ReasonRequest>('POST', `/api/blockers/${id}/closing`, { stale: STALE });
  return (
    <Section title={t.close}>
      <Form
        minor
        submit={t.closeConfirm}
        change={close}
        ready={reason !== ''}
        onSubmit={() => close.mutate({ reason })}
      >
        <LongText {...field('reason')} label={t.closeReason} required maxLength={2000} />
      </Form>
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

interface Typed {
  readonly type: BlockerAction;
  readonly text: string;
  readonly evidence: string;
}

/** Writes down what was done about a blocker. */
function ActForm({ id }: { readonly id: string }) {
  const t = useText(messages);
  const names = useText(ACTION_NAMES);
  const { values, set, field } = useFields<Typed>({
    type: 'work',
    text: '',
    evidence: '',
  });
  const { type, evidence } = values;
  const text = values.text.trim();
  const act = useChange<BlockerActionRequest>('POST', `/api/blockers/${id}/actions`, {
    stale: STALE,
    onDone: () => set({ text: '', evidence: '' }),
  });
  return (
    <Section title={t.act}>
      <Form
        submit={t.save}
        change={act}
        ready={text !== ''}
        onSubmit={() => act.mutate({ type, text, ...given('evidence', evidence) })}
      >
        <Choice {...field('type')} label={t.actType} options={optionsOf<BlockerAction>(names)} />
        <LongText {...field('text')} label={t.actText} required maxLength={2000} />
        <TextField {...field('evidence')} label={t.actEvidence} maxLength={500} />
      </Form>
    </Section>
  );
}
