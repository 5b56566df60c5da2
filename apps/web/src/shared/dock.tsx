import type { UseMutationResult } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { Problem } from '../api/client';
import { useWording } from '../language';
import './dock.css';
import { useKeptFocus } from './kept-focus';
import { Refusal } from './page';

/** What came of doing the same to several rows. */
export interface DoneToEach<Row> {
  readonly done: number;
  readonly refused: readonly { readonly item: Row; readonly problem: Problem }[];
}

export type DockAction<Request> = {
  readonly name: string;
  readonly label: string;
  readonly isMain?: boolean;
  /** Whether it can be done to what is chosen. */
  readonly isReady?: boolean;
} & (
  | { /** Sent at once. */ readonly request: Request }
  | {
      /** What has to be said first, above all why. */
      readonly ask: (send: (request: Request) => void, form: AskedForm) => ReactNode;
    }
  | { /** Nothing is sent. */ readonly onClick: () => void }
);

interface AskedForm {
  readonly isPending: boolean;
  readonly onCancel: () => void;
}

interface DockProps<Request, Reply> {
  /** What it is for, read out. */
  readonly label: string;
  readonly chosen: readonly object[];
  readonly count: (chosen: number) => string;
  /** The last one is the rightmost. */
  readonly actions: readonly DockAction<Request>[];
  readonly change: UseMutationResult<Reply, Error, Request>;
  /** What was done to all of them no longer has to be chosen. */
  readonly onDone: () => void;
  /** What became of them, until others are chosen. */
  readonly outcome: (reply: Reply, request: Request) => ReactNode;
  /** What else there is to say. */
  readonly children?: ReactNode;
}

/** Does the same to all rows that are ticked, at the foot of the window; some of it is asked about first. */
export function Dock<Request, Reply>(props: DockProps<Request, Reply>) {
  const { label, chosen, count, actions, change, onDone, outcome, children } = props;
  const [askedFor, askFor] = useState<string>();
  const { isPending, isSuccess, error } = change;
  const isChosen = chosen.length > 0;
  const { says, keepFocus } = useKeptFocus<HTMLDivElement>([askedFor, isPending, isChosen]);
  if (!isChosen && !isSuccess && error === null) return null;
  const onCancel = () => {
    keepFocus();
    askFor(undefined);
  };
  const send = (request: Request) => {
    keepFocus();
    const onSuccess = () => {
      onCancel();
      onDone();
    };
    change.mutate(request, { onSuccess });
  };
  const asked = actions.find((action) => isChosen && action.name === askedFor);
  const start = (action: DockAction<Request>) => {
    if ('request' in action) send(action.request);
    else if ('ask' in action) askFor(action.name);
    else action.onClick();
  };
  return (
    <div className="dock noprint" role="region" aria-label={label}>
      {asked !== undefined && 'ask' in asked && asked.ask(send, { isPending, onCancel })}
      <div ref={says} className="say" role="status" tabIndex={-1}>
        {isChosen ? count(chosen.length) : isSuccess && outcome(change.data, change.variables)}
        {children}
        <Refusal error={error} />
      </div>
      {isChosen && asked === undefined && (
        <span className="end">
          {actions.map((action) => (
            <button
              key={action.name}
              type="button"
              className={action.isMain === true ? 'btn btn-main' : 'btn'}
              disabled={isPending || action.isReady === false}
              onClick={() => start(action)}
            >
              {action.label}
            </button>
          ))}
        </span>
      )}
    </div>
  );
}

interface RefusedRowsProps<Row> {
  readonly refused: DoneToEach<Row>['refused'];
  readonly nameOf: (row: Row) => string;
}

/** Of each row that was refused, why. */
export function RefusedRows<Row extends { readonly id: string }>(props: RefusedRowsProps<Row>) {
  const wording = useWording();
  return props.refused.map(({ item, problem }) => (
    <p key={item.id} className="alarm">
      {props.nameOf(item)}: {wording(problem.wording)}
    </p>
  ));
}
