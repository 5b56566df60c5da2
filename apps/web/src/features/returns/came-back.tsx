import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { BaselineView, CameBackView, ReturnStatusView } from '@thongvon/api-contract';
import { useFormats, useText } from '../../language';
import { Banner, QueryStates, Refusal, Section } from '../../shared';
import { useChange } from '../../shared/form/form';
import { ReasonForm } from '../../shared/form/reason-form';
import { useReturnState } from '../../shared/words';
import './came-back.css';
import { messages } from './messages';
import { comparisonQuery, type SeenReturn } from './queries';
import { leadTo } from './upload';
import { VersionTables } from './version-tables';

interface CameBackProps {
  readonly seen: SeenReturn;
  /** The reader's own office has sent it. */
  readonly isOwn: boolean;
  /** It was sent again, and what asked for that is gone. */
  readonly onSentAgain: () => void;
}

/** What leads the page of a return that came back, or that corrects one: why, who can be asked, the reply, the two versions. */
export function CameBack({ seen, isOwn, onSentAgain }: CameBackProps) {
  const { cameBack, corrects, comparedWith, newer } = seen;
  return (
    <>
      {seen.status === 'submitted' && <AlsoWaiting returns={seen.alsoWaiting ?? []} />}
      {cameBack && newer && <Outgrown cameBack={cameBack} newer={newer} />}
      {!cameBack && newer && <NewerFile newer={newer} />}
      {cameBack && !newer && <Why seen={seen} cameBack={cameBack} isOwn={isOwn} onSentAgain={onSentAgain} />}
      <Reply history={seen.history} />
      {!cameBack && (corrects ?? comparedWith) && (
        <TwoVersions seen={seen} corrects={corrects} comparedWith={comparedWith} />
      )}
    </>
  );
}

/** Others of the period that wait for approval as well, the newest first. */
function AlsoWaiting({ returns }: { readonly returns: NonNullable<SeenReturn['alsoWaiting']> }) {
  const t = useText(messages);
  return returns.toReversed().map(({ id, fileName, isNewer }) => (
    <Banner key={id}>
      <b>{isNewer ? t.besideNewer : t.besideOlder}</b> <Link href={`/bao-cao/${id}`}>{fileName}</Link>.
    </Banner>
  ));
}

/** Nobody's turn any more: a newer version is here. */
function Outgrown({
  cameBack,
  newer,
}: {
  readonly cameBack: CameBackView;
  readonly newer: NonNullable<SeenReturn['newer']>;
}) {
  const t = useText(messages);
  const formats = useFormats();
  const stateOf = useReturnState();
  return (
    <p className="rt-outgrown">
      {t[cameBack.how]} {formats.instant(cameBack.at)}.{' '}
      {cameBack.reason !== null && `${t.because(cameBack.reason)}. `}
      <Link href={`/bao-cao/${newer.id}`}>{t.newerVersion}</Link>:{' '}
      {stateOf({ status: newer.status, submittedAt: null }).toLowerCase()}
    </p>
  );
}

/** A draft that was not sent, and a newer file means to take its place. */
function NewerFile({ newer }: { readonly newer: NonNullable<SeenReturn['newer']> }) {
  const t = useText(messages);
  const formats = useFormats();
  const stateOf = useReturnState();
  return (
    <Banner>
      <b>{t.newerHere}:</b> <Link href={`/bao-cao/${newer.id}`}>{newer.fileName}</Link>,{' '}
      {t.uploadedAt(formats.instant(newer.receivedAt))},{' '}
      {stateOf({ status: newer.status, submittedAt: null }).toLowerCase()}. {t.newerWhat}
    </Banner>
  );
}

