import { Link } from 'wouter';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ListedReturnView, ListOf, ReturnStatusView } from '@thongvon/api-contract';
import { get, Problem, send } from '../../api/client';
import { useSaid, useText } from '../../language';
import { Dock, type DockAction, type DoneToEach, RefusedRows } from '../../shared/dock';
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
  const step = useBulkStep();
  const together = chosen.filter((one) => barrierOf(one) === null);
  const approval: DockAction<BulkStep> = {
    name: 'approval',
    label: t.approveAll(together.length),
    isMain: true,
    request: { name: 'approval', returns: together },
  };
  return (
    <Dock
      label={t.dock}
      chosen={chosen}
      count={t.chosen}
      change={step}
      onDone={onDone}
      actions={[
        {
          name: 'sending-back',
          label: t.sendBackAll(chosen.length),
          ask: (send, form) => (
            <ReasonForm
              {...form}
              label={t.reasonFor}
              confirm={t.confirmSendBack}
              onConfirm={(reason) => send({ name: 'sending-back', returns: chosen, reason })}
            />
          ),
        },
        ...(together.length === 0 ? [] : [approval]),
      ]}
      outcome={({ done, refused }, { name, returns }) => {
        const isRefused = new Set(refused.map(({ item }) => item.id));
        const files = returns.flatMap(({ id, fileName }) => (isRefused.has(id) ? [] : [fileName]));
        return files.length === 0 ? t.noneDone : t[`done-${name}`](done, files.join(', '));
      }}
    >
      {chosen.map((one) => (
        <Apart key={one.id} one={one} />
      ))}
      <RefusedRows
        refused={step.data?.refused ?? []}
        nameOf={({ organization, fileName }) => `${organization.name}, ${fileName}`}
      />
    </Dock>
  );
}

/** Why a chosen return is not approved together with the others. */
function Apart({ one }: { readonly one: ListedReturnView }) {
  const t = useText(messages);
  const say = useSaid();
  const barrier = barrierOf(one);
  if (barrier === null) return null;
  const why = say(one, 'whyNotApprove');
  const lowers = one.summary?.totalFalls === false ? t.apartMoves : t.apartLowers;
  const newer = (one.alsoWaiting ?? []).flatMap(({ isNewer, fileName }) => (isNewer ? [fileName] : []));
  const older = t.apartOlder(one.fileName, newer.join(', '));
  const said = { other: why ?? t.byAnother, older, lowers, registers: t.apartRegisters }[barrier];
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

/**
 * One after the other; a refusal doesn't hold up the rest. Each is approved only if it is still what the list showed, or
 * if all that has changed is what those approved with it are compared with.
 */
function useBulkStep() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ name, returns, reason }: BulkStep) =>
      name === 'approval'
        ? oneByOne(inOrder(returns), approver())
        : oneByOne(returns, ({ id }) => send('POST', `/api/returns/${id}/sending-back`, { reason })),
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

/** One after the other; a refusal doesn't hold up the rest. Rejects for what is no refusal of the API. */
async function oneByOne<T>(items: readonly T[], act: (item: T) => Promise<unknown>): Promise<DoneToEach<T>> {
  const refused: DoneToEach<T>['refused'][number][] = [];
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
