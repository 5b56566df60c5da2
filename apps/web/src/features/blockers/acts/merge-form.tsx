import { useQuery } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import type {
  BlockerDetailView,
  BlockerListQuery,
  BlockerView,
  ListOf,
  MergeBlockerRequest,
} from '@thongvon/api-contract';
import { getQuery } from '../../../api/client';
import { useFormats, useText } from '../../../language';
import { QueryStates } from '../../../shared';
import { LongText, Tick } from '../../../shared/form/fields';
import { Form } from '../../../shared/form/form';
import { AskReason } from '../../../shared/form/reason-form';
import { oneLine } from '../../../shared/form/text-check';
import { messages } from './messages';
import { STALE, useAct } from './use-act';
import type { ActFormProps } from './work-form';

/** All blockers of a project, as many as a list may hold. */
const ofProject = (projectId: string) =>
  getQuery<ListOf<BlockerView>>(['blockers', 'of-project', projectId], '/api/blockers', {
    projectId,
    limit: 500,
  } satisfies Partial<BlockerListQuery>);

/** Says that it is the same as another of its project, which goes on for both. */
export function MergeForm({ blocker, onDone }: Omit<ActFormProps, 'today'>) {
  const t = useText(messages);
  const [, navigate] = useLocation();
  const all = useQuery(ofProject(blocker.project.id));
  const { values, set, field, question, form } = useAct({
    blocker,
    name: 'merge',
    fields: { into: '', reason: '' },
    words: 'reason',
    send: ['POST', '/merger'],
    request: ({ into, reason }): MergeBlockerRequest | undefined =>
      into === '' || oneLine(reason) === '' ? undefined : { into, reason: oneLine(reason) },
    onDone: ({ id }) => {
      onDone();
      navigate(`/vuong-mac/${id}`);
    },
  });
  return (
    <QueryStates query={all}>
      {({ items }) => {
        const others = items.filter(({ id }) => id !== blocker.id);
        if (others.length === 0) return <p className="small muted">{t.mergeNone}</p>;
        return (
          <Form {...form} minor submit={t.mergeConfirm}>
            <fieldset>
              <legend>{t.mergeInto}</legend>
              {others.map((other) => (
                <Tick
                  key={other.id}
                  among="into"
                  label={
                    other.segment === null ? other.description : `${other.segment.name}: ${other.description}`
                  }
                  value={values.into === other.id}
                  onChange={() => set({ into: other.id })}
                />
              ))}
            </fieldset>
            <LongText {...field('reason')} label={t.mergeReason} required maxLength={1000} />
            {question}
          </Form>
        );
      }}
    </QueryStates>
  );
}

/** Those that were merged into it, each of which can be a blocker of its own again. */
export function Merged({ merged }: Pick<BlockerDetailView, 'merged'>) {
  const t = useText(messages);
  const formats = useFormats();
  return (
    <ul className="bl-merged">
      {merged.map(({ id, description, reason, at }) => (
        <li key={id}>
          <p>
            {description} <span className="small muted">{t.mergedSince(formats.dayOf(at), reason)}</span>
          </p>
          <AskReason
            ask={t.separate}
            about={description}
            label={t.separateReason}
            confirm={t.separateConfirm}
            path={`/api/blockers/${id}/separation`}
            stale={STALE}
          />
        </li>
      ))}
    </ul>
  );
}
