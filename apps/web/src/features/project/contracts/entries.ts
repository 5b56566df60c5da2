import type { ContractAdvanceView, GuaranteeView } from '@thongvon/api-contract';
import { useToday } from '../../../api/session';
import { useFormats, useText } from '../../../language';
import { wholeDong } from '../../../shared/whole-dong';
import type { Entry, EntryField, Values } from './entry-form';
import { messages } from './messages';

/** What a person can enter about a project's contracts. */
export type Action =
  | { readonly type: 'addAdvance' | 'addGuarantee' }
  | { readonly type: 'recover' | 'amend'; readonly advance: ContractAdvanceView }
  | { readonly type: 'extend' | 'release'; readonly guarantee: GuaranteeView };

/** The form of an action: where it is sent, and what it asks for. */
export function useEntry(action: Action, projectId: string): Entry {
  const t = useText(messages);
  const formats = useFormats();
  const today = useToday() ?? '';
  const document: EntryField = {
    name: 'document',
    kind: 'text',
    label: t.document,
    max: 500,
    optional: true,
  };
  const text = (name: string, label: string, hint?: string): EntryField => ({
    ...{ name, kind: 'text', label, max: 300 },
    ...(hint === undefined ? {} : { hint }),
  });
  const terms = (advance?: ContractAdvanceView): EntryField[] => [
    { name: 'contractValue', kind: 'dong', label: t.contractValue, initial: typed(advance?.contractValue) },
    { name: 'amount', kind: 'dong', label: t.advance, initial: typed(advance?.amount) },
    {
      ...{ name: 'recoverBy', kind: 'date', label: t.recoverBy, hint: t.recoverByHint, optional: true },
      initial: advance?.recoverBy ?? '',
    },
  ];
  switch (action.type) {
    case 'addAdvance':
      return {
        path: `/api/projects/${projectId}/contract-advances`,
        fields: [
          text('contract', t.contract),
          text('contractor', t.contractor, t.contractorHint),
          { name: 'paidOn', kind: 'date', label: t.paidOn, to: today },
          ...terms(),
          document,
        ],
      };
    case 'amend':
      return {
        path: `/api/contract-advances/${action.advance.id}/terms`,
        what: t.amendWhat,
        fields: [...terms(action.advance), document],
      };
    case 'recover': {
      const { id, amount, paidOn, recovered, disbursed, figuresOn } = action.advance;
      return {
        path: `/api/contract-advances/${id}/recovery`,
        ...(recovered === null || disbursed === null || figuresOn === null
          ? {}
          : { what: t.before(formats.date(figuresOn), formats.dong(recovered), formats.dong(disbursed)) }),
        fields: [
          { name: 'on', kind: 'date', label: t.figuresOn, from: paidOn, to: today, initial: today },
          {
            ...{ name: 'recovered', kind: 'dong', label: t.recovered },
            hint: t.recoveredHint(formats.dong(amount)),
          },
          { name: 'disbursed', kind: 'dong', label: t.disbursed, hint: t.disbursedHint },
          {
            ...{ name: 'reason', kind: 'text', label: t.reason, hint: t.reasonHint, max: 500 },
            when: (values) => needsReason(action.advance, values),
          },
          document,
        ],
      };
    }
    case 'addGuarantee':
      return {
        path: `/api/projects/${projectId}/guarantees`,
        fields: [
          text('contractor', t.contractor),
          { name: 'amount', kind: 'dong', label: t.guaranteed },
          { name: 'givenOn', kind: 'date', label: t.givenOn, to: today },
          { name: 'expiresOn', kind: 'date', label: t.expiresOn },
          document,
        ],
      };
    case 'extend': {
      const { id, expiresOn } = action.guarantee;
      return {
        path: `/api/guarantees/${id}/extension`,
        what: t.endsNow(formats.date(expiresOn)),
        fields: [{ name: 'expiresOn', kind: 'date', label: t.newExpiresOn, from: expiresOn }, document],
      };
    }
    case 'release':
      return {
        path: `/api/guarantees/${action.guarantee.id}/release`,
        what: t.releaseWhat,
        fields: [{ name: 'on', kind: 'date', label: t.releasedOn, to: today, initial: today }, document],
      };
  }
}

/** Whole đồng as a person types them: in groups of three. */
function typed(dong: string | undefined): string {
  return dong === undefined ? '' : dong.replace(/\B(?=(?:\d{3})+$)/g, '.');
}

/** Whether a sum falls against the last figures, or passes the value of the contract. The server decides for other days. */
function needsReason({ recovered, disbursed, contractValue }: ContractAdvanceView, values: Values): boolean {
  const [back, spent] = [wholeDong(values['recovered'] ?? ''), wholeDong(values['disbursed'] ?? '')];
  const fell = (now: string | null, before: string | null) =>
    now !== null && before !== null && BigInt(now) < BigInt(before);
  return (
    fell(back, recovered) ||
    fell(spent, disbursed) ||
    (spent !== null && BigInt(spent) > BigInt(contractValue))
  );
}
