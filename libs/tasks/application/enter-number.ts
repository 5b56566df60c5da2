import type { EntityManager } from 'typeorm';
import { businessDate, cleanText, matchKey, type PlainDate } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import { conclusionOfNumber, insertNumber, type NewNumber } from '../persistence/task-rows';
import { problems } from './problems';

/**
 * Writes the number and date of the document that a conclusion is, in the transaction of `manager`. Throws TEXT-BLANK, DATE-IN-FUTURE, and
 * CONCLUSION-NUMBER-TAKEN with the conclusion that has them.
 */
export async function enterNumber(
  manager: EntityManager,
  actor: Actor,
  conclusion: Pick<NewNumber, 'conclusionId' | 'giverId' | 'recordedAt'>,
  text: string,
  dated: PlainDate,
): Promise<void> {
  const number = cleanText(text);
  const numberKey = matchKey(number);
  if (numberKey === '') throw problems.textBlank('number');
  if (dated > businessDate(conclusion.recordedAt)) throw problems.datedInFuture();
  const entered = { ...conclusion, number, numberKey, dated, actorId: actor.userId };
  if (await insertNumber(manager, entered)) return;
  throw problems.numberTaken((await conclusionOfNumber(manager, entered)) ?? conclusion.conclusionId);
}
