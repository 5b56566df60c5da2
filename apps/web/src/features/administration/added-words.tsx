import { useState } from 'react';
import type { AddedWordView, ReasonRequest } from '@thongvon/api-contract';
import { useLongList } from '../../api/long-list';
import { useFormats, usePreferences, useText } from '../../language';
import { DateText, ListStates, Refusal, Section } from '../../shared';
import { DataTable, type Column } from '../../shared/data-table';
import { ReasonForm } from '../../shared/reason-form';
import { useChange } from './fields';
import { WORDS_KEY, wordsQuery } from './queries';
import { wordKinds, wordMessages } from './vocabulary-messages';

interface AddedWordsProps {
  readonly onAdd: () => void;
}

/** The words of this installation: who added each, when and why, and retiring it. */
export function AddedWords({ onAdd }: AddedWordsProps) {
  const t = useText(wordMessages);
  const names = useText(wordKinds);
  const formats = useFormats();
  const { language } = usePreferences();
  const list = useLongList(wordsQuery);
  const count = list.total === 0 ? t.title : t.count(formats.count(list.total));
  const columns: readonly Column<AddedWordView>[] = [
    {
      key: 'phrase',
      title: t.phraseColumn,
      name: t.phraseColumn,
      width: '24%',
      render: ({ phrase, kind, retiredAt }) => (
        <>
          <span className={retiredAt === null ? 'strong' : 'muted'}>{phrase}</span>
          <span className="sub">{names[kind]}</span>
        </>
      ),
    },
    {
      key: 'meaning',
      title: t.meaning,
      name: t.meaning,
      width: '20%',
      render: ({ meaning }) => (language === 'vi' ? meaning.label : meaning.labelEn),
    },
    {
      key: 'added',
      className: 'dt-wide',
      title: t.added,
      name: t.added,
      render: ({ addedBy, addedAt, reason }) => (
        <>
          {addedBy}, <DateText date={addedAt} />
          <span className="sub">{reason}</span>
        </>
      ),
    },
    {
      key: 'state',
      className: 'dt-wide',
      title: t.state,
      name: t.state,
      width: '28%',
      render: (word) => <WordState word={word} />,
    },
  ];
  return (
    <Section
      title={count}
      end={
        <button type="button" className="link noprint" onClick={onAdd}>
          {t.add}
        </button>
      }
    >
      <p className="ad-say muted">{t.what}</p>
      <ListStates list={list} empty={<p className="ad-say">{t.none}.</p>}>
        {(rows) => (
          <DataTable
            stacked
            caption={count}
            columns={columns}
            rows={rows}
            keyOf={({ id }) => `${id}`}
            onEnd={list.more}
          />
        )}
      </ListStates>
    </Section>
  );
}

function WordState({ word }: { readonly word: AddedWordView }) {
  const t = useText(wordMessages);
  const [isAsking, setAsking] = useState(false);
  const retiring = useChange<ReasonRequest, AddedWordView>(
    'POST',
    `/api/reading-vocabulary/words/${word.id}/retirement`,
    { stale: [WORDS_KEY], onDone: () => setAsking(false) },
  );
  const { retiredAt, retiredBy, retiredReason } = word;
  if (retiredAt !== null)
    return (
      <>
        <span className="muted">
          {t.retired}: {retiredBy}, <DateText date={retiredAt} />
        </span>
        <span className="sub">{retiredReason}</span>
      </>
    );
  return (
    <>
      {isAsking ? (
        <ReasonForm
          label={t.retireReason}
          confirm={t.retire}
          longest={500}
          isPending={retiring.isPending}
          onConfirm={(reason) => retiring.mutate({ reason })}
          onCancel={() => setAsking(false)}
        />
      ) : (
        <>
          {t.counts}{' '}
          <button
            type="button"
            className="link noprint"
            aria-label={`${t.retire}: ${word.phrase}`}
            onClick={() => setAsking(true)}
          >
            {t.retire}
          </button>
        </>
      )}
      <Refusal error={retiring.error} />
    </>
  );
}
