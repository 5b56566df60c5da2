/** Letters of other alphabets that nobody can tell from these. Each written twice: what is typed, then what is meant. */
const LOOK_ALIKES = {
  typed: 'АВЕЅІЈКМНОРСТУХавеѕіјкмнорстухΑΒΕΖΗΙΚΜΝΟΡΤΥΧοÐƉðɖ',
  meant: 'ABESIJKMHOPCTYXABESIJKMHOPCTYXABEZHIKMNOPTYXOĐĐĐĐ',
} as const;
const DASHES = /[\u2010-\u2015\u2043\u2212]/g;
const UNSEEN = /[\s\u0085\u00ad\u180e\u200b-\u200f\u2028\u2029\u202f\u205f\u2060\u3000\ufeff]/g;

const meantBy = new Map(
  Array.from(LOOK_ALIKES.typed, (typed, at) => [typed, LOOK_ALIKES.meant.charAt(at)] as const),
);

/**
 * The one form of a project's code, however it was typed: without spaces of any kind and the apostrophe of a text cell,
 * full-width and look-alike letters as the Latin ones, dashes as "-", in capitals. "79 04 411" and "７９０４４１１" are one
 * code. The same as the database's `projects.project_code_key`.
 */
export function projectCode(typed: string): string {
  const seen = typed
    .normalize('NFKC')
    .replace(UNSEEN, '')
    .replace(/^['‘’]+/, '')
    .replace(DASHES, '-');
  return Array.from(seen, (letter) => meantBy.get(letter) ?? letter)
    .join('')
    .replace(/[a-zđ]/g, (letter) => letter.toUpperCase());
}
