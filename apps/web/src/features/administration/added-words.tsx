import type { AddedWordView, ReasonRequest } from '@thongvon/api-contract';
import { longList, useLongList } from '../../api/long-list';
import { useFormats, useSaid, useText } from '../../language';
import { DateText } from '../../shared';
import { AskReason } from '../../shared/form/reason-form';
import { useChange } from '../../shared/form/use-change';
import { ListPage } from '../../shared/list/list-page';
import { WORDS_KEY } from './queries';
import { wordKinds, wordMessages } from './vocabulary-messages';
import { WordEditor } from './word-editor';

const wordsQuery = longList<AddedWordView>(WORDS_KEY, '/api/reading-vocabulary/words', {});

/** The words of this installation: who added each, when and why; adding and retiring them. */
export function AddedWords() {
  const t = useText(wordMessages);
  const names = useText(wordKinds);
  const formats = useFormats();
  const say = useSaid();
  const list = useLongList(wordsQuery);
  return (
    <ListPage
      list={list}
      title={list.total === 0 ? t.title : t.count(formats.count(list.total))}
      intro={<p className="ad-say muted">{t.what}</p>}
      columns={[
        {
          key: 'phrase',
          title: t.phraseColumn,
          width: '24%',
          render: ({ phrase, retiredAt }) => (
            <span className={retiredAt === null ? 'strong' : 'muted'}>{phrase}</span>
          ),
          sub: ({ kind }) => names[kind],
        },
        {
          key: 'meaning',
          title: t.meaning,
          width: '20%',
          render: ({ meaning }) => say(meaning, 'label'),
        },
        {
          key: 'added',
          className: 'dt-wide',
          title: t.added,
          render: ({ addedBy, addedAt }) => (
            <>
              {addedBy}, <DateText date={addedAt} />
            </>
          ),
          sub: ({ reason }) => reason,
        },
        {
          key: 'state',
          className: 'dt-wide',
          title: t.state,
          width: '28%',
          render: (word) => <WordState word={word} />,
          sub: ({ retiredReason }) => retiredReason,
        },
      ]}
      empty={t.none}
      add={{ label: t.add, pane: (close) => <WordEditor phrase="" onClose={close} /> }}
    />
  );
}

function WordState({ word }: { readonly word: AddedWordView }) {
  const t = useText(wordMessages);
  const { id, phrase, retiredAt, retiredBy } = word;
  const retiring = useChange<ReasonRequest, AddedWordView>(
    'POST',
    `/api/reading-vocabulary/words/${id}/retirement`,
    { stale: [WORDS_KEY] },
  );
  if (retiredAt !== null)
    return (
      <span className="muted">
        {t.retired}: {retiredBy}, <DateText date={retiredAt} />
      </span>
    );
  return (
    <>
      {t.counts}{' '}
      <AskReason
        ask={t.retire}
        about={phrase}
        label={t.retireReason}
        confirm={t.retire}
        change={retiring}
        onConfirm={(reason) => retiring.mutate({ reason })}
      />
    </>
  );
}
