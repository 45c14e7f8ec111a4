import { ok } from '#lib/result.ts';
import { systemCommand } from '#parties/access/command.ts';
import { sql } from '#platform/db/sql.ts';
import { newId } from '#platform/ids.ts';
import { codeDigest } from './activation-code.ts';

const VALID_HOURS = 24;

/** Issues the one-time link of an empty instance; earlier ones stop working. */
export const issueFirstAdministratorLink = systemCommand<{ token: string }, { activationId: string }>({
  name: 'people.issue-first-administrator-link',
  run: async (tx, { token }, { actor, now }) => {
    const activationId = newId();
    await tx.run(
      sql`update activations set withdrawn_at = ${now} where city_id = ${actor.cityId} and purpose = 'first-administrator' and used_at is null and withdrawn_at is null`,
    );
    tx.later(sql`insert into activations (city_id, activation_id, code_digest, purpose, expires_at, created_at)
      values (${actor.cityId}, ${activationId}, ${codeDigest(token)}, 'first-administrator', ${new Date(now.getTime() + VALID_HOURS * 3_600_000)}, ${now})`);
    return ok({
      done: { activationId },
      subject: { type: 'activation', id: activationId },
      record: { validHours: VALID_HOURS },
    });
  },
});
