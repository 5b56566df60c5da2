import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useState } from 'react';
import type { AmountUnit } from '@thongvon/kernel';
import { Formats, valueWords } from './formats';
import { inLanguage, type Language, type Messages, type Text, type Wording } from './wording';

const LANGUAGES = ['vi', 'en'] as const satisfies readonly Language[];
/** In which amounts can be shown. */
export const UNITS = ['billion-dong', 'million-dong', 'dong'] as const satisfies readonly AmountUnit[];
export type Unit = (typeof UNITS)[number];

interface Preferences {
  readonly language: Language;
  readonly unit: Unit;
  readonly setLanguage: (language: Language) => void;
  readonly setUnit: (unit: Unit) => void;
}

const PreferencesContext = createContext<Preferences | undefined>(undefined);

/** What the reader chose, kept in this browser: language and unit. */
export function PreferencesProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useKept('language', LANGUAGES);
  const [unit, setUnit] = useKept('unit', UNITS);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const value = useMemo(
    () => ({ language, unit, setLanguage, setUnit }),
    [language, unit, setLanguage, setUnit],
  );
  return <PreferencesContext value={value}>{children}</PreferencesContext>;
}

export function usePreferences(): Preferences {
  const preferences = use(PreferencesContext);
  if (preferences === undefined) throw new Error('outside PreferencesProvider');
  return preferences;
}

/** A choice that survives closing the page; the first one where nothing, or something else, is kept. */
function useKept<T extends string>(name: string, choices: readonly [T, ...T[]]): [T, (choice: T) => void] {
  const [choice, setChoice] = useState<T>(() => {
    const kept = localStorage.getItem(name);
    return choices.find((one) => one === kept) ?? choices[0];
  });
  const choose = useMemo(
    () => (next: T) => {
      localStorage.setItem(name, next);
      setChoice(next);
    },
    [name],
  );
  return [choice, choose];
}

/** A feature's messages in the reader's language: `const t = useText(messages); t.title; t.projects(25)`. */
export function useText<M extends Messages>(messages: M): Text<M> {
  const { language } = usePreferences();
  return useMemo(() => inLanguage(messages, language), [messages, language]);
}

/** Picks from a wording that came from elsewhere, as a Problem's. */
export function useWording(): <T>(wording: Wording<T>) => T {
  const { language } = usePreferences();
  return useCallback((wording) => wording[language], [language]);
}

/** What the API says in both languages: under a name, and under that name with `En` behind it. */
type InBoth<K extends string> = Readonly<Partial<Record<K | `${K}En`, string | null | undefined>>>;

/** Picks from what the API says in both languages under two names: `say(rule, 'title')` of `title` and `titleEn`. */
export function useSaid(): <K extends string, T extends InBoth<K>>(thing: T, name: K) => T[K] | T[`${K}En`] {
  const { language } = usePreferences();
  return (thing, name) => (language === 'vi' ? thing[name] : thing[`${name}En` as const]);
}

/** How values are written for this reader. */
export function useFormats(): Formats {
  const { language, unit } = usePreferences();
  return useMemo(() => new Formats(language, unit), [language, unit]);
}

/** The reader's unit in words: "tỷ đồng", and short: "tỷ". Every amount or column states one of them. */
export function useUnitNames(): { readonly long: string; readonly short: string } {
  const { unit } = usePreferences();
  const t = useText(valueWords);
  return { long: t[unit], short: t[`${unit}-short`] };
}

/** Amounts with the unit behind them, held together: "33,910 tỷ", long "33,910 tỷ đồng". Whole đồng; null is "–". */
export function useMoney(name: 'short' | 'long' = 'short'): (dong: bigint | string | null) => string {
  const formats = useFormats();
  const unit = useUnitNames()[name];
  return (dong) => (dong === null ? formats.amount(null) : `${formats.amount(dong.toString())}\u00a0${unit}`);
}
