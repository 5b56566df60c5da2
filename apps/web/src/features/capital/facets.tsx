import { useState } from 'react';
import type { CurveView, FacetsView, ProjectKind, SummaryGroupView } from '@thongvon/api-contract';
import { PROJECT_KIND_NAMES } from '@thongvon/kernel';
import { useFormats, useMoney, usePreferences, useText, useUnitNames } from '../../language';
import { RateBar } from '../../shared';
import { nextMilestone } from '../../shared/plan-year';
import { messages } from './messages';
import { FACETS, type Facet, type OverviewState } from './view-state';

interface FacetsProps {
  readonly sums: FacetsView;
  readonly course: CurveView;
  readonly asOf: string;
  readonly state: OverviewState;
}

/** Each row is a rate, a plan and a filter; choosing one changes the other bars and the table, the headline stays. */
export function Facets({ sums, course, asOf, state }: FacetsProps) {
  const t = useText(messages);
  const { short } = useUnitNames();
  const target = nextMilestone(asOf, course.milestones)?.percent;
  return (
    <aside className="ov-facets noprint" aria-label={t.filterBy}>
      <div className="sec sec-head">
        <h2>{t.filterBy}</h2>
        <span className="end small muted">{t.rateAndPlan(short)}</span>
      </div>
      {FACETS.map((facet) => (
        <FacetBars key={facet} facet={facet} groups={sums[facet]} target={target} state={state} />
      ))}
    </aside>
  );
}

interface FacetBarsProps {
  readonly facet: Facet;
  readonly groups: readonly SummaryGroupView[];
  readonly target: number | undefined;
  readonly state: OverviewState;
}

/** More than these are behind a button. */
const SHOWN = 5;
const NOT_KNOWN = 'none';
const NOT_SPLIT = 'unspecified';

function FacetBars({ facet, groups, target, state }: FacetBarsProps) {
  const t = useText(messages);
  const [all, setAll] = useState(false);
  const chosen = state.value(facet);
  // What isn't known is no answer to "where" or "of what": it comes last however large.
  const isUnknown = ({ key }: SummaryGroupView) => key === null || key === NOT_SPLIT;
  const known = [...groups.filter((group) => !isUnknown(group)), ...groups.filter(isUnknown)];
  if (known.length === 0) return null;
  const shown = known.filter(({ key }, index) => all || index < SHOWN || (key ?? NOT_KNOWN) === chosen);
  const hidden = known.length - shown.length;
  return (
    <section className="ov-facet" aria-label={t[facet]}>
      <h3>{t[facet]}</h3>
      <ul>
        {shown.map((group) => (
          <li key={group.key}>
            <FacetBar
              group={group}
              facet={facet}
              target={target}
              chosen={chosen}
              onChoose={(key) => state.set({ [facet]: key })}
            />
          </li>
        ))}
      </ul>
      {(hidden > 0 || all) && known.length > SHOWN && (
        <button type="button" className="link small" onClick={() => setAll(!all)}>
          {all ? t.fewer : t.more(hidden)}
        </button>
      )}
    </section>
  );
}

interface FacetBarProps {
  readonly group: SummaryGroupView;
  readonly facet: Facet;
  readonly target: number | undefined;
  readonly chosen: string | undefined;
  readonly onChoose: (key: string | undefined) => void;
}

function FacetBar({ group, facet, target, chosen, onChoose }: FacetBarProps) {
  const t = useText(messages);
  const { language } = usePreferences();
  const formats = useFormats();
  const { key, label, rate, planned, disbursed, split } = group;
  const inUnit = useMoney();
  const name =
    key === null
      ? t.notKnown
      : facet === 'kind'
        ? PROJECT_KIND_NAMES[key as ProjectKind][language]
        : key === NOT_SPLIT && facet === 'source'
          ? t.notSplit
          : (label ?? key);
  const value = key ?? NOT_KNOWN;
  const isChosen = chosen === value;
  const off = chosen !== undefined && !isChosen;
  const amounts = [disbursed, planned].map((amount) => formats.amount(amount)).join(' / ');
  const openOf = (notSplit: string) =>
    split?.atMost == null || disbursed === null
      ? t.notSplitBy(inUnit(notSplit), split?.notSplitProjects ?? 0)
      : t.partlySplitBy(inUnit(disbursed), inUnit(split.atMost), inUnit(notSplit), split.notSplitProjects);
  const open = split?.notSplit == null ? '' : `; ${openOf(split.notSplit)}`;
  return (
    <button
      type="button"
      className={`ov-bar${off ? ' ov-off' : ''}`}
      aria-pressed={isChosen}
      title={`${name}: ${amounts}${open}`}
      onClick={() => onChoose(isChosen ? undefined : value)}
    >
      <span className="ov-bar-name">{name}</span>
      <span className="n ov-bar-rate">{rate === null ? '–' : formats.rate(rate)}</span>
      <RateBar
        rate={rate === null ? null : Number(rate)}
        targets={target === undefined || rate === null ? [] : [target]}
      />
      <span className="n ov-bar-plan">{formats.amount(planned, 1)}</span>
    </button>
  );
}
