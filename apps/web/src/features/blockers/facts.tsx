import type { BlockerView } from '@thongvon/api-contract';
import { useFormats, useMoney, useText } from '../../language';
import { Amount } from '../../shared';
import { useCauseNames } from '../../shared/capital-held/held';
import { Fact } from '../../shared/fact';
import { CellLink } from '../../shared/links';
import { LEVELS } from './acts/messages';
import { messages } from './messages';

/** What is known of a blocker, and how the capital that it holds was found. */
export function Facts({ blocker }: { readonly blocker: BlockerView }) {
  const t = useText(messages);
  const levels = useText(LEVELS);
  const formats = useFormats();
  const nameOf = useCauseNames();
  const { openedOn, openedOnEstimated, due, cause, suggestedCauses, responsibleUnit, responsiblePerson } =
    blocker;
  const [suggested] = suggestedCauses;
  const { openedFrom } = blocker;
  return (
    <dl className="facts bl-facts">
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
