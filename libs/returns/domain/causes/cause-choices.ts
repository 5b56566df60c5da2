import { formatDong } from '@thongvon/kernel';
import type { Finding } from '@thongvon/return-reader';
import type { Preview } from '../preview';
import type { CauseChoice, ChoiceMoney } from './cause';

type Shown = Pick<Preview, 'sections'> | null;
type Choice = NonNullable<Finding['choices']>[number];

/** What can be answered to all of these questions at once, each with its money. */
export function choicesOfAll(own: readonly Finding[], preview: Shown): CauseChoice[] {
  const listed = own.filter(({ more }) => more === undefined);
  const [first, ...others] = listed;
  if (first === undefined) return [];
  return (first.choices ?? []).flatMap((choice): CauseChoice[] => {
    const same = others.flatMap(
      ({ choices = [] }) => choices.find(({ value }) => value === choice.value) ?? [],
    );
    if (same.length < others.length) return [];
    const { value, label, labelEn, effect } = choice;
    // The reading with the choice knows more than the cell that is asked about: what other cells follow it.
    const money = effect && others.length === 0 ? undefined : moneyOf(listed, choice.value, preview);
    if (others.length === 0)
      return [{ value, label, labelEn, ...(effect ? { effect } : {}), ...(money ? { money } : {}) }];
    const said = labelOfAll([choice, ...same]);
    return said === undefined ? [] : [{ value, ...said, ...(money ? { money } : {}) }];
  });
}

/** A question whose choices say what the return's sum becomes with each. */
export const withMoney = (finding: Finding, preview: Shown): Finding =>
  finding.asks === 'amount' && finding.choices
    ? { ...finding, choices: choicesOfAll([finding], preview) }
    : finding;

/** "14.990.000.000 đồng", "… đồng: đúng như đã ghi", "14.990 triệu đồng (14.990.000.000 đồng)". */
const IN_DONG = /^(?:[\d.,]+ (?:nghìn|triệu|tỷ) đồng \()?([\d.]+) đồng(?:\)?$|:)/;

/** A choice of amounts says each cell's, and of all their sum; another one must say the same of each. */
function labelOfAll(choices: readonly Choice[]): Pick<CauseChoice, 'label' | 'labelEn'> | undefined {
  const [first] = choices;
  if (first === undefined) return undefined;
  const amounts = choices.map(amountOf);
  if (amounts.includes(undefined))
    return choices.every(({ label }) => label === first.label)
      ? { label: first.label, labelEn: first.labelEn }
      : undefined;
  const sum = amounts.reduce<bigint>((total, amount = 0n) => total + amount, 0n);
  const some = choices.slice(0, 3).map(({ label }) => label.replace(/ đồng.*$/, ''));
  const list = `${some.join('; ')}${choices.length > some.length ? '; …' : ''}`;
  return {
    label: `${list}: cộng ${formatDong(sum)} đồng`,
    labelEn: `${list}: ${formatDong(sum)} đồng in all`,
  };
}

function amountOf({ label }: Choice): bigint | undefined {
  const amount = IN_DONG.exec(label)?.[1]?.replaceAll('.', '');
  return amount === undefined ? undefined : BigInt(amount);
}

/**
 * For cells that can be read as several amounts: the sum so far plus the amounts of the choice. Undefined where a cell isn't one that
 * the sum is made of.
 */
function moneyOf(own: readonly Finding[], value: string, preview: Shown): ChoiceMoney | undefined {
  if (own.some(({ asks }) => asks !== 'amount')) return undefined;
  for (const { after, rows } of preview?.sections ?? []) {
    if (after === null) continue;
    const moved = own.map(({ sheet, cell, choices = [] }) => {
      const row = rows.find(
        (one) => one.after === null && one.cell?.sheet === sheet && one.cell.cell === cell,
      );
      const choice = choices.find((one) => one.value === value);
      const amount = choice && amountOf(choice);
      return row === undefined || amount === undefined ? undefined : { amount, before: row.before };
    });
    if (moved.includes(undefined)) continue;
    const known = moved.flatMap((one) => one ?? []);
    const total = known.reduce((sum, { amount }) => sum + amount, BigInt(after));
    const change = known.some(({ before }) => before === null)
      ? null
      : known.reduce((sum, { amount, before }) => sum + amount - BigInt(before ?? 0), 0n).toString();
    return { total: total.toString(), change };
  }
  return undefined;
}
