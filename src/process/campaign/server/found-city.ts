import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { PlainDate } from '#lib/plain-date.ts';
import { ok, refuse } from '#lib/result.ts';
import { systemCommand } from '#parties/access/command.ts';
import { json, sql } from '#platform/db/sql.ts';
import { editionHash } from '#process/standards/server/edition-hash.ts';
import type { SchemeFolder } from './read-scheme.ts';

export interface FoundCity {
  readonly cityId: number;
  readonly name: string;
  readonly folder: SchemeFolder;
  /** The day a demonstration starts on; null for an instance that is real. */
  readonly demonstrationDate: PlainDate | null;
}

export const schemeHash = (scheme: unknown): string =>
  createHash('sha256')
    .update(canonicalize(scheme) ?? '', 'utf8')
    .digest('hex');

/** Puts a city on its feet: its bodies, the published scheme and the published editions. Once per city. */
export const foundCity = systemCommand<FoundCity, { cityId: number }>({
  name: 'campaign.found-city',
  run: async (tx, { cityId, name, folder, demonstrationDate }, { now }) => {
    const there = await tx.row(sql`select 1 from cities where city_id = ${cityId}`);
    if (there) return refuse('campaign.cityExists', 409, undefined, 'final');
    const hash = schemeHash(folder.scheme);
    await tx.run(sql`insert into cities (city_id, name, scheme_id, demonstration, demonstration_date, created_at)
      values (${cityId}, ${name}, ${folder.scheme.id}, ${demonstrationDate !== null}, ${demonstrationDate}, ${now})`);
    await tx.run(sql`insert into schemes (city_id, scheme_hash, scheme_id, title, content, published_at)
      values (${cityId}, ${hash}, ${folder.scheme.id}, ${folder.scheme.title}, ${json(folder.scheme)}, ${now})`);
    for (const [position, body] of folder.bodies.entries()) {
      tx.later(sql`insert into bodies (city_id, body_id, name, short, aliases, kind, parent_id, territory, industries, duties, position)
        values (${cityId}, ${body.id}, ${body.name}, ${body.short}, ${body.aliases}, ${body.kind}, ${body.parent}, ${body.territory},
          ${body.industries ?? []}, ${body.duties}, ${position})`);
    }
    for (const edition of folder.editions) {
      tx.later(sql`insert into editions (city_id, edition_hash, industry, title, content, published_at)
        values (${cityId}, ${editionHash(edition)}, ${edition.industry}, ${edition.title}, ${json(edition)}, ${now})`);
      tx.later(sql`insert into edition_terms (city_id, edition_hash, industry, in_force_from, published_by_name)
        values (${cityId}, ${editionHash(edition)}, ${edition.industry}, ${now}, '')`);
    }
    return ok({
      done: { cityId },
      subject: { type: 'city', id: String(cityId) },
      record: {
        name,
        scheme: folder.scheme.id,
        schemeHash: hash,
        bodies: folder.bodies.length,
        editions: folder.editions.map(editionHash),
      },
    });
  },
});
