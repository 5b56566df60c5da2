import { useLocation } from 'wouter';
import type {
  DecideProposalRequest,
  HandoverDecisionView,
  ProposalDecision,
  ProposeDueRequest,
  ProposeHandoverRequest,
  SetResponsibleOfficeRequest,
  WithdrawProposalRequest,
} from '@thongvon/api-contract';
import { useState } from 'react';
import { useText } from '../../../language';
import { given, LongText, TextField } from '../../../shared/form/fields';
import { Form } from '../../../shared/form/form';
import { oneLine } from '../../../shared/form/text-check';
import { useKeptForm } from '../../../shared/form/use-kept-form';
import { DueField } from '../due-field';
import { messages } from './messages';
import { OfficeField } from './office-field';
import { actName, STALE, useAct } from './use-act';
import type { ActFormProps } from './work-form';

/** Says which organisation must act. */
export function OfficeForm({ blocker, onDone }: Omit<ActFormProps, 'today'>) {
  const t = useText(messages);
  const { values, set, field, question, form } = useAct({
    blocker,
    name: 'office',
    fields: { organizationId: '', reason: '' },
    words: 'reason',
    send: ['POST', '/responsible-office'],
    request: ({ organizationId, reason }): SetResponsibleOfficeRequest | undefined =>
      organizationId === '' ? undefined : { organizationId, ...given('reason', oneLine(reason)) },
    onDone,
  });
  return (
    <Form {...form} submit={t.officeSave}>
      <OfficeField
        blockerId={blocker.id}
        label={t.office}
        value={values.organizationId}
        candidates={blocker.officeCandidates}
        onChange={(organizationId) => set({ organizationId })}
      />
      <TextField {...field('reason')} label={t.whyOptional} maxLength={1000} />
      {question}
    </Form>
  );
}

/** Asks for another due date, for a reason. */
export function ProposeDueForm({ blocker, today, onDone }: ActFormProps) {
  const t = useText(messages);
  const { field, question, form } = useAct({
    blocker,
    name: 'propose-due',
    fields: { due: '', reason: '' },
    words: 'reason',
    send: ['POST', '/due-proposals'],
    request: ({ due, reason }): ProposeDueRequest | undefined =>
      due === '' || oneLine(reason) === '' ? undefined : { due, reason: oneLine(reason) },
    onDone,
  });
  return (
    <Form {...form} submit={t.proposeDueSend}>
      <DueField field={field('due')} label={t.newDue} today={today} />
      <LongText {...field('reason')} label={t.proposeDueReason} required maxLength={1000} />
      {question}
      <p className="small muted">{t.proposeDueNote}</p>
    </Form>
  );
}

/** Asks another office to take it over; until it accepts, the turn stays. */
export function ProposeHandoverForm({ blocker, onDone }: Omit<ActFormProps, 'today'>) {
  const t = useText(messages);
  const { values, set, field, question, form } = useAct({
    blocker,
    name: 'propose-handover',
    fields: { organizationId: '', reason: '' },
    words: 'reason',
    send: ['POST', '/handovers'],
    request: ({ organizationId, reason }): ProposeHandoverRequest | undefined =>
      organizationId === '' || oneLine(reason) === ''
        ? undefined
        : { organizationId, reason: oneLine(reason) },
    onDone,
  });
  return (
    <Form {...form} submit={t.handoverSend}>
      <OfficeField
        blockerId={blocker.id}
        label={t.handoverTo}
        value={values.organizationId}
        onChange={(organizationId) => set({ organizationId })}
      />
      <LongText {...field('reason')} label={t.handoverReason} required maxLength={1000} />
      {question}
      <p className="small muted">{t.handoverNote}</p>
    </Form>
  );
}

interface ProposalFormProps extends Omit<ActFormProps, 'today'> {
  readonly kind: 'due-proposals' | 'handovers';
  /** The open proposal that is meant. */
  readonly proposal: string;
}

/** Accepts a proposal at one tap, or refuses it for a reason. */
export function DecideForm({ blocker, kind, proposal, onDone }: ProposalFormProps) {
  const t = useText(messages);
  const [, navigate] = useLocation();
  const [decision, setDecision] = useState<ProposalDecision>('accepted');
  const { values, field, question, form } = useKeptForm<
    { reason: string },
    DecideProposalRequest,
    HandoverDecisionView | object
  >({
    name: actName(blocker.id, `decide-${kind}`),
    fields: { reason: '' },
    words: 'reason',
    send: ['POST', `/api/blockers/${blocker.id}/${kind}/decision`],
    stale: STALE,
    request: ({ reason }) =>
      decision === 'refused' && oneLine(reason) === ''
        ? undefined
        : { proposal, decision, ...given('reason', oneLine(reason)) },
    onDone: (reply) => {
      onDone();
      // Who refused to take it over may see it no more.
      if ('blocker' in reply && reply.blocker === null) navigate('/vuong-mac');
    },
  });
  return (
    <Form {...form} submit={decision === 'accepted' ? t.accept : t.refuse}>
      <div className="bl-chips" role="radiogroup" aria-label={t.decision}>
        {(['accepted', 'refused'] as const).map((one) => (
          <label key={one} className="form-tick">
            <input
              type="radio"
              name={`decision ${kind}`}
              checked={decision === one}
              onChange={() => setDecision(one)}
            />
            {one === 'accepted' ? t.accept : t.refuse}
          </label>
        ))}
      </div>
      {(decision === 'refused' || values.reason !== '') && (
        <LongText {...field('reason')} label={t.decisionReason} required maxLength={1000} />
      )}
      {question}
    </Form>
  );
}

/** Takes one's own proposal back. */
export function WithdrawForm({ blocker, kind, proposal, onDone }: ProposalFormProps) {
  const t = useText(messages);
  const { field, question, form } = useAct({
    blocker,
    name: `withdraw-${kind}`,
    fields: { reason: '' },
    words: 'reason',
    send: ['POST', `/${kind}/withdrawal`],
    request: ({ reason }): WithdrawProposalRequest => ({ proposal, ...given('reason', oneLine(reason)) }),
    onDone,
  });
  return (
    <Form {...form} minor submit={t.withdraw}>
      <TextField {...field('reason')} label={t.whyOptional} maxLength={1000} />
      {question}
    </Form>
  );
}
