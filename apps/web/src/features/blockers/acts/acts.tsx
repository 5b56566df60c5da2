import type { BlockerDetailView } from '@thongvon/api-contract';
import { useFormats, useMoney, useText } from '../../../language';
import { Section } from '../../../shared';
import { useCauseNames } from '../../../shared/capital-held/held';
import { Act } from '../../../shared/form/act';
import { powersOf } from '../powers';
import { CauseForm } from './cause-form';
import { ChargeForm, WordingForm } from './charge-form';
import { CloseForm, ReopenForm } from './close-form';
import { HeldForm } from './held-form';
import { Merged, MergeForm } from './merge-form';
import { messages } from './messages';
import { DecideForm, OfficeForm, ProposeDueForm, ProposeHandoverForm, WithdrawForm } from './proposal-forms';
import { actName } from './use-act';
import { StillOpenForm, WorkForm } from './work-form';

interface ActsProps {
  readonly blocker: BlockerDetailView;
  readonly today: string;
}

/** All that the reader may do about a blocker, the usual first; nothing where it is nothing. */
export function Acts({ blocker, today }: ActsProps) {
  const t = useText(messages);
  const formats = useFormats();
  const amount = useMoney();
  const nameOf = useCauseNames();
  const may = powersOf(blocker);
  const { due, cause, suggestedCauses, responsibleUnit, capitalHeld, unnamedSince } = blocker;
  const [suggested] = suggestedCauses;
  const name = (form: string) => actName(blocker.id, form);
  const { mayAct, dueProposal, handoverProposal, responsibleOffice } = blocker;
  if (mayAct.length === 0) return null;
  return (
    <Section title={t.acts} className="bl-acts noprint">
      {may('decide-handover') && handoverProposal !== null && (
        <Act
          name={name('decide-handovers')}
          title={t.decideHandover}
          note={t.handoverAsked(handoverProposal.by.name, handoverProposal.to.name, handoverProposal.reason)}
          isOpenAtFirst
        >
          {(done) => (
            <DecideForm blocker={blocker} kind="handovers" proposal={handoverProposal.id} onDone={done} />
          )}
        </Act>
      )}
      {may('decide-due') && dueProposal !== null && (
        <Act
          name={name('decide-due-proposals')}
          title={t.decideDue}
          note={t.dueAsked(formats.date(dueProposal.due), dueProposal.reason)}
          isOpenAtFirst
        >
          {(done) => (
            <DecideForm blocker={blocker} kind="due-proposals" proposal={dueProposal.id} onDone={done} />
          )}
        </Act>
      )}
      {may('record') && unnamedSince !== null && (
        <Act name={name('still-open')} title={t.stillOpen} note={t.stillOpenNote(formats.date(unnamedSince))}>
          {(done) => <StillOpenForm blocker={blocker} today={today} onDone={done} />}
        </Act>
      )}
      {may('record') && (
        <Act name={name('work')} title={t.act} isOpenAtFirst={unnamedSince === null}>
          {(done) => <WorkForm blocker={blocker} today={today} onDone={done} />}
        </Act>
      )}
      {may('propose-due') && (
        <Act name={name('propose-due')} title={t.proposeDue}>
          {(done) => <ProposeDueForm blocker={blocker} today={today} onDone={done} />}
        </Act>
      )}
      {may('withdraw-due') && dueProposal !== null && (
        <Act
          name={name('withdraw-due-proposals')}
          title={t.withdrawDue}
          note={t.dueAsked(formats.date(dueProposal.due), dueProposal.reason)}
        >
          {(done) => (
            <WithdrawForm blocker={blocker} kind="due-proposals" proposal={dueProposal.id} onDone={done} />
          )}
        </Act>
      )}
      {may('propose-handover') && (
        <Act name={name('propose-handover')} title={t.handover}>
          {(done) => <ProposeHandoverForm blocker={blocker} onDone={done} />}
        </Act>
      )}
      {may('withdraw-handover') && handoverProposal !== null && (
        <Act
          name={name('withdraw-handovers')}
          title={t.withdrawHandover}
          note={t.handoverAsked(handoverProposal.by.name, handoverProposal.to.name, handoverProposal.reason)}
        >
          {(done) => (
            <WithdrawForm blocker={blocker} kind="handovers" proposal={handoverProposal.id} onDone={done} />
          )}
        </Act>
      )}
      {may('set-office') && (
        <Act
          name={name('office')}
          title={t.officeTitle}
          note={
            responsibleOffice?.name ??
            [t.officeNoneNow, responsibleUnit].filter((said) => said !== null).join(': ')
          }
        >
          {(done) => <OfficeForm blocker={blocker} onDone={done} />}
        </Act>
      )}
      {may('change') && (
        <>
          <Act
            name={name('cause')}
            title={t.cause}
            note={
              cause === 'unclassified' && suggested !== undefined
                ? t.causeNote(nameOf(suggested))
                : nameOf(cause)
            }
          >
            {(done) => <CauseForm blocker={blocker} onDone={done} />}
          </Act>
          <Act
            name={name('charge')}
            title={t.charge}
            note={[
              responsibleUnit ?? t.unitNone,
              due === null ? t.dueNone : t.dueNote(formats.date(due)),
            ].join(', ')}
          >
            {(done) => <ChargeForm blocker={blocker} today={today} onDone={done} />}
          </Act>
          <Act
            name={name('held')}
            title={t.held}
            note={capitalHeld === null ? t.heldUnknown : amount(capitalHeld)}
          >
            {(done) => <HeldForm blocker={blocker} onDone={done} />}
          </Act>
          <Act name={name('wording')} title={t.wording}>
            {(done) => <WordingForm blocker={blocker} today={today} onDone={done} />}
          </Act>
        </>
      )}
      {may('close') && (
        <Act name={name('close')} title={t.close}>
          {(done) => <CloseForm blocker={blocker} today={today} onDone={done} />}
        </Act>
      )}
      {may('merge') && (
        <Act name={name('merge')} title={t.merge}>
          {(done) => <MergeForm blocker={blocker} onDone={done} />}
        </Act>
      )}
      {may('separate') && (
        <Act name={name('separate')} title={t.mergedTitle(blocker.merged.length)}>
          {() => <Merged merged={blocker.merged} />}
        </Act>
      )}
      {may('reopen') && (
        <Act name={name('reopen')} title={t.reopen}>
          {(done) => <ReopenForm blocker={blocker} today={today} onDone={done} />}
        </Act>
      )}
    </Section>
  );
}
