import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { EnteredView, SetSpendingPlanRequest, SpendingPlanView } from '@thongvon/api-contract';
import { useUser } from '../../../api/session';
import { type Messages, useFormats, useMoney, useText, useUnitNames, withValues } from '../../../language';
import { Amount, QueryStates, Section } from '../../../shared';
import { given, TextField } from '../../../shared/form/fields';
import { Form, useChange } from '../../../shared/form/form';
import { monthsOf, useMonthSums } from '../../../shared/month-sums/month-sums';
import { type BesideSums, MonthEntry, MonthTable } from '../../../shared/month-sums/month-table';
import { enteredQuery } from '../queries';
import type { Story } from '../story';

interface SpendingPlanProps {
  readonly projectId: string;
  readonly story: Story;
}

/** What the owner means to disburse by each month's end, next to what was: shown to all, typed by the project's reporters. */
export function SpendingPlan({ projectId, story }: SpendingPlanProps) {
  const query = useQuery(enteredQuery(projectId, story.planYear));
  return (
    <QueryStates query={query}>
      {(entered) => <Plan projectId={projectId} story={story} entered={entered} />}
    </QueryStates>
  );
}

interface PlanProps extends SpendingPlanProps {
  readonly entered: EnteredView;
}

function Plan({ projectId, story, entered }: PlanProps) {
  const t = useText(messages);
  const { role } = useUser();
  const [isTyping, setTyping] = useState(false);
  const finding = useFinding(entered, story);
  const { spendingPlan: plan } = entered;
  return (
    <Section className="pj-own-plan" title={finding ?? t.title(story.planYear)}>
      {plan !== null && <Known entered={entered} plan={plan} story={story} />}
      {plan === null && !isTyping && <p className="muted pj-note">{t.none}</p>}
      {isTyping ? (
        <SpendingPlanForm
          projectId={projectId}
          story={story}
          entered={entered}
          onDone={() => setTyping(false)}
        />
      ) : (
        role === 'reporter' && (
          <button type="button" className="btn noprint" onClick={() => setTyping(true)}>
            {plan === null ? t.enter : t.change}
          </button>
        )
      )}
    </Section>
  );
}

/** What it comes to, as a sentence; undefined while no month can be compared. */
function useFinding({ months }: EnteredView, { planYear }: Story): string | undefined {
  const t = useText(messages);
  const money = useMoney();
  const last = months.findLast(({ ahead }) => ahead !== null);
  const name = monthsOf(planYear).find(({ end }) => end === last?.end)?.name;
  if (last?.ahead == null || name === undefined) return undefined;
  const { ahead } = last;
  if (ahead === '0') return t.onPlan(name);
  return (ahead.startsWith('-') ? t.behind : t.ahead)(name, money(ahead.replace('-', '')));
}

interface KnownProps {
  readonly entered: EnteredView;
  readonly plan: NonNullable<EnteredView['spendingPlan']>;
  readonly story: Story;
}

function Known({ entered, plan, story }: KnownProps) {
  const t = useText(messages);
  const formats = useFormats();
  const money = useMoney();
  const beside = useCompared(entered, story.today);
  const sums = plan.months.map(({ cumulative }) => BigInt(cumulative));
  const last = plan.months.at(-1)?.cumulative ?? '0';
  const { spendingPlanRate: share } = entered;
  const notes = [
    share === null ? null : t.all(money(last), formats.percent(share)),
    plan.document,
    t.entered(formats.instant(plan.at)),
  ];
  return (
    <>
      <p className="pj-note">{notes.filter((note) => note !== null).join('; ')}</p>
      <details className="pj-months">
        <summary>{t.show}</summary>
        <MonthTable planYear={story.planYear} caption={t.title(story.planYear)} sums={sums} beside={beside} />
      </details>
    </>
  );
}

interface SpendingPlanFormProps {
  readonly projectId: string;
  readonly story: Story;
  /** What it begins with. */
  readonly entered: EnteredView;
  readonly onDone: () => void;
}

