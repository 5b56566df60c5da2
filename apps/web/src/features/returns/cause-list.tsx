import type { CauseView } from '@thongvon/api-contract';
import { useSaid, useText } from '../../language';
import { Section } from '../../shared';
import { findingsOf, groupOf, GROUPS, projectsAsked } from './causes';
import './finding-list.css';
import { messages } from './messages';
import type { SeenReturn } from './queries';

interface CauseListProps {
  readonly seen: SeenReturn;
  readonly opened: string | undefined;
  readonly onOpen: (key: string) => void;
}

/** One line a cause, first what settles the rest; one is open next to the list. */
export function CauseList({ seen, opened, onOpen }: CauseListProps) {
  const t = useText(messages);
  const { causes } = seen;
  const projects = projectsAsked(seen);
  return (
    <Section title={t.findings} end={causes.length > 0 ? t.clickToSee : undefined} className="rt-findings">
      {causes.length === 0 && <p className="small muted">{t.noFindings}</p>}
      {GROUPS.map((group) => {
        const own = causes.filter((cause) => groupOf(cause) === group);
        if (own.length === 0) return null;
        const lineOf = (cause: CauseView) => (
          <Line
            key={cause.key}
            cause={cause}
            seen={seen}
            isOpen={cause.key === opened}
            onOpen={() => onOpen(cause.key)}
          />
        );
        const isBundled = projects.length > 1;
        const lines = own.map((cause) =>
          !isBundled || !projects.includes(cause) ? (
            lineOf(cause)
          ) : cause === projects[0] ? (
            <details key="projects" className="rt-bundle" open>
              <summary>{t.whichProjects(projects.length)}</summary>
              {projects.map(lineOf)}
            </details>
          ) : null,
        );
        const head = (
          <>
            <span>{t[group]}</span>
            <span className="n">{own.length}</span>
          </>
        );
        return group === 'understood' ? (
          <details key={group} className="rt-group rt-bundle" open={own.some(({ key }) => key === opened)}>
            <summary>
              {t.understood}: {own.length}
            </summary>
            {lines}
          </details>
        ) : (
          <div key={group} className="rt-group">
            <h3>{head}</h3>
            {lines}
          </div>
        );
      })}
    </Section>
  );
}

/** Shape carries the meaning: filled, half, hollow, none. */
const SHAPES: Readonly<Record<CauseView['asks'], string | undefined>> = {
  mend: 'mk mk-over',
  answer: 'mk mk-soon',
  check: 'mk',
  understood: undefined,
};

interface LineProps {
  readonly cause: CauseView;
  readonly seen: SeenReturn;
  readonly isOpen: boolean;
  readonly onOpen: () => void;
}

function Line({ cause, seen, isOpen, onOpen }: LineProps) {
  const t = useText(messages);
  const say = useSaid();
  const [first] = findingsOf(cause, seen.findings);
  const { asks, places, consequences } = cause;
  const shape = SHAPES[asks];
  return (
    <button
      type="button"
      className="rt-finding"
      {...(isOpen ? { 'aria-current': 'true' as const } : {})}
      onClick={onOpen}
    >
      <span className="c cell">{places > 1 ? t.places(places) : (first?.cell ?? '–')}</span>
      <span>
        <span className="rt-says">
          {shape !== undefined && <span className={shape} />}
          {(asks === 'mend' || asks === 'answer') && (
            <b className="small">{asks === 'mend' && first?.cell != null ? t.mendCell : t[asks]}: </b>
          )}
          {say(cause, 'title')}
        </span>
        {consequences.length > 0 && (
          <span className="small muted">{t.consequences(consequences.length)}</span>
        )}
      </span>
    </button>
  );
}
