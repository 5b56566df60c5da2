import { type KeyboardEvent, type RefObject, useId, useState } from 'react';
import type { CauseView, FindingView } from '@thongvon/api-contract';
import { useSaid, useText } from '../../language';
import { AnswerForm } from './answer-form';
import { findingsOf, groupOf, neighbour, openCauses, projectsAsked, sharedChoices } from './causes';
import { CorrectCell } from './corrections/correct-cell';
import { keyOf } from './findings';
import { messages } from './messages';
import './opened-finding.css';
import type { SeenReturn } from './queries';
import { nameColumn } from './shown-columns';
import { SheetPicture } from './sheet-picture';
import { useOwnUnit } from './own-unit';

interface OpenedCauseProps {
  readonly seen: SeenReturn;
  readonly cause: CauseView;
  /** The key of the finding that was asked for; of several places its own stands open. */
  readonly wanted: string | undefined;
  /** The reader's own return, which can still be changed. */
  readonly canAnswer: boolean;
  readonly onAnswered: () => void;
  /** Something was declared to be right for a cell of it. */
  readonly onCorrected: () => void;
  readonly onOpen: (key: string) => void;
  /** Gets the focus when a cause is opened by a key, or after an answer. */
  readonly title: RefObject<HTMLHeadingElement | null>;
}

/** One cause with its place in the sheet, what can be done about it, and what follows from it. */
export function OpenedCause(props: OpenedCauseProps) {
  const { seen, cause, wanted, canAnswer, onAnswered, onCorrected, onOpen, title } = props;
  const t = useText(messages);
  const say = useSaid();
  const id = useId();
  const own = findingsOf(cause, seen.findings);
  const following = cause.consequences.flatMap((index) => seen.findings[index] ?? []);
  const [first] = own;
  const among = groupOf(cause) === 'todo' ? openCauses(seen) : [cause];
  const place = among.findIndex(({ key }) => key === cause.key) + 1;
  const go = (step: 1 | -1) => {
    const other = neighbour(among, cause, step);
    if (other) onOpen(other.key);
  };
  const onKey = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return;
    event.preventDefault();
    go(event.key === 'ArrowDown' ? 1 : -1);
  };
  if (first === undefined) return null;
  const isMany = own.length > 1;
  const acts = { seen, canAnswer, onAnswered, onCorrected };
  return (
    <section className="rt-open" aria-labelledby={id} onKeyDown={onKey}>
      {among.length > 1 && (
        <div className="rt-turn noprint">
          <span className="small muted">{t.placeOf(place, among.length)}</span>
          <button type="button" className="link small" onClick={() => go(-1)}>
            {t.previousCause}
          </button>
          <button type="button" className="link small" onClick={() => go(1)}>
            {t.nextCause}
          </button>
        </div>
      )}
      <h2 id={id} ref={title} tabIndex={-1}>
        {say(cause, 'title')}
      </h2>
      {isMany && cause.isOne && canAnswer && (
        <AnswerForm
          key={`${cause.key} all`}
          seen={seen}
          id={`${cause.key}:all`}
          findings={own}
          choices={cause.choices}
          onAnswered={onAnswered}
        />
      )}
      {isMany ? <Places {...acts} own={own} wanted={wanted} /> : <Place {...acts} finding={first} />}
      {canAnswer && <AllProjects seen={seen} cause={cause} onAnswered={onAnswered} />}
      {following.length > 0 && <Following seen={seen} following={following} />}
    </section>
  );
}

/** Where several projects are asked for, what is true of all of them is said once. */
function AllProjects({ seen, cause, onAnswered }: Pick<OpenedCauseProps, 'seen' | 'cause' | 'onAnswered'>) {
  const t = useText(messages);
  const projects = projectsAsked(seen);
  const choices = sharedChoices(projects);
  if (projects.length < 2 || !projects.includes(cause) || choices.length === 0) return null;
  return (
    <details className="rt-places">
      <summary>{t.allProjects(projects.length)}</summary>
      <AnswerForm
        seen={seen}
        id="projects:all"
        findings={projects.flatMap((one) => findingsOf(one, seen.findings))}
        choices={choices}
        onAnswered={onAnswered}
      />
    </details>
  );
}

