import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import type {
  AddedWordView,
  AddWordRequest,
  VocabularyView,
  WordPreviewView,
  WordRequest,
} from '@thongvon/api-contract';
import { useSaid, useText } from '../../language';
import { QueryStates, Refusal } from '../../shared';
import { Drawer } from '../../shared/drawer';
import { Choice, optionsOf, TextField } from '../../shared/form/fields';
import { Form, useFields } from '../../shared/form/form';
import { useChange } from '../../shared/form/use-change';
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

interface Typed {
  readonly phrase: string;
  readonly topic: Topic;
  readonly meaning: string;
}

interface WordFormProps {
  readonly known: VocabularyView;
  readonly given: string;
  readonly onDone: () => void;
}

function WordForm({ known, given, onDone }: WordFormProps) {
  const t = useText(wordMessages);
  const names = useText(topics);
  const say = useSaid();
  const adding = useChange<AddWordRequest, AddedWordView>('POST', '/api/reading-vocabulary/words', {
    stale: [WORDS_KEY],
    onDone,
  });
  const trying = useChange<WordRequest, WordPreviewView>('POST', '/api/reading-vocabulary/words/preview', {
    isQuiet: true,
  });
  // What was tried is no longer what the form says.
  const { values, set, field } = useFields<Typed>({ phrase: given, topic: 'amounts', meaning: '' }, () => {
    trying.reset();
    adding.reset();
  });
  const why = useFields({ reason: '' });
  const { topic, meaning } = values;
  const request: WordRequest = { kind: KINDS[topic], meaning, phrase: values.phrase.trim() };
  const says = meaning !== '' && request.phrase.length > 1;
  return (
    <Form
      submit={t.add}
      change={adding}
      ready={says}
      onSubmit={() => adding.mutate({ ...request, reason: why.values.reason.trim() })}
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
      <TextField
        {...field('phrase')}
        label={t.phrase}
        hint={t.phraseHint}
        required
        minLength={2}
        maxLength={100}
      />
      <div className="form-pair">
        <Choice
          label={t.topic}
          options={optionsOf<Topic>(names)}
          value={topic}
          onChange={(chosen) => set({ topic: chosen, meaning: '' })}
        />
        <Choice
          {...field('meaning')}
          label={t.meaning}
          options={known[topic].map((one) => ({ value: one.key, name: say(one, 'label') }))}
        />
      </div>
      <TextField {...why.field('reason')} label={t.reason} required maxLength={500} />
      <Refusal error={trying.error} />
      {trying.data && <WordPreview preview={trying.data} />}
    </Form>
  );
}

/** What stands against a word, or which waiting returns it would read in another way. */
function WordPreview({ preview }: { readonly preview: WordPreviewView }) {
  const t = useText(wordMessages);
  const say = useSaid();
  const { conflict, saysNow, tried, effects } = preview;
  if (conflict)
    return (
      <p className="ad-say" role="status">
        {say(conflict, 'message')}
      </p>
    );
  return (
    <div className="ad-part" role="status">
      <p>
        {t.free}{' '}
        {saysNow.length > 0 && (
          <span className="muted">{t.saysNow(saysNow.map((one) => say(one, 'label')).join(' + '))}</span>
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
