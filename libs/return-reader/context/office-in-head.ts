import { isShortened, officeKey } from '@thongvon/kernel';
import type { OfficesKnown } from '../model/options';

/** A people's committee or council of a place: "UBND xã Bình Dương", "HĐND - UBND huyện Thăng Bình". */
const COMMITTEE =
  /^(?:(?:uy ban nhan dan|hoi dong nhan dan) )+(xa|phuong|thi tran|dac khu|huyen|quan|thi xa|thanh pho|tinh) (\S.*)$/;
/** The place above is often named after a place: "xã Bình Dương, huyện Thăng Bình". */
const PLACE_ABOVE = / (?:huyen|quan|thi xa|thanh pho|tinh) .*$/;
/** No commune's or district's name is longer; what is longer is a sentence. */
const WORDS_OF_A_PLACE = 4;

const COMMUNES = ['xa', 'phuong', 'thi tran', 'dac khu'];
const DISTRICTS = ['huyen', 'quan', 'thi xa'];

interface Committee {
  /** Places of one level only can be compared; of cities a name doesn't say it. */
  readonly level: 'commune' | 'district' | undefined;
  readonly kind: string;
  readonly place: string;
  readonly above: string;
}

function committeeOf(key: string): Committee | undefined {
  const [, kind, named] = COMMITTEE.exec(key) ?? [];
  if (kind === undefined || named === undefined) return undefined;
  const place = named.replace(PLACE_ABOVE, '');
  const level = COMMUNES.includes(kind) ? 'commune' : DISTRICTS.includes(kind) ? 'district' : undefined;
  return { level, kind, place, above: named.slice(place.length).trim() };
}

/** Council and committee of one place send as one. */
const asCommittee = (key: string): string =>
  key.replace(/^(?:(?:uy ban nhan dan|hoi dong nhan dan) )+/, 'uy ban nhan dan ');

/** Which office words are: the sender's, another one, or nobody that is known. */
export type OfficeNamed = 'own' | 'other' | 'unknown';

/**
 * Says of words what office they name. Only what is positively another office is `other`: one that is registered, or the
 * committee of another place of the sender's level. What may be the sender's own name, shortened or with more, is not.
 */
export function officesIn({ own, others }: OfficesKnown): (words: string) => OfficeNamed {
  const ownKey = asCommittee(officeKey(own));
  const registered = new Set(others.map((name) => asCommittee(officeKey(name))));
  registered.delete(ownKey);
  const ours = committeeOf(ownKey);
  return (words) => {
    const key = asCommittee(officeKey(words));
    if (key === ownKey) return 'own';
    // The Treasury's statements are sent by the finance office.
    if (key.startsWith('kho bac ')) return 'unknown';
    const named = committeeOf(key);
    if (!named) {
      if (` ${key} `.includes(` ${ownKey} `)) return 'own';
      return registered.has(key) && !isShortened(key, ownKey) ? 'other' : 'unknown';
    }
    const isSamePlace = ours?.level === named.level && ours?.place === named.place;
    if (isSamePlace && ours.kind === named.kind && !(ours.above !== '' && named.above !== '')) return 'own';
    if (registered.has(key)) return 'other';
    const isOther =
      named.level !== undefined && ours?.level === named.level && !isLonger(named.place, ours.place);
    return isOther && named.place.split(' ').length <= WORDS_OF_A_PLACE ? 'other' : 'unknown';
  };
}

/** One place's name with more words after it: another place, or a remark. */
const isLonger = (one: string, other: string): boolean =>
  `${one} `.startsWith(`${other} `) || `${other} `.startsWith(`${one} `);