type PlaceProps = Pick<OpenedCauseProps, 'seen' | 'canAnswer' | 'onAnswered' | 'onCorrected'>;

interface PlacesProps extends PlaceProps {
  readonly own: readonly FindingView[];
  readonly wanted: string | undefined;
}

/** Several places of one cause, each of which opens; the one that was asked for is open. */
function Places({ own, wanted, ...acts }: PlacesProps) {
  return (
    <div className="rt-places">
      {own.map((finding, i) => (
        <OnePlace
          key={`${keyOf(finding)} ${String(i)} ${String(keyOf(finding) === wanted)}`}
          {...acts}
          finding={finding}
          isWanted={keyOf(finding) === wanted}
        />
      ))}
    </div>
  );
}

interface OnePlaceProps extends PlaceProps {
  readonly finding: FindingView;
  readonly isWanted: boolean;
}

/** Its sheet is asked for once it is opened. */
function OnePlace({ isWanted, ...props }: OnePlaceProps) {
  const say = useSaid();
  const [isOpen, setOpen] = useState(isWanted);
  return (
    <details open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{say(props.finding, 'message')}</summary>
      {isOpen && <Place {...props} />}
    </details>
  );
}

/** One finding in its sheet, with what can be done about it. Corrections that are declared will stand below the picture. */
function Place(props: PlaceProps & { readonly finding: FindingView }) {
  const { seen, finding, canAnswer, onAnswered, onCorrected } = props;
  const t = useText(messages);
  const { sheet, cell, severity, asks } = finding;
  // What was settled by an answer can be answered anew as long as the return is the sender's.
  const isAnswered = severity === 'info' && asks !== undefined;
  const isQuestion = severity === 'question' && asks !== undefined;
  return (
    <>
      <p className="lead">
        {sheet === null ? t.wholeFile : cell === null ? t.sheetOnly(sheet) : t.sheetCell(sheet, cell)}
      </p>
      {sheet !== null && cell !== null && (
        <SheetPicture
          returnId={seen.id}
          sheet={sheet}
          cell={cell}
          names={nameColumn(seen, sheet)}
          isAlarm={severity === 'error' || (severity === 'question' && asks === undefined)}
        />
      )}
      <WhatCounts seen={seen} finding={finding} />
      {canAnswer && sheet !== null && cell !== null && (
        <CorrectCell returnId={seen.id} sheet={sheet} cell={cell} onCorrected={onCorrected} />
      )}
      {isAnswered && canAnswer && <p className="what">{t.answeredHow}</p>}
      {(isQuestion || isAnswered) && canAnswer ? (
        <AnswerForm
          key={keyOf(finding)}
          seen={seen}
          id={keyOf(finding)}
          findings={[finding]}
          choices={finding.choices ?? []}
          onAnswered={onAnswered}
        />
      ) : (
        canAnswer && (
          <p className="what">
            {severity === 'warning'
              ? t.checkHow
              : severity === 'info'
                ? t.nothingToDo
                : finding.more !== undefined
                  ? t.askedLater
                  : sheet === null || cell === null
                    ? t.mendHow
                    : t.mendCellHow}
          </p>
        )
      )}
    </>
  );
}

/** What follows from the cause and may settle with it. */
function Following({
  seen,
  following,
}: {
  readonly seen: SeenReturn;
  readonly following: readonly FindingView[];
}) {
  const t = useText(messages);
  const say = useSaid();
  return (
    <details className="rt-places">
      <summary>
        {t.followsFrom(following.length)}{' '}
        <span className="cell">
          {following
            .flatMap(({ cell }) => cell ?? [])
            .slice(0, 8)
            .join(', ')}
        </span>
      </summary>
      <ul className="small">
        {following.map((finding, i) => (
          <li key={`${seen.id} ${keyOf(finding)} ${String(i)}`}>{say(finding, 'message')}</li>
        ))}
      </ul>
    </details>
  );
}

/** For a project that the return no longer names: what was approved of it. */
function WhatCounts({ seen, finding }: Pick<PlaceProps, 'seen'> & { readonly finding: FindingView }) {
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
