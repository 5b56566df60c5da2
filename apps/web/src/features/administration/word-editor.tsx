import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import type {
  AddedWordView,
  AddWordRequest,
  VocabularyView,
  WordPreviewView,
  WordRequest,
} from '@thongvon/api-contract';
import { usePreferences, useText } from '../../language';
import { QueryStates, Refusal } from '../../shared';
import { Drawer } from '../../shared/drawer';
import { Choice, EditForm, Field, useChange } from './fields';
import { topics, wordMessages } from './vocabulary-messages';
import { vocabularyQuery, WORDS_KEY } from './queries';

interface WordEditorProps {
  /** What is typed already. */
  readonly phrase: string;
  readonly onClose: () => void;
}

/** Adds a word of this installation, after a look at what it would do. */
export function WordEditor({ phrase, onClose }: WordEditorProps) {
  const t = useText(wordMessages);
  const vocabulary = useQuery(vocabularyQuery);
  return (
    <Drawer title={t.add} onClose={onClose}>
      <QueryStates query={vocabulary}>
        {(known) => <WordForm known={known} given={phrase} onDone={onClose} />}
      </QueryStates>
    </Drawer>
  );
}

type Topic = keyof VocabularyView;

/** What is written so, by the topic under which it is known. */
const KINDS: Readonly<Record<Topic, WordRequest['kind']>> = {
  amounts: 'caption',
  identity: 'caption',
  qualifiers: 'caption',
  clearance: 'caption',
  units: 'unit',
  sources: 'source',
};

interface WordFormProps {
  readonly known: VocabularyView;
  readonly given: string;
  readonly onDone: () => void;
}

function WordForm({ known, given, onDone }: WordFormProps) {
  const t = useText(wordMessages);
  const names = useText(topics);
  const { language } = usePreferences();
  const [draft, setDraft] = useState({ phrase: given, topic: 'amounts' as Topic, meaning: '' });
  const [reason, setReason] = useState('');
  const adding = useChange<AddWordRequest, AddedWordView>('POST', '/api/reading-vocabulary/words', {
    stale: [WORDS_KEY],
    onDone,
  });
  const trying = useChange<WordRequest, WordPreviewView>('POST', '/api/reading-vocabulary/words/preview', {
    stale: [],
  });
  /** What was tried is no longer what the form says. */
  const set = (changed: Partial<typeof draft>) => {
    trying.reset();
    adding.reset();
    setDraft({ ...draft, ...changed });
  };
  const request: WordRequest = {
    kind: KINDS[draft.topic],
    meaning: draft.meaning,
    phrase: draft.phrase.trim(),
  };
  const says = request.meaning !== '' && request.phrase.length > 1;
  return (
    <EditForm
      submit={t.add}
      change={adding}
      ready={says}
      onSubmit={() => adding.mutate({ ...request, reason: reason.trim() })}
      actions={
        <button
          type="button"
          className="btn"
          disabled={!says || trying.isPending}
          onClick={() => trying.mutate(request)}
        >
          {t.try}
        </button>
      }
    >
      <Field
        label={t.phrase}
        hint={t.phraseHint}
        required
        minLength={2}
        maxLength={100}
        value={draft.phrase}
        onChange={(phrase) => set({ phrase })}
      />
      <div className="ad-pair">
        <Choice
          label={t.topic}
          options={(Object.keys(KINDS) as Topic[]).map((value) => ({ value, name: names[value] }))}
          value={draft.topic}
          onChange={(topic) => set({ topic: topic as Topic, meaning: '' })}
        />
        <Choice
          label={t.meaning}
          options={known[draft.topic].map(({ key, label, labelEn }) => ({
            value: key,
            name: language === 'vi' ? label : labelEn,
          }))}
          value={draft.meaning}
          onChange={(meaning) => set({ meaning })}
        />
      </div>
      <Field label={t.reason} required maxLength={500} value={reason} onChange={setReason} />
      <Refusal error={trying.error} />
      {trying.data && <WordPreview preview={trying.data} />}
    </EditForm>
  );
}

/** What stands against a word, or which waiting returns it would read in another way. */
function WordPreview({ preview }: { readonly preview: WordPreviewView }) {
  const t = useText(wordMessages);
  const { language } = usePreferences();
  const { conflict, saysNow, tried, effects } = preview;
  if (conflict)
    return (
      <p className="ad-say" role="status">
        {language === 'vi' ? conflict.message : conflict.messageEn}
      </p>
    );
  return (
    <div className="ad-part" role="status">
      <p>
        {t.free}{' '}
        {saysNow.length > 0 && (
          <span className="muted">
            {t.saysNow(
              saysNow.map(({ label, labelEn }) => (language === 'vi' ? label : labelEn)).join(' + '),
            )}
          </span>
        )}
      </p>
      {effects.length === 0 ? (
        <p className="muted">{tried === 0 ? t.noneWaiting : t.noEffect(tried)}</p>
      ) : (
        <>
          <h3>{t.effects(effects.length, tried)}</h3>
          <ul className="ad-history">
            {effects.map(({ returnId, organizationName, fileName, openBefore, openAfter }) => (
              <li key={returnId}>
                {organizationName}, <Link href={`/bao-cao/${returnId}`}>{fileName}</Link>:{' '}
                {t.open(openBefore, openAfter)}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
