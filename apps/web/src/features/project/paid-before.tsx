import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import type { PaidBeforeView, SetPaidBeforeRequest } from '@thongvon/api-contract';
import { send } from '../../api/client';
import { useUser } from '../../api/session';
import { type Messages, useFormats, useText } from '../../language';
import { QueryStates, Refusal } from '../../shared';
import { DocumentField, documentOf } from '../../shared/document-field';
import { DongInput } from '../../shared/dong-input';
import { wholeDong } from '../../shared/whole-dong';
import { enteredQuery } from './queries';

interface PaidBeforeProps {
  readonly projectId: string;
  readonly planYear: number;
}

/** What was paid of the project before the plan year, which no weekly return says; asked for when it is opened. */
export function PaidBefore({ projectId, planYear }: PaidBeforeProps) {
  const t = useText(messages);
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="noprint" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t.title(planYear)}</summary>
      {isOpen && <Entry projectId={projectId} planYear={planYear} />}
    </details>
  );
}

function Entry({ projectId, planYear }: PaidBeforeProps) {
  const t = useText(messages);
  const { role } = useUser();
  const query = useQuery(enteredQuery(projectId, planYear));
  return (
    <QueryStates query={query}>
      {({ paidBefore: entry }) => (
        <>
          <Entered entry={entry} />
          <p className="small muted">{t.what}</p>
          {(role === 'reporter' || role === 'finance-officer') && (
            <Form key={entry?.at} projectId={projectId} planYear={planYear} />
          )}
        </>
      )}
    </QueryStates>
  );
}

function Entered({ entry }: { readonly entry: PaidBeforeView | null }) {
  const t = useText(messages);
  const formats = useFormats();
  if (entry === null) return <p className="muted">{t.none}</p>;
  return (
    <p role="status">
      <b className="n">{formats.dong(entry.paid)}</b>
      <span className="small muted">
        {' '}
        {[entry.document, t.entered(formats.instant(entry.at))].filter((part) => part !== null).join('; ')}
      </span>
    </p>
  );
}

function Form({ projectId, planYear }: PaidBeforeProps) {
  const t = useText(messages);
  const client = useQueryClient();
  const [typed, setTyped] = useState('');
  const [document, setDocument] = useState('');
  const paid = wholeDong(typed);
  const change = useMutation({
    mutationFn: (request: SetPaidBeforeRequest) =>
      send<PaidBeforeView>('PUT', `/api/projects/${projectId}/paid-before`, request),
    onSuccess: (paidBefore) =>
      client.setQueryData(
        enteredQuery(projectId, planYear).queryKey,
        (entered) => entered && { ...entered, paidBefore },
      ),
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (paid === null) return;
    change.mutate({ planYear, paid, ...documentOf(document) });
  };
  return (
    <form className="pj-entry" onSubmit={submit}>
      <DongInput label={t.amount} typed={typed} onType={setTyped} />
      <DocumentField label={t.document} value={document} onChange={setDocument} />
      <Refusal error={change.error} />
      <button type="submit" className="btn btn-main" disabled={change.isPending || paid === null}>
        {t.save}
      </button>
    </form>
  );
}

const messages = {
  title: {
    vi: (year: number) => `Đã thanh toán trước năm ${year}`,
    en: (year: number) => `Paid before ${year}`,
  },
  what: {
    vi: 'Lũy kế thanh toán từ khởi công đến hết năm trước, theo quyết toán năm. Cộng với số của năm nay thì không được vượt tổng mức đầu tư.',
    en: 'Paid from the start to the end of the year before, by the annual settlement. With this year’s figures it may not pass the total investment.',
  },
  none: { vi: 'Chưa nhập.', en: 'Not entered yet.' },
  entered: { vi: (at: string) => `nhập ${at}`, en: (at: string) => `entered ${at}` },
  amount: { vi: 'Số tiền (đồng)', en: 'Amount (đồng)' },
  document: { vi: 'Theo văn bản (không bắt buộc)', en: 'From which document (optional)' },
  save: { vi: 'Lưu số đã thanh toán', en: 'Save' },
} satisfies Messages;
