import { useEffect, useRef } from 'react';
import type { BlockerDetailView } from '@thongvon/api-contract';
import { useFormats, useSaid, useText } from '../../language';
import { DueState, useCauseNames } from '../../shared/capital-held/held';
import { messages } from './messages';
import { nextStep } from './next-step';

interface TurnProps {
  readonly blocker: BlockerDetailView;
  readonly today: string;
}

/** Whose turn it is and since when, and in one sentence what is to be done. */
export function Turn({ blocker, today }: TurnProps) {
  const t = useText(messages);
  const formats = useFormats();
  const say = useSaid();
  const step = useStep(blocker);
  const {
    state,
    turn,
    dueProposal,
    handoverProposal,
    responsibleUnit,
    responsiblePerson,
    due,
    openedOn,
    escalation,
    closingReason,
  } = blocker;
  const block = useRef<HTMLDivElement>(null);
  const before = useRef(state);
  // Closing it takes away what was pressed: this says what has become of it.
  useEffect(() => {
    if (before.current !== state) block.current?.focus();
    before.current = state;
  }, [state]);
  return (
    <div ref={block} tabIndex={-1} className="bl-turn">
      {state !== 'closed' && (
        <p>
          <span className="small muted">{t.turnNow}</span>{' '}
          <b className="bl-who">{turn?.office?.name ?? responsibleUnit ?? t.noUnit}</b>
          {turn !== null && (
            <span className="small muted">
              {t.turnSince(formats.date(turn.since))}
              {turn.basis === 'project-owner' &&
                ` (${responsibleUnit === null ? t.turnOwner : t.turnOwnerOf(responsibleUnit)})`}
            </span>
          )}{' '}
          {responsiblePerson !== null && <span className="small">{responsiblePerson}</span>}
        </p>
      )}
      <p className="state-line">
        <DueState blocker={blocker} today={today} />
        {state !== 'closed' && (
          <span className="small muted">
            {due !== null && `${t.dueOn(formats.date(due))} · `}
            {t.openSince(formats.date(openedOn))}
          </span>
        )}
        {escalation !== null && <span className="small">{t.escalated(say(escalation, 'label'))}</span>}
        {state === 'closed' && closingReason !== null && <span>{closingReason}</span>}
      </p>
      {handoverProposal !== null && (
        <p className="small">
          {t.handoverOpen(
            handoverProposal.by.name,
            handoverProposal.to.name,
            formats.date(handoverProposal.on),
          )}
        </p>
      )}
      {dueProposal !== null && (
        <p className="small">
          {t.dueOpen(dueProposal.by.name, formats.date(dueProposal.due), formats.date(dueProposal.on))}
        </p>
      )}
      {step !== null && (
        <p>
          <b>{t.toDo}</b> {step}
        </p>
      )}
    </div>
  );
}

function useStep(blocker: BlockerDetailView): string | null {
  const t = useText(messages);
  const formats = useFormats();
  const nameOf = useCauseNames();
  const step = nextStep(blocker);
  switch (step.do) {
    case 'nothing':
      return null;
    case 'say-if-solved':
      return t.sayIfSolved(formats.date(step.since));
    case 'name-unit':
      return t.nameUnit;
    case 'set-due':
      return t.setDue;
    case 'catch-up':
      return t.catchUp;
    case 'attach-office':
      return t.attachOffice(step.unit);
    case 'confirm-cause':
      return t.confirmCause(nameOf(step.cause));
    case 'solve':
      return t.solve(formats.date(step.due));
  }
}
