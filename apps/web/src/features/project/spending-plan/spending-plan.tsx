import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { SpendingPlanView } from '@thongvon/contracts';
import { useUser } from '../../../api/session';
import { useFormats, useText } from '../../../language';
import { QueryStates, Section } from '../../../shared';
import { percentOf } from '../../../shared/course/course-figures';
import { MonthTable, monthsOf } from '../../../shared/month-sums';
import { enteredQuery } from '../queries';
import type { Story } from '../story';
import { useMoney } from '../use-money';
import { messages } from './messages';
import { lastCompared } from './months-compared';
import { SpendingPlanForm } from './spending-plan-form';
import { useCompared } from './use-compared';

interface SpendingPlanProps {
  readonly projectId: string;
  readonly story: Story;
}

/** What the owner means to disburse by each month's end, beside what was: shown to all, typed by the project's reporters. */
export function SpendingPlan({ projectId, story }: SpendingPlanProps) {
  const query = useQuery(enteredQuery(projectId, story.planYear));
  return (
    <QueryStates query={query}>
      {({ spendingPlan }) => <Plan projectId={projectId} story={story} plan={spendingPlan} />}
    </QueryStates>
  );
}

interface PlanProps extends SpendingPlanProps {
  readonly plan: SpendingPlanView | null;
}

function Plan({ projectId, story, plan }: PlanProps) {
  const t = useText(messages);
  const { role } = useUser();
  const [isTyping, setTyping] = useState(false);
  const finding = useFinding(plan, story);
  return (
    <Section className="pj-own-plan" title={finding ?? t.title(story.planYear)}>
      {plan !== null && <Known plan={plan} story={story} />}
      {plan === null && !isTyping && <p className="muted pj-note">{t.none}</p>}
      {isTyping ? (
        <SpendingPlanForm projectId={projectId} story={story} plan={plan} onDone={() => setTyping(false)} />
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
function useFinding(plan: SpendingPlanView | null, { planYear, told, today }: Story): string | undefined {
  const t = useText(messages);
  const money = useMoney();
  const sums = plan?.months.map(({ cumulative }) => cumulative) ?? [];
  const last = lastCompared(monthsOf(planYear), sums, told, today);
  if (last === undefined) return undefined;
  const { month, ahead } = last;
  if (ahead === 0n) return t.onPlan(month.name);
  return ahead < 0n ? t.behind(month.name, money(-ahead)) : t.ahead(month.name, money(ahead));
}

function Known({ plan, story }: { readonly plan: SpendingPlanView; readonly story: Story }) {
  const t = useText(messages);
  const formats = useFormats();
  const money = useMoney();
  const beside = useCompared(story);
  const sums = plan.months.map(({ cumulative }) => BigInt(cumulative));
  const last = plan.months.at(-1)?.cumulative ?? '0';
  const share = percentOf(last, story.standing?.planned ?? null);
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
