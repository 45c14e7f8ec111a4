import type { Translation } from '#platform/text.ts';
import type { zhCN } from './rule-bench.zh-CN.ts';

export const en: Translation<typeof zhCN> = {
  'rescore.campaignUnknown':
    'There is no campaign with the id or name "{campaign}". Write its name as the page of the campaign shows it.',
  'rescore.editionUnknown': 'There is no edition with the hash {hash}. Check the hash, or give a file.',
  'rescore.industryMissing':
    'The edition does not name its industry, so it is not known which units to try it out on. Add the member industry.',
  'rescore.industryNotAssessed':
    'The campaign has no edition for the industry "{industry}": there are no declarations to try it out on.',
  'rescore.moreDamaged': '{count} more packs are damaged and not named here.',
  'rescore.line.head': '{campaign}: re-scored under "{title}" ({hash})',
  'rescore.line.counts':
    '{declarations} declarations: {changed} change class, {unscored} have no score, {differing} are kept otherwise than their edition gives today.',
  'rescore.line.stored': 'Stored as run {run}.',
  'rescore.line.dryRun': 'Nothing was written.',
  'rescore.line.corner': 'before\\after',
  'rescore.line.notAccepted': 'not accepted',
  'rescore.line.unit': '{name}: {before} → {after} ({printed})',
  'rescore.line.unscored': '{name}: {before} → {why}',
  'rescore.line.unanswered': '{name}: {before} → {why} ({count} items)',
  'rescore.line.differing': '{name}: {what} kept otherwise than its edition gives today',
  'rescore.line.leftOut': '{count} more units are not listed; --list names more.',
  'rescore.unscored.needs-answers': 'needs answers',
  'rescore.unscored.needs-facts': 'needs facts that a gate asks for',
  'rescore.unscored.no-score': 'nothing applies',
  'rescore.differing.numerator': 'numerator',
  'rescore.differing.denominator': 'denominator',
  'rescore.differing.class': 'class',
  'rescore.differing.trace': 'account',
};
