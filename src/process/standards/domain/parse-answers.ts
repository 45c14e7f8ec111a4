import { isPlainDate } from '#lib/plain-date.ts';
import { type Issues, issues, ok, type Result } from '#lib/result.ts';
import { ANSWERS_FORMAT, type Answers } from './answers.ts';
import type { Edition, Item } from './edition.ts';
import type { AnswersCode } from './fault-codes.ts';
import { isCount, isObject, type JsonObject, own, type Reading, reading } from './reading.ts';

type AnswersReading = Reading<AnswersCode>;

/**
 * Checks a document against `anping-answers-v1` for one edition and names every fault with its path.
 * @param editionHash the edition's hash, which the answers must name
 */
export const parseAnswers = (edition: Edition, value: unknown, editionHash: string): Result<Answers, Issues> => {
  const read: AnswersReading = reading();
  if (!isObject(value)) read.fault('', 'answers.notAnObject');
  else {
    if (own(value, 'format') !== ANSWERS_FORMAT) {
      read.fault('format', 'answers.formatUnknown', { expected: ANSWERS_FORMAT });
    }
    if (own(value, 'edition') !== editionHash) read.fault('edition', 'answers.otherEdition', { expected: editionHash });
    if (!isDay(own(value, 'asOf'))) read.fault('asOf', 'answers.notADay');
    const answers = own(value, 'answers');
    if (isObject(answers)) readAnswers(read, edition, answers);
    else read.fault('answers', 'answers.notAnObject');
    readFacts(read, own(value, 'facts'));
  }
  return read.faults.length > 0 ? issues(read.faults) : ok(value as unknown as Answers);
};

const isDay = (value: unknown): boolean => typeof value === 'string' && isPlainDate(value);

const readAnswers = (read: AnswersReading, edition: Edition, answers: JsonObject): void => {
  const known = new Set<string>();
  for (const item of edition.items) {
    known.add(item.id);
    const path = `answers.${item.id}`;
    if (!Object.hasOwn(answers, item.id)) read.fault(path, 'answers.itemUnanswered', { item: item.id });
    else {
      const code = answerFault(item, answers[item.id]);
      if (code) read.fault(path, code, { item: item.id, full: item.full });
    }
  }
  for (const id of Object.keys(answers)) {
    if (!known.has(id)) read.fault(`answers.${id}`, 'answers.itemUnknown', { item: id });
  }
};

/** Why one value is no answer to one item; undefined if it is one. */
export const answerFault = (item: Item, value: unknown): AnswersCode | undefined => {
  if (!isObject(value)) return 'answers.notAnObject';
  const named = ['points', 'met', 'na'].filter((name) => Object.hasOwn(value, name));
  if (named.length !== 1) return 'answers.answerNotOne';
  const given = value[named[0]!];
  if (named[0] === 'na') {
    if (item.na === 'forbidden') return 'answers.naForbidden';
    return typeof given === 'string' && given.trim() !== '' ? undefined : 'answers.naWithoutReason';
  }
  if (named[0] === 'met') {
    if (item.scoring !== 'met') return 'answers.metOnPointsItem';
    return typeof given === 'boolean' ? undefined : 'answers.metNotBoolean';
  }
  if (item.scoring !== 'points') return 'answers.pointsOnMetItem';
  if (!Number.isInteger(given)) return 'answers.pointsNotInteger';
  return isCount(given) && given <= item.full ? undefined : 'answers.pointsOutOfRange';
};

const readFacts = (read: AnswersReading, facts: unknown): void => {
  if (!Array.isArray(facts)) {
    read.fault('facts', 'answers.notAList');
    return;
  }
  facts.forEach((fact: unknown, index) => {
    const path = `facts[${index}]`;
    if (!isObject(fact)) read.fault(path, 'answers.notAnObject');
    else {
      const kind = own(fact, 'fact');
      if (typeof kind !== 'string' || kind === '') read.fault(`${path}.fact`, 'answers.factMissing');
      if (!isDay(own(fact, 'date'))) read.fault(`${path}.date`, 'answers.notADay');
    }
  });
};
