import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import type { PastCourseView, SetPastCourseRequest } from '@thongvon/api-contract';
import { send } from '../../api/client';
import { useText } from '../../language';
import { Refusal } from '../../shared';
import { DocumentField, documentOf } from '../../shared/document-field';
import { DongInput } from '../../shared/dong-input';
import { inGroups, MonthEntry, useMonthSums } from '../../shared/month-sums';
import { wholeDong } from '../../shared/whole-dong';
import { messages } from './messages';
import { pastCoursesQuery } from './queries';
import { useShare } from './use-share';

interface PastCourseFormProps {
  readonly office: string;
  readonly planYear: number;
  /** What it begins with. */
  readonly course: PastCourseView | undefined;
}

/** The year's plan, what was disbursed by the end of each month, and from which report. */
export function PastCourseForm({ office, planYear, course }: PastCourseFormProps) {
  const t = useText(messages);
  const client = useQueryClient();
  const [typedPlan, setTypedPlan] = useState(inGroups(course?.planned ?? ''));
  const [document, setDocument] = useState('');
  const typing = useMonthSums(
    course?.points.map(({ disbursed }) => disbursed),
    true,
  );
  const { sums } = typing;
  const planned = wholeDong(typedPlan);
  const share = useShare(course?.planned === planned ? course : undefined);
  const change = useMutation({
    mutationFn: (request: SetPastCourseRequest) =>
      send<PastCourseView>('PUT', `/api/organizations/${office}/past-course`, request),
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: pastCoursesQuery(office).queryKey }),
        client.invalidateQueries({ queryKey: ['disbursements', 'curve'] }),
      ]),
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (planned === null || sums === undefined) return;
    change.mutate({ planYear, planned, cumulative: [...sums], ...documentOf(document) });
  };
  return (
    <form className="pc-form" onSubmit={submit}>
      <div className="pc-fields">
        <DongInput label={t.planned} typed={typedPlan} onType={setTypedPlan} />
      </div>
      <MonthEntry planYear={planYear} caption={t.title(planYear)} typing={typing} beside={[share]} />
      <div className="pc-fields">
        <DocumentField label={t.document} value={document} onChange={setDocument} />
        {course !== undefined && <p className="small muted">{t.keeps}</p>}
        <Refusal error={change.error} />
        <button
          type="submit"
          className="btn btn-main"
          disabled={change.isPending || planned === null || sums === undefined}
        >
          {t.save}
        </button>
      </div>
    </form>
  );
}
