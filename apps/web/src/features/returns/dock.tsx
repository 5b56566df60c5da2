import { useState } from 'react';
import { Link } from 'wouter';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReturnStatusView } from '@thongvon/api-contract';
import { Problem, send } from '../../api/client';
import { useUser } from '../../api/session';
import { useSaid, useText } from '../../language';
import { Refusal } from '../../shared';
import '../../shared/dock.css';
import { ReasonForm } from '../../shared/form/reason-form';
import { useKeptFocus } from '../../shared/kept-focus';
import { ConfirmStep } from './confirm-step';
import './dock.css';
import { Says } from './dock-says';
import { messages } from './messages';
import { NewOwners } from './consequences';
import type { SeenReturn } from './queries';
import { SendCheck } from './send-check';
import { FileButton, type Upload } from './upload';
import { UploadSays } from './upload-says';

interface DockProps {
  readonly seen: SeenReturn;
  readonly isLost: boolean;
  readonly upload: Upload;
}

/** What needs a reason first. */
type Asked = 'sending-back' | 'reversion' | 'approval';

/** What is confirmed first, with what it does. */
type Confirmed = 'withdrawal' | 'discarding' | 'submission';

const MOVING: readonly SeenReturn['status'][] = ['received', 'reading'];
const IN_WORK: readonly SeenReturn['status'][] = [
  'needs-attention',
  'ready',
  'failed',
  'sent-back',
  'reverted',
  'withdrawn',
];
/** Read and not sent yet: to be sent, or given up. */
const UNSENT: readonly SeenReturn['status'][] = ['needs-attention', 'ready'];
const DECIDED: readonly SeenReturn['status'][] = ['approved', 'superseded', 'sent-back', 'reverted'];

/** At the foot of the page: why it can't go on yet, or what can be done now. */
export function Dock({ seen, isLost, upload }: DockProps) {
  const t = useText(messages);
  const user = useUser();
  const step = useStep(seen);
  const [asking, setAsking] = useState<Asked>();
  const [confirmed, setConfirmed] = useState<Confirmed>();
  const { status } = seen;
  const isOwn = user.organizationId === seen.organization.id && user.role !== 'leader';
  const isReviewer = user.role === 'finance-officer' || user.role === 'finance-head';
  const confirming: Record<Asked, string> = {
    'sending-back': t.confirmSendBack,
    reversion: t.confirmRevert,
    approval: t.confirmLower,
  };
  const isUnsent = UNSENT.includes(status) && confirmed === undefined;
  const { approval } = seen;
  const say = useSaid();
  const whyNot = say(approval, 'message') ?? say(approval, 'whyNoReversion');
  const { says, keepFocus } = useKeptFocus<HTMLParagraphElement>([asking, confirmed, status, step.isPending]);
  const endAsking = () => {
    keepFocus();
    setAsking(undefined);
    setConfirmed(undefined);
  };
  const act = (name: StepName, reason?: string) => {
    keepFocus();
    step.mutate({ name, ...(reason === undefined ? {} : { reason }) }, { onSuccess: endAsking });
  };
  const button = (name: StepName, text: string, isMain = false) => (
    <button
      type="button"
      className={isMain ? 'btn btn-main' : 'btn'}
      disabled={step.isPending}
      onClick={() => act(name)}
    >
      {text}
    </button>
  );
  return (
    <div className="dock noprint" role="region" aria-label={t.dock}>
      {asking && (
        <ReasonForm
          label={asking === 'approval' ? t.lowerReason : t.reasonFor}
          confirm={confirming[asking]}
          draftKey={`${seen.id}:${asking}`}
          isPending={step.isPending}
          onConfirm={(reason) => act(asking, reason)}
          cancel={t.keepAsIs}
          onCancel={endAsking}
        />
      )}
      {confirmed === 'submission' && status === 'ready' && (
        <SendCheck
          seen={seen}
          isPending={step.isPending}
          onSend={() => act('submission')}
          onCancel={endAsking}
        />
      )}
      {confirmed && confirmed !== 'submission' && (
        <ConfirmStep
          says={confirmed === 'withdrawal' ? t.withdrawWhat : t.discardWhat}
          confirm={confirmed === 'withdrawal' ? t.withdrawNow : t.discardNow}
          isPending={step.isPending}
          onConfirm={() => act(confirmed)}
          onCancel={endAsking}
        />
      )}
      {hasChanged(step.error) ? (
        <p className="refused" role="alert">
          {t.changed}
        </p>
      ) : (
        <Refusal error={step.error} />
      )}
      <UploadSays upload={upload} />
      <NewOwners {...step.data} />
      <p ref={says} className="say" role="status" tabIndex={-1}>
        {isLost || upload.state.at === 'waiting' ? (
          <b>{t.lost}</b>
        ) : (
          <Says seen={seen} upload={upload.state} isReviewer={isReviewer} isOwn={isOwn} />
        )}
      </p>
      {whyNot !== null && (
        <p className="rt-why-not" id={WHY_NOT}>
          {whyNot}
        </p>
      )}
      <span className="end">
        {isOwn && isUnsent && <Ask text={t.discard} onAsk={() => setConfirmed('discarding')} />}
        {isOwn && status === 'withdrawn' && button('restoration', t.restore)}
        {isOwn && IN_WORK.includes(status) && <FileButton text={t.replace} onFiles={upload.start} />}
        {!MOVING.includes(status) && status !== 'failed' && (
          <a className="btn" href={`/api/returns/${seen.id}/marked`} download>
            {t.marked}
          </a>
        )}
        {isOwn && status === 'submitted' && confirmed === undefined && (
          <Ask text={t.withdraw} onAsk={() => setConfirmed('withdrawal')} />
        )}
        {isOwn && isUnsent && (
          <button
            type="button"
            className="btn btn-main"
            disabled={status !== 'ready' || step.isPending}
            onClick={() => setConfirmed('submission')}
          >
            {t.send}
          </button>
        )}
        {isReviewer && asking === undefined && status === 'submitted' && (
          <>
            <Ask text={t.sendBack} onAsk={() => setAsking('sending-back')} />
            {approval.mayApprove && approval.needsReason ? (
              <button type="button" className="btn btn-main" onClick={() => setAsking('approval')}>
                {t.approveLower}
              </button>
            ) : approval.mayApprove ? (
              button(
                'approval',
                seen.registers.length > 0 ? t.approveRegisters(seen.registers.length) : t.approve,
                true,
              )
            ) : (
              <Barred text={t.approve} />
            )}
          </>
        )}
        {isReviewer && DECIDED.includes(status) && <OnFrom seen={seen} />}
        {isReviewer &&
          asking === undefined &&
          (approval.mayRevert ? (
            <Ask text={t.revert} onAsk={() => setAsking('reversion')} />
          ) : (
            approval.whyNoReversion !== null && <Barred text={t.revert} />
          ))}
      </span>
    </div>
  );
}

