import { unaccent } from '@thongvon/kernel';
import type { HeaderColumn } from '../header/header';
import { has, stageOf, subjectOf } from './clearance-captions';
import type { SubjectVerdict } from './clearance';

/** A caption that says money and no more: "Số tiền (triệu đồng)"; one that may as well be that of the plan: "Kinh phí". */
const SUM = /^(?:so )?tien$/;
const COST = /^(?:tong )?(?:kinh phi|kp)$/;

/**
 * "Số hộ đã chi trả | Số tiền": money right of the households that were paid is what they were paid, not the compensation
 * that the plan approves. Of "Kinh phí" a person must say.
 */
export function moneyBesidePaid(columns: readonly HeaderColumn[]): Map<number, SubjectVerdict> {
  const verdicts = new Map<number, SubjectVerdict>();
  columns.forEach(({ column, path }, at) => {
    const left = columns[at - 1]?.path;
    const leaf = path.at(-1);
    if (!left || !leaf || !has(leaf, 'money') || stageOf(path) !== 'total') return;
    if (subjectOf(left) !== 'household' || stageOf(left) !== 'paid') return;
    const text = unaccent(leaf.text)
      .replace(/\([^)]*\)/g, '')
      .trim();
    if (SUM.test(text)) verdicts.set(column, { field: 'compensated' });
    else if (COST.test(text)) verdicts.set(column, { choices: ['compensated', 'compensation'] });
  });
  return verdicts;
}
