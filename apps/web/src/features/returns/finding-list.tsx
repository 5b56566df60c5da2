import { useId } from 'react';
import type { FindingView } from '@thongvon/api-contract';
import { useSaid, useText } from '../../language';
import { Section } from '../../shared';
import { AnswerForm } from './answer-form';
import { CorrectCell } from './corrections/correct-cell';
import './finding-list.css';
import { type Asked, askedBy, type FindingBundle, groupFindings, keyOf } from './findings';
import { messages } from './messages';
import './opened-finding.css';
import type { SeenReturn } from './queries';
import { SheetPicture } from './sheet-picture';
import { useOwnUnit } from './sums';

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
  const say = useSaid();
  const { cell, value } = finding;
  return (
    <button
      type="button"
      className="rt-finding"
      {...(isOpen ? { 'aria-current': 'true' as const } : {})}
      onClick={() => onOpen(keyOf(finding))}
    >
      <span className="c cell">{cell ?? (value !== null && value.length < 9 ? value : '–')}</span>
      <span className="rt-says">{say(finding, 'message')}</span>
    </button>
  );
}

interface OpenedFindingProps {
  readonly seen: SeenReturn;
  readonly finding: FindingView;
  /** The reader's own return, which can still be changed. */
  readonly canAnswer: boolean;
  readonly onAnswered: () => void;
}

/** One finding with its cell in the sheet and what can be done about it. */
export function OpenedFinding({ seen, finding, canAnswer, onAnswered }: OpenedFindingProps) {
  const t = useText(messages);
  const say = useSaid();
  const id = useId();
  const { sheet, cell } = finding;
  const asked = askedBy(finding);
  // What was settled by an answer can be answered anew as long as the return is the sender's.
  const isAnswered = asked === 'understood' && finding.asks !== undefined;
  return (
    <section className="rt-open" aria-labelledby={id}>
      <h2 id={id}>{say(finding, 'message')}</h2>
      <p className="lead">
        {sheet === null ? t.wholeFile : cell === null ? t.sheetOnly(sheet) : t.sheetCell(sheet, cell)}
      </p>
      {sheet !== null && cell !== null && (
        <SheetPicture returnId={seen.id} sheet={sheet} cell={cell} isAlarm={asked === 'mend'} />
      )}
      <WhatCounts seen={seen} finding={finding} />
      {canAnswer && sheet !== null && cell !== null && (
        <CorrectCell returnId={seen.id} sheet={sheet} cell={cell} />
      )}
      {isAnswered && canAnswer && <p className="what">{t.answeredHow}</p>}
      {(asked === 'answer' || isAnswered) && canAnswer ? (
        <AnswerForm
          key={`${finding.code} ${cell ?? ''} ${finding.value ?? ''}`}
          seen={seen}
          finding={finding}
          onAnswered={onAnswered}
        />
      ) : (
        canAnswer && (
          <p className="what">
            {asked === 'mend'
              ? t.mendHow
              : asked === 'check'
                ? t.checkHow
                : asked === 'understood'
                  ? t.nothingToDo
                  : ''}
          </p>
        )
      )}
    </section>
  );
}

/** For a project that the return no longer names: what was approved of it. */
function WhatCounts({ seen, finding }: Pick<OpenedFindingProps, 'seen' | 'finding'>) {
  const t = useText(messages);
  const unit = useOwnUnit(seen);
  if (finding.code !== 'RET-PROJECT-MISSING') return null;
  const row = seen.preview?.sections
    .flatMap(({ rows }) => rows)
    .find(({ state, code, name }) => state === 'missing' && (code ?? name) === finding.value);
  const before = row?.before ?? null;
  return before === null ? null : (
    <p className="what">{t.countsUntilThen(`${unit.amount(before)} ${unit.name}`)}</p>
  );
}
