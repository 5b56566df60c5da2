import { useState } from 'react';
import type { FacetsView, ProjectKind, SummaryGroupView } from '@thongvon/api-contract';
import { PROJECT_GROUP_NAMES, PROJECT_KIND_NAMES, type ProjectGroup } from '@thongvon/kernel';
import { useFormats, useMoney, usePreferences, useText, useUnitNames } from '../../language';
import { largestOf, widthShare } from '../../shared/drawing';
import { messages } from './messages';
import { FACETS, type Facet, type OverviewState } from './view-state';

interface FacetsProps {
  readonly sums: FacetsView;
  readonly state: OverviewState;
}

/**
 * Each row is a filter: as long as its plan next to the largest one, filled as far as it is disbursed, with a tick at half. Choosing
 * one changes the other bars and the table, the headline stays.
 */
export function Facets({ sums, state }: FacetsProps) {
  const t = useText(messages);
  const { short } = useUnitNames();
  return (
    <aside id="loc-theo" className="ov-facets noprint" aria-label={t.filterBy}>
      <div className="sec sec-head">
        <h2>{t.filterBy}</h2>
        <span className="end small muted">{t.rateAndPlan(short)}</span>
      </div>
      {FACETS.map((facet) => (
        <FacetBars key={facet} facet={facet} groups={sums[facet]} state={state} />
      ))}
      <p className="small muted">{t.legendFacets}</p>
    </aside>
  );
}

interface FacetBarsProps {
  readonly facet: Facet;
  readonly groups: readonly SummaryGroupView[];
  readonly state: OverviewState;
}

/** More than these are behind a button. */
const SHOWN = 5;
/** In the address and the API, for what isn't known. */
export const NOT_KNOWN = 'none';
const NOT_SPLIT = 'unspecified';

function FacetBars({ facet, groups, state }: FacetBarsProps) {
  const t = useText(messages);
  const [all, setAll] = useState(false);
  const chosen = state.value(facet);
  // What isn't known is no answer to "where" or "of what": it comes last however large.
  const isUnknown = ({ key }: SummaryGroupView) => key === null || key === NOT_SPLIT;
  const known = [...groups.filter((group) => !isUnknown(group)), ...groups.filter(isUnknown)];
  if (known.length === 0) return null;
  const shown = known.filter(({ key }, index) => all || index < SHOWN || (key ?? NOT_KNOWN) === chosen);
  const largest = largestOf(known.map(({ planned }) => planned));
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
              largest={largest}
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
  /** The largest plan of the facet: how long the longest bar is. */
  readonly largest: bigint;
  readonly chosen: string | undefined;
  readonly onChoose: (key: string | undefined) => void;
}

/** What a value of a facet is called. */
export function useGroupName(): (facet: Facet, group: Pick<SummaryGroupView, 'key' | 'label'>) => string {
  const t = useText(messages);
  const { language } = usePreferences();
  return (facet, { key, label }) => {
    if (key === null) return t.notKnown;
    if (facet === 'kind') return PROJECT_KIND_NAMES[key as ProjectKind][language];
    if (facet === 'group') return PROJECT_GROUP_NAMES[key as ProjectGroup][language];
    return key === NOT_SPLIT && facet === 'source' ? t.notSplit : (label ?? key);
  };
}

function FacetBar({ group, facet, largest, chosen, onChoose }: FacetBarProps) {
  const t = useText(messages);
  const { unit } = usePreferences();
  const formats = useFormats();
  const { key, rate, planned, disbursed, split } = group;
  const inUnit = useMoney();
  const name = useGroupName()(facet, group);
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
      <SizeBar share={widthShare(planned, largest)} rate={rate} />
      <span className="n ov-bar-plan">
        {unit === 'billion-dong' ? formats.amount(planned, 1) : formats.amount(planned)}
      </span>
    </button>
  );
}

interface SizeBarProps {
  /** Of the longest bar. */
  readonly share: number;
  /** Percent that is disbursed; null where it isn't known. */
  readonly rate: string | null;
}

/** Shorter than this a bar has no room for a tick. */
const TICKED = 0.1;

/** Only repeats what stands beside it. */
function SizeBar({ share, rate }: SizeBarProps) {
  return (
    <span
      className={rate === null ? 'ov-size hatched' : 'ov-size'}
      aria-hidden="true"
      style={{ width: `${share * 100}%` }}
    >
      {rate !== null && <i style={{ width: `${Math.min(100, Math.max(0, Number(rate)))}%` }} />}
      {rate !== null && share >= TICKED && <b />}
    </span>
  );
}
