import type { FindingView } from '@thongvon/api-contract';
import { usePreferences, useText } from '../../language';
import { Section } from '../../shared';
import { groupFindings, keyOf, type Asked, type FindingBundle } from './findings';
import { messages } from './messages';
import './finding-list.css';

interface FindingListProps {
  readonly findings: readonly FindingView[];
  readonly opened: string | undefined;
  readonly onOpen: (key: string) => void;
}

/** All findings by what they ask; one is open next to the list. */
export function FindingList({ findings, opened, onOpen }: FindingListProps) {
  const t = useText(messages);
  const groups = groupFindings(findings);
  return (
    <Section title={t.findings} end={groups.length > 0 ? t.clickToSee : undefined} className="rt-findings">
      {groups.length === 0 && <p className="small muted">{t.noFindings}</p>}
      {groups.map(({ asked, count, bundles }) => (
        <div key={asked} className="rt-group">
          <h3>
            <span className={asked === 'mend' ? 'alarm' : ''}>
              <Mark asked={asked} />
              {t[asked]}
            </span>
            <span className="n">{count}</span>
          </h3>
          {bundles.map((bundle) => (
            <Bundle key={bundle.findings.map(keyOf).join()} bundle={bundle} opened={opened} onOpen={onOpen} />
          ))}
        </div>
      ))}
    </Section>
  );
}

/** Shape carries the meaning: filled, half, hollow, none. */
function Mark({ asked }: { readonly asked: Asked }) {
  const shape = { mend: 'mk mk-over', answer: 'mk mk-soon', check: 'mk', understood: undefined }[asked];
  return shape === undefined ? null : <span className={shape} />;
}

interface BundleProps extends Pick<FindingListProps, 'opened' | 'onOpen'> {
  readonly bundle: FindingBundle;
}

function Bundle({ bundle: { code, findings }, opened, onOpen }: BundleProps) {
  const t = useText(messages);
  const lines = findings.map((finding) => (
    <Line key={keyOf(finding)} finding={finding} isOpen={keyOf(finding) === opened} onOpen={onOpen} />
  ));
  if (findings.length === 1) return lines;
  const title =
    { 'RET-PROJECT-MISSING': t.missingBundle, 'RET-PROJECT-UNKNOWN': t.unknownBundle }[code] ?? t.bundle;
  return (
    <details className="rt-bundle" open={findings.some((finding) => keyOf(finding) === opened)}>
      <summary>{title(findings.length)}</summary>
      {lines}
    </details>
  );
}

interface LineProps extends Pick<FindingListProps, 'onOpen'> {
  readonly finding: FindingView;
  readonly isOpen: boolean;
}

function Line({ finding, isOpen, onOpen }: LineProps) {
  const { language } = usePreferences();
  const { cell, value, message, messageEn } = finding;
  return (
    <button
      type="button"
      className="rt-finding"
      {...(isOpen ? { 'aria-current': 'true' as const } : {})}
      onClick={() => onOpen(keyOf(finding))}
    >
      <span className="c cell">{cell ?? (value !== null && value.length < 9 ? value : '–')}</span>
      <span className="rt-says">{language === 'vi' ? message : messageEn}</span>
    </button>
  );
}
