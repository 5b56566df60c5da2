import { memoize } from '../values/memoize';

/** What a Vietnamese syllable can begin with; "gi" and "qu" count as consonants. */
export const INITIALS: readonly string[] = words(`
  b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x
`);

/** What a Vietnamese syllable can end in, from its vowel on, without its tone. */
export const RHYMES: readonly string[] = words(`
  a ac ach ai am an ang anh ao ap at au ay
  ă ăc ăm ăn ăng ăp ăt
  â âc âm ân âng âp ât âu ây
  e ec em en eng eo ep et
  ê êch êm ên êng ênh êp êt êu
  i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu
  o oa oac oach oai oam oan oang oanh oao oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong oong ooc op ot
  ô ôc ôi ôm ôn ông ôp ôt
  ơ ơi ơm ơn ơp ơt
  u ua uân uâng uât uây uc uê uêch uênh ui um un ung uôc uôi uôm uôn uông uôt up ut uy uya uych uyên uyêt uynh uyt uyu uơ
  ư ưa ưc ưi ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu
  y yêm yên yêng yêt yêu
`);

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;
const SYLLABLE = new RegExp(`^(?:${INITIALS.join('|')})?(?:${RHYMES.join('|')})$`);
/** A syllable that ends in a stop has the tone sắc or nặng, or none where the tone is left out. */
const STOPPED = /(?:[ptc]|ch)$/;
const SLOW_TONE = /[\u0300\u0303\u0309]/;
const ONE_CASE = /^(?:\p{Lu}?\p{Ll}*|\p{Lu}+)$/u;

/** Whether a word can be a syllable of Vietnamese, as spelt in Unicode: "dự", "Đường", "XÃ"; not "d÷" or "ký1". */
export const isSyllable: (word: string) => boolean = memoize((word) => {
  if (!ONE_CASE.test(word)) return false;
  const tones = word.toLowerCase().normalize('NFD');
  const base = tones.replace(TONES, '').normalize('NFC');
  const count = tones.length - tones.replace(TONES, '').length;
  return count <= 1 && SYLLABLE.test(base) && !(STOPPED.test(base) && SLOW_TONE.test(tones));
});

function words(text: string): string[] {
  return text.trim().split(/\s+/);
}
