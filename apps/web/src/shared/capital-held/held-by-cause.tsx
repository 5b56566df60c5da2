import { Link } from 'wouter';
import type { BlockerGroupView } from '@thongvon/api-contract';
import { useFormats, useText } from '../../language';
import { largestOf, widthShare } from '../drawing';
import { messages } from './messages';
import { heldByUrgency } from './urgency';
import { useCauseNames } from './use-cause-names';
import './capital-held.css';

/** What each cause holds, as bars of one scale; each leads to its blockers. What only words suggest says so. */
export function HeldByCause({ groups }: { readonly groups: readonly BlockerGroupView[] }) {
  const formats = useFormats();
  const nameOf = useCauseNames();
  const t = useText(messages);
  const most = largestOf(groups.map(({ capitalHeld }) => capitalHeld));
  const allSuggested = groups.length > 0 && groups.every(({ suggested }) => suggested);
  return (
    <ul>
      {allSuggested && <li className="ch-note">{t.allSuggested}</li>}
      {groups.map(({ key, suggested, capitalHeld, parts }) => (
        <li key={`${key ?? ''} ${suggested}`}>
          {/* Nobody has confirmed them: they are found among those without a cause. */}
          <Link
            href={`/vuong-mac?cause=${suggested ? 'unclassified' : (key ?? 'unclassified')}`}
            className="ch-cause"
          >
            <span>
              {nameOf(key)}
              {suggested && !allSuggested && <small> · {t.suggested}</small>}
            </span>
            <span className="n strong">{capitalHeld === null ? '–' : formats.amount(capitalHeld)}</span>
            <span className="ch-bar" aria-hidden="true">
              {heldByUrgency(parts)
                .filter(([, held]) => held !== '0')
                .map(([urgency, held]) => (
                  <i
                    key={urgency}
                    className={`ch-${urgency}`}
                    style={{ width: `${100 * widthShare(held, most)}%` }}
                  />
                ))}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