/** The thirteen months to type or paste, and by which document. */
function SpendingPlanForm({ projectId, story, entered, onDone }: SpendingPlanFormProps) {
  const t = useText(messages);
  const { planYear, today } = story;
  const { spendingPlan: plan } = entered;
  const typing = useMonthSums(
    plan?.months.map(({ cumulative }) => cumulative),
    false,
  );
  const beside = useCompared(entered, today);
  const [document, setDocument] = useState('');
  const { sums } = typing;
  const change = useChange<SetSpendingPlanRequest, SpendingPlanView>(
    'PUT',
    `/api/projects/${projectId}/spending-plan`,
    // What it comes to next to the figures is asked for anew.
    { stale: [enteredQuery(projectId, planYear).queryKey], onDone },
  );
  const submit = () => {
    if (sums !== undefined)
      change.mutate({ planYear, cumulative: [...sums], ...given('document', document) });
  };
  return (
    <Form
      className="pj-months noprint"
      submit={t.save}
      change={change}
      ready={sums !== undefined}
      onSubmit={submit}
      actions={
        <button type="button" className="btn" onClick={onDone}>
          {t.cancel}
        </button>
      }
    >
      <MonthEntry planYear={planYear} caption={t.title(planYear)} typing={typing} beside={beside} />
      <div className="form-narrow">
        <TextField
          name="document"
          label={t.document}
          maxLength={500}
          value={document}
          onChange={setDocument}
        />
      </div>
      {plan !== null && <p className="small muted">{t.keeps}</p>}
    </Form>
  );
}

/**
 * Next to each month what was disbursed by its end, with the day where that is an earlier one, and how much more than planned; of a
 * sum that is being typed once it is saved.
 */
function useCompared({ months }: Pick<EnteredView, 'months'>, today: string): BesideSums[] {
  const t = useText(messages);
  const formats = useFormats();
  const { short } = useUnitNames();
  const of = (end: string) => months.find((month) => month.end === end);
  return [
    {
      title: `${t.disbursed} (${short})`,
      cell: ({ end }) => {
        const { disbursed = null, figuresOn = null } = of(end) ?? {};
        if (disbursed === null) return end.slice(0, 7) <= today.slice(0, 7) && <Amount value={null} />;
        return (
          <>
            {figuresOn !== null && figuresOn !== end && (
              <span className="small muted">{t.asOf(formats.shortDate(figuresOn))} </span>
            )}
            <Amount value={disbursed} />
          </>
        );
      },
    },
    {
      title: `${t.difference} (${short})`,
      cell: ({ end }, sum) => {
        const { planned, ahead = null } = of(end) ?? {};
        return ahead !== null && planned === sum?.toString() && <Amount change value={ahead} />;
      },
    },
  ];
}

const messages = {
  title: withValues(
    'Kế hoạch giải ngân từng tháng của chủ đầu tư, năm {}',
    'The owner’s own plan of disbursing, month by month, {}',
  ),
  behind: withValues(
    'Hết tháng {month}: chậm {amount} so với kế hoạch của chủ đầu tư',
    'By the end of {month}: {amount} behind the owner’s own plan',
  ),
  ahead: withValues(
    'Hết tháng {month}: vượt {amount} so với kế hoạch của chủ đầu tư',
    'By the end of {month}: {amount} ahead of the owner’s own plan',
  ),
  onPlan: withValues('Hết tháng {}: đúng kế hoạch của chủ đầu tư', 'By the end of {}: as the owner planned'),
  none: {
    vi: 'Chủ đầu tư chưa nhập kế hoạch giải ngân từng tháng của năm này.',
    en: 'The owner has not entered a monthly plan of this year.',
  },
  entered: withValues('nhập {}', 'entered {}'),
  all: withValues(
    'Cả năm {amount}, bằng {percent} kế hoạch vốn',
    '{amount} in the year, {percent} of the capital plan',
  ),
  show: { vi: 'Xem 13 tháng', en: 'Show the 13 months' },
  enter: { vi: 'Nhập kế hoạch 13 tháng', en: 'Enter the 13 months' },
  change: { vi: 'Lập lại kế hoạch', en: 'Plan anew' },
  keeps: {
    vi: 'Bản mới thay bản đang dùng; bản cũ vẫn được lưu.',
    en: 'The new plan takes the place of the present one, which is kept.',
  },
  disbursed: { vi: 'Đã giải ngân', en: 'Disbursed' },
  difference: { vi: 'So với kế hoạch', en: 'Against the plan' },
  asOf: withValues('đến {}', 'to {}'),
  document: { vi: 'Theo văn bản (không bắt buộc)', en: 'By which document (optional)' },
  save: { vi: 'Lưu kế hoạch', en: 'Save the plan' },
  cancel: { vi: 'Hủy', en: 'Cancel' },
} satisfies Messages;