/** Where a reviewer goes on: to the next return, and from the Treasury's statement to what it is for. */
function OnFrom({ seen }: { readonly seen: SeenReturn }) {
  const t = useText(messages);
  return (
    <>
      {seen.status === 'approved' && seen.kinds.includes('treasury') && (
        <Link className="btn" href="/doi-chieu">
          {t.toReconciliation}
        </Link>
      )}
      <Link className="btn" href="/duyet">
        {t.toReview}
      </Link>
    </>
  );
}

/** What another person has to do; the sentence next to it says why and who. */
function Barred({ text }: { readonly text: string }) {
  return (
    <button type="button" className="btn" disabled aria-describedby={WHY_NOT}>
      {text}
    </button>
  );
}

const WHY_NOT = 'rt-why-not';

function Ask({ text, onAsk }: { readonly text: string; readonly onAsk: () => void }) {
  return (
    <button type="button" className="btn" onClick={onAsk}>
      {text}
    </button>
  );
}

type StepName = Asked | Confirmed | 'restoration';

/** Which steps say what was seen, so that nobody sends or approves what has changed meanwhile. */
const SEEN: readonly StepName[] = ['submission', 'approval'];

/** Does one of the steps of a return's life. A 412 brings what has changed, so that it can be looked at again. */
function useStep({ id, etag, newer }: Pick<SeenReturn, 'id' | 'etag' | 'newer'>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ name, reason }: { readonly name: StepName; readonly reason?: string }) =>
      send<ReturnStatusView>(
        'POST',
        `/api/returns/${id}/${name}`,
        name === 'submission'
          ? { newerSeen: newer?.id ?? null }
          : reason === undefined
            ? undefined
            : { reason },
        SEEN.includes(name) ? { 'if-match': etag } : {},
      ),
    onSettled: () => client.invalidateQueries({ queryKey: ['returns'] }),
  });
}

function hasChanged(error: Error | null): boolean {
  return error instanceof Problem && error.status === 412;
}
