import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'wouter';
import type { ReactNode } from 'react';
import type {
  BlockerAction,
  BlockerActionRequest,
  BlockerDetailView,
  BlockerView,
  ReasonRequest,
} from '@thongvon/api-contract';
import { useToday, useUser } from '../../api/session';
import { useFormats, useMoney, useSaid, useText } from '../../language';
import { Amount, Banner, Loading, QueryStates, Section } from '../../shared';
import { DueState, useCauseNames } from '../../shared/capital-held/held';
import { blockerQuery } from '../../shared/capital-held/queries';
import { Choice, given, LongText, optionsOf, TextField } from '../../shared/form/fields';
import { Form, useChange, useFields } from '../../shared/form/form';
import { CellLink } from '../../shared/links';
import { usePageTitle } from '../../shared/page';
import { BLOCKER_EVENTS } from '../../shared/words';
import './blockers.css';
import { ACTION_NAMES, LEVELS, messages } from './messages';
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
  const say = useSaid();
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
        {escalation !== null && <b>{t.turn(say(escalation, 'label'))}</b>}
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

/** What is known of a blocker, and how the capital that it holds was found. */
function Facts({ blocker }: { readonly blocker: BlockerView }) {
  const t = useText(messages);
  const levels = useText(LEVELS);
  const formats = useFormats();
  const nameOf = useCauseNames();
  const { openedOn, openedOnEstimated, due, cause, suggestedCauses, responsibleUnit, responsiblePerson } =
    blocker;
  const [suggested] = suggestedCauses;
  const { openedFrom } = blocker;
  return (
    <dl className="bl-facts">
      <Fact name={t.held} note={<HeldBasis blocker={blocker} />}>
        <Amount value={blocker.capitalHeld} reason={blocker.capitalHeldBasis.reason} unit />
      </Fact>
      <Fact name={t.due} note={due === null ? t.noAction(blocker.daysWithoutAction) : null}>
        {due === null ? t.noDue : formats.date(due)}
      </Fact>
      <Fact name={t.who} note={responsiblePerson}>
        {responsibleUnit ?? t.noUnit}
      </Fact>
      <Fact
        name={t.cause}
        note={cause === 'unclassified' && suggested !== undefined ? t.suggested(nameOf(suggested)) : null}
      >
        {nameOf(cause)}
      </Fact>
      <Fact name={t.openedOn} note={openedOnEstimated ? t.estimated : null}>
        {formats.date(openedOn)}
      </Fact>
      {blocker.decidingLevel !== null && <Fact name={t.level}>{levels[blocker.decidingLevel]}</Fact>}
      {openedFrom !== null && (
        <Fact name={t.openedFrom}>
          <CellLink returnId={openedFrom.returnId} cell={openedFrom} />
        </Fact>
      )}
      {blocker.contractor !== null && <Fact name={t.contractor}>{blocker.contractor}</Fact>}
    </dl>
  );
}

function HeldBasis({ blocker: { capitalHeldBasis } }: { readonly blocker: BlockerView }) {
  const t = useText(messages);
  const amount = useMoney();
  const { planned, disbursed, setReason, sharedWith } = capitalHeldBasis;
  return (
    <>
      {setReason === null
        ? planned !== null && disbursed !== null && t.heldBasis(amount(planned), amount(disbursed))
        : t.heldSet(setReason)}
      {sharedWith > 0 && ` (${t.shared(sharedWith)})`}
    </>
  );
}

interface FactProps {
  readonly name: string;
  readonly note?: ReactNode;
  readonly children: ReactNode;
}

function Fact({ name, note = null, children }: FactProps) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
      {note !== null && <dd className="small muted">{note}</dd>}
    </div>
  );
}
