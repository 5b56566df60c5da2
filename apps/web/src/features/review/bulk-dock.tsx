import { useState } from 'react';
import { Link } from 'wouter';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ListedReturnView, ListOf, ReturnStatusView } from '@thongvon/api-contract';
import { get, Problem, send } from '../../api/client';
import { useSaid, useText, useWording } from '../../language';
import '../../shared/dock.css';
import { ReasonForm } from '../../shared/form/reason-form';
import { messages } from './messages';
import { barrierOf } from './weigh';

interface BulkDockProps {
  readonly chosen: readonly ListedReturnView[];
  /** What was done no longer waits. */
  readonly onDone: () => void;
}

/** Approves or sends back several at once; says of each that can't be approved so, or was refused, why. */
export function BulkDock({ chosen, onDone }: BulkDockProps) {
  const t = useText(messages);
  const wording = useWording();
  const [isAsking, setAsking] = useState(false);
  const step = useBulkStep();
  const together = chosen.filter((one) => barrierOf(one) === null);
  const act = (name: 'approval' | 'sending-back', reason?: string) =>
    step.mutate(
      { name, returns: name === 'approval' ? together : chosen, ...(reason === undefined ? {} : { reason }) },
      {
        onSuccess: () => {
          setAsking(false);
          onDone();
        },
      },
    );
  if (chosen.length === 0 && step.data === undefined) return null;
  return (
    <div className="dock noprint" role="region" aria-label={t.dock}>
      {isAsking && (
        <ReasonForm
          label={t.reasonFor}
          confirm={t.confirmSendBack}
          isPending={step.isPending}
          onConfirm={(reason) => act('sending-back', reason)}
          onCancel={() => setAsking(false)}
        />
      )}
      <div className="say" role="status">
        {chosen.length > 0
          ? t.chosen(chosen.length)
          : step.data && t[`done-${step.data.name}`](step.data.done)}
        {chosen.map((one) => (
          <Apart key={one.id} one={one} />
        ))}
        {step.data?.refused.map(({ office, problem }) => (
          <p key={office} className="alarm">
            {t.notDone(office, wording(problem.wording))}
          </p>
        ))}
      </div>
      {chosen.length > 0 && (
        <span className="end">
          <button type="button" className="btn" disabled={step.isPending} onClick={() => setAsking(true)}>
            {t.sendBackAll(chosen.length)}
          </button>
          {together.length > 0 && (
            <button
              type="button"
              className="btn btn-main"
              disabled={step.isPending}
              onClick={() => act('approval')}
            >
              {t.approveAll(together.length)}
            </button>
          )}
        </span>
      )}
    </div>
  );
}

/** Why a chosen return is not approved together with the others. */
function Apart({ one }: { readonly one: ListedReturnView }) {
  const t = useText(messages);
  const say = useSaid();
  const barrier = barrierOf(one);
  if (barrier === null) return null;
  const why = say(one, 'whyNotApprove');
  const said = { other: why ?? t.byAnother, lowers: t.apartLowers, registers: t.apartRegisters }[barrier];
  return (
    <p>
      <Link href={`/bao-cao/${one.id}`}>{one.organization.name}</Link>: {said}
    </p>
  );
}

interface BulkStep {
  readonly name: 'approval' | 'sending-back';
  readonly returns: readonly ListedReturnView[];
  readonly reason?: string;
}

interface BulkResult {
  readonly name: BulkStep['name'];
  readonly done: number;
  readonly refused: readonly { readonly office: string; readonly problem: Problem }[];
}

/**
 * One after the other; a refusal doesn't hold up the rest. Each is approved only if it is still what the list showed, or
 * if all that has changed is what those approved with it are compared with.
 */
function useBulkStep() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ name, returns, reason = '' }: BulkStep): Promise<BulkResult> => {
      const { done, refused } =
        name === 'approval'
          ? await oneByOne(inOrder(returns), approver())
          : await oneByOne(returns, ({ id }) => send('POST', `/api/returns/${id}/sending-back`, { reason }));
      return {
        name,
        done,
        refused: refused.map(({ item, problem }) => ({ office: item.organization.name, problem })),
      };
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['returns'] }),
  });
}

/** Plans before figures, older days before newer: so each finds before it what it builds on. */
function inOrder(returns: readonly ListedReturnView[]): ListedReturnView[] {
  const place = ({ kinds, asOf }: ListedReturnView) => `${kinds.includes('plan') ? 0 : 1}${asOf ?? ''}`;
  return returns.toSorted((a, b) => place(a).localeCompare(place(b)));
}

/** Approves one return after the other; each call knows whether one was approved before. */
function approver() {
  let isFirst = true;
  const approve = ({ id, etag }: ListedReturnView) =>
    send<ReturnStatusView>('POST', `/api/returns/${id}/approval`, undefined, { 'if-match': etag });
  return async (listed: ListedReturnView): Promise<void> => {
    try {
      await approve(listed);
    } catch (error) {
      if (isFirst || !(error instanceof Problem && error.status === 412)) throw error;
      const now = await listedNow(listed.id);
      if (now === undefined || !isAsSeen(now, listed)) throw error;
      await approve(now);
    }
    isFirst = false;
  };
}

async function listedNow(id: string): Promise<ListedReturnView | undefined> {
  const { items } = await get<ListOf<ListedReturnView>>('/api/returns', { status: 'submitted', limit: 200 });
  return items.find((one) => one.id === id);
}

/** Whether it says what it said, and a person has no more to look at in it than before. */
function isAsSeen(now: ListedReturnView, before: ListedReturnView): boolean {
  const [found, known] = [now.summary, before.summary];
  if (found === null || known === null) return false;
  const says = ({ planned, disbursed, sections }: typeof found) =>
    JSON.stringify([
      planned,
      disbursed,
      // What it ends is a person's to see first, also when that was approved a moment ago.
      sections.map(({ kind, after, replaces }) => [kind, after, replaces?.returnId]),
    ]);
  return (
    says(found) === says(known) &&
    (['error', 'question', 'warning'] as const).every((one) => found.findings[one] <= known.findings[one])
  );
}

/** What came of doing the same to several things. */
interface OneByOne<T> {
  readonly done: number;
  readonly refused: readonly { readonly item: T; readonly problem: Problem }[];
}

/** One after the other; a refusal doesn't hold up the rest. Rejects for what is no refusal of the API. */
async function oneByOne<T>(items: readonly T[], act: (item: T) => Promise<unknown>): Promise<OneByOne<T>> {
  const refused: OneByOne<T>['refused'][number][] = [];
  for (const item of items) {
    try {
      await act(item);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      refused.push({ item, problem: error });
    }
  }
  return { done: items.length - refused.length, refused };
}