function Why(props: CameBackProps & { readonly cameBack: CameBackView }) {
  const { seen, cameBack, isOwn, onSentAgain } = props;
  const t = useText(messages);
  const [isReplying, setReplying] = useState(false);
  const [, navigate] = useLocation();
  const reply = useChange<{ reply: string }, ReturnStatusView>('POST', `/api/returns/${seen.id}/reply`, {
    stale: [['returns']],
    onDone: ({ id }) => {
      setReplying(false);
      if (id === seen.id) {
        onSentAgain();
      } else {
        leadTo(id);
        navigate(`/bao-cao/${id}`);
      }
    },
  });
  const { how, reason } = cameBack;
  return (
    <section className="rt-back" aria-labelledby="rt-back">
      <h2 id="rt-back">
        <span className="mk mk-over" /> {t[how]}
      </h2>
      {reason !== null && <blockquote>{reason}</blockquote>}
      <Asked cameBack={cameBack} />
      {isOwn && (
        <>
          <p>{how === 'sent-back' ? t.backWhat : t.revertedWhat}</p>
          {isReplying ? (
            <ReasonForm
              label={t.replyLabel}
              confirm={how === 'sent-back' ? t.replyAndSend : t.replyAnew}
              draftKey={`${seen.id}:reply`}
              isPending={reply.isPending}
              onConfirm={(text) => reply.mutate({ reply: text })}
              onCancel={() => setReplying(false)}
            />
          ) : (
            <button type="button" className="btn noprint" onClick={() => setReplying(true)}>
              {t[`reply-${how}`]}
            </button>
          )}
          <Refusal error={reply.error} />
        </>
      )}
    </section>
  );
}

/** Who decided it, when, and where they can be asked. */
function Asked({ cameBack: { by, at } }: { readonly cameBack: CameBackView }) {
  const t = useText(messages);
  const formats = useFormats();
  return (
    <p className="small">
      {by !== null && (
        <>
          <b>{by.name}</b>, {by.office}, <a href={`mailto:${by.email}`}>{by.email}</a>,{' '}
        </>
      )}
      {t.at(formats.instant(at))}
    </p>
  );
}

/** What its sender answered when it came back, for whoever looks at it again. */
function Reply({ history }: Pick<SeenReturn, 'history'>) {
  const t = useText(messages);
  const formats = useFormats();
  const place = history.findLastIndex(({ data }) => typeof data['reply'] === 'string');
  const replied = history[place];
  if (!replied) return null;
  const asked = history.slice(0, place).findLast(({ type }) => type === 'send-back');
  const reason = asked?.data['reason'];
  return (
    <section className="rt-reply" aria-label={t.replyTitle}>
      {typeof reason === 'string' && (
        <p className="small muted">
          {t.askedBack(formats.instant(asked?.at ?? replied.at))} {reason}
        </p>
      )}
      <p>
        <b>{t.replyTitle}:</b> {String(replied.data['reply'])}{' '}
        <span className="small muted">
          {replied.actor !== null && `${replied.actor.name}, ${replied.actor.office}, `}
          {formats.instant(replied.at)}
        </span>
      </p>
    </section>
  );
}

interface TwoVersionsProps extends Pick<SeenReturn, 'corrects' | 'comparedWith'> {
  readonly seen: SeenReturn;
}

/** What it corrects and why that came back; and the one version that it is held against, side by side with it. */
function TwoVersions({ seen, corrects, comparedWith }: TwoVersionsProps) {
  const t = useText(messages);
  return (
    <Section title={t.twoVersions} className="rt-corrects">
      {corrects && (
        <>
          <p className="small">
            {corrects.how === 'sent-back' ? t.beforeSentBack : t.beforeReverted}
            {corrects.reason !== null && ` ${t.because(corrects.reason)}`}
          </p>
          <Asked cameBack={corrects} />
        </>
      )}
      {comparedWith && <Compared seen={seen} baseline={comparedWith} />}
    </Section>
  );
}

function Compared({ seen, baseline }: { readonly seen: SeenReturn; readonly baseline: BaselineView }) {
  const t = useText(messages);
  const formats = useFormats();
  const isRead = seen.preview !== null;
  const query = useQuery({ ...comparisonQuery(seen.id, baseline.returnId, seen.etag), enabled: isRead });
  return (
    <>
      <p className="small">
        {t.heldAgainst} <Link href={`/bao-cao/${baseline.returnId}`}>{baseline.fileName}</Link>,{' '}
        {t[`baseline-${baseline.how}`](formats.instant(baseline.at))}
      </p>
      {isRead && (
        <QueryStates query={query}>
          {({ sections }) => <VersionTables seen={seen} sections={sections} />}
        </QueryStates>
      )}
    </>
  );
}
