import type { Translate } from '#platform/text.ts';
import type { Answer, Edition } from '#process/standards/domain/index.ts';
import { pointsText } from '#process/standards/edition-words.ts';
import type { DeclarationKey } from '../../declaration.text.ts';

/** An answer in words: 符合, 不符合, 不参评, points; for lists, conflicts and print. */
export const answerText = (answer: Answer | null, edition: Edition, t: Translate<DeclarationKey>): string => {
  if (answer === null) return t('declaration.sheet.unanswered');
  if ('na' in answer)
    return answer.na === '' ? t('declaration.sheet.na') : `${t('declaration.sheet.na')}（${answer.na}）`;
  if ('met' in answer) return t(answer.met ? 'declaration.sheet.met' : 'declaration.sheet.unmet');
  return pointsText(answer.points, edition);
};

/**
 * What a person typed as points, in units: halves and the like as far as the edition knows them.
 * @returns null for nothing, undefined for what is no such number
 */
export const readPoints = (typed: string, full: number, unitsPerPoint: number): number | null | undefined => {
  const text = typed.trim();
  if (text === '') return null;
  if (!/^\d{1,6}(\.\d{1,4})?$/.test(text)) return undefined;
  const units = Number(text) * unitsPerPoint;
  const whole = Math.round(units);
  return Math.abs(units - whole) < 1e-9 && whole <= full ? whole : undefined;
};
