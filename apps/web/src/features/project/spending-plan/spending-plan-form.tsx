import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import type { EnteredView, SetSpendingPlanRequest, SpendingPlanView } from '@thongvon/api-contract';
import { send } from '../../../api/client';
import { useText } from '../../../language';
import { Refusal } from '../../../shared';
import { DocumentField, documentOf } from '../../../shared/document-field';
import { MonthEntry, useMonthSums } from '../../../shared/month-sums';
import { enteredQuery } from '../queries';
import type { Story } from '../story';
import { messages } from './messages';
import { useCompared } from './use-compared';

interface SpendingPlanFormProps {
  readonly projectId: string;
  readonly story: Story;
  /** What it begins with. */
  readonly entered: EnteredView;
  readonly onDone: () => void;
}

/** The thirteen months to type or paste, and by which document. */
export function SpendingPlanForm({ projectId, story, entered, onDone }: SpendingPlanFormProps) {
  const t = useText(messages);
  const client = useQueryClient();
  const { planYear, today } = story;
  const { spendingPlan: plan } = entered;
  const typing = useMonthSums(
    plan?.months.map(({ cumulative }) => cumulative),
    false,
  );
  const beside = useCompared(entered, today);
  const [document, setDocument] = useState('');
  const { sums } = typing;
  const change = useMutation({
    mutationFn: (request: SetSpendingPlanRequest) =>
      send<SpendingPlanView>('PUT', `/api/projects/${projectId}/spending-plan`, request),
    // What it comes to next to the figures is asked for anew.
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: enteredQuery(projectId, planYear).queryKey });
      onDone();
    },
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (sums === undefined) return;
    change.mutate({ planYear, cumulative: [...sums], ...documentOf(document) });
  };
  return (
    <form className="pj-months noprint" onSubmit={submit}>
      <MonthEntry planYear={planYear} caption={t.title(planYear)} typing={typing} beside={beside} />
      <div className="pj-entry">
        <DocumentField label={t.document} value={document} onChange={setDocument} />
        {plan !== null && <p className="small muted">{t.keeps}</p>}
        <Refusal error={change.error} />
        <div className="pj-buttons">
          <button type="submit" className="btn btn-main" disabled={change.isPending || sums === undefined}>
            {t.save}
          </button>
          <button type="button" className="btn" onClick={onDone}>
            {t.cancel}
          </button>
        </div>
      </div>
    </form>
  );
}
