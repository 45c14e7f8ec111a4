import type { Fault, Result } from '#lib/result.ts';
import type { Actor } from '#parties/access/domain/roles.ts';
import { systemActor } from '#parties/access/server/open-request.ts';
import type { Command } from '#platform/command.ts';
import { sql } from '#platform/db/sql.ts';
import type { Reader } from '#platform/db/tx.ts';
import type { Runner } from '#platform/run-command.ts';
import type { Progress } from '../progress-page.ts';

const PREFIX = 'demonstration/';
const REQUEST = 'demonstration';
const AT_ONCE = 8;

/**
 * The steps by which a demonstration is made: each one a command of the product, done by a person of the city under a key of its
 * own. A step that was done before it was interrupted is not done again; its answer is remembered.
 */
export interface Steps {
  /** Does a step, once. @throws if the command refuses: the generator asks for nothing that is not allowed */
  step<Input, Done, Prepared>(
    key: string,
    actor: Actor,
    command: Command<Actor, Input, Done, Prepared>,
    input: Input | (() => Input),
    at: Date,
  ): Promise<Done>;
  /** Whether a step was done, for those whose input can no longer be worked out afterwards. */
  isDone(key: string): boolean;
  /** Does something that keeps no answer; the caller has looked whether it is done already. */
  act<Input, Done, Prepared>(
    actor: Actor,
    command: Command<Actor, Input, Done, Prepared>,
    input: Input,
    at: Date,
  ): Promise<Done>;
  read<Found>(ask: (reader: Reader) => Promise<Found>): Promise<Found>;
  /** Goes through a list, several members at once, and says how far it has come. */
  each<T>(name: string, list: readonly T[], work: (member: T) => Promise<void>): Promise<void>;
  /** The same, one member after the other. */
  inTurn<T>(name: string, list: readonly T[], work: (member: T) => Promise<void>): Promise<void>;
  readonly city: Actor;
}

const succeeded = <Done>(key: string, result: Result<Done, Fault>): Done => {
  if (result.ok) return result.value;
  throw new Error(`demonstration step ${key}: ${JSON.stringify(result.error)}`);
};

export const createSteps = async (
  runner: Runner<Actor>,
  cityId: number,
  onProgress: (progress: Progress) => void,
): Promise<Steps> => {
  const city = systemActor(cityId);
  const done = new Map<string, unknown>();
  const rows = await runner.readAs(city, (reader) =>
    reader.rows<{ key: string; answer: unknown }>(
      sql`select key, answer from idempotency_keys where city_id = ${cityId} and key like ${`${PREFIX}%`}`,
    ),
  );
  for (const { key, answer } of rows) done.set(key, answer);

  const through = async <T>(
    atOnce: number,
    name: string,
    list: readonly T[],
    work: (member: T) => Promise<void>,
  ): Promise<void> => {
    let [started, finished] = [0, 0];
    let failed = false;
    const tell = () => onProgress({ step: name, count: { done: finished, of: list.length } });
    tell();
    const worker = async (): Promise<void> => {
      while (started < list.length && !failed) {
        const member = list[started++] as (typeof list)[number];
        try {
          await work(member);
          finished += 1;
          tell();
        } catch (error) {
          failed = true;
          throw error;
        }
      }
    };
    const outcomes = await Promise.allSettled(Array.from({ length: atOnce }, worker));
    for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
  };

  return {
    city,
    step: async <Input, Done, Prepared>(
      name: string,
      actor: Actor,
      command: Command<Actor, Input, Done, Prepared>,
      input: Input | (() => Input),
      at: Date,
    ): Promise<Done> => {
      const key = PREFIX + name;
      if (done.has(key)) return done.get(key) as Done;
      const given = typeof input === 'function' ? (input as () => Input)() : input;
      const answer = succeeded(name, await runner.runAs(actor, command, given, { at, key, requestId: REQUEST }));
      done.set(key, answer);
      return answer;
    },
    isDone: (key) => done.has(PREFIX + key),
    act: async (actor, command, input, at) =>
      succeeded(command.name, await runner.runAs(actor, command, input, { at, requestId: REQUEST })),
    read: (ask) => runner.readAs(city, ask),
    each: (name, list, work) => through(AT_ONCE, name, list, work),
    inTurn: (name, list, work) => through(1, name, list, work),
  };
};
