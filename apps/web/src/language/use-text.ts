import { useMemo } from 'react';
import { usePreferences } from './preferences';
import { inLanguage, type Messages, type Text, type Wording } from './wording';

/** A feature's messages in the reader's language: `const t = useText(messages); t.title; t.projects(25)`. */
export function useText<M extends Messages>(messages: M): Text<M> {
  const { language } = usePreferences();
  return useMemo(() => inLanguage(messages, language), [messages, language]);
}

/** Picks from a wording that came from elsewhere, as a Problem's. */
export function useWording(): <T>(wording: Wording<T>) => T {
  const { language } = usePreferences();
  return (wording) => wording[language];
}
