import { dayOf } from '#lib/plain-date.ts';
import type { AnswerOf } from '#platform/contract.ts';
import { sql } from '#platform/db/sql.ts';
import type { Reader } from '#platform/db/tx.ts';
import type { campaignContract } from '../campaign.contract.ts';
import type { Scheme } from '../domain/scheme.ts';
import { schemeByHash } from './scheme-store.ts';

/** The scheme that was published last. @throws if the city has none: it is founded with one. */
export const newestScheme = async (reader: Reader, cityId: number): Promise<{ scheme: Scheme; hash: string }> => {
  const { hash } = await reader.one<{ hash: string }>(
    sql`select scheme_hash as hash from schemes where city_id = ${cityId} order by published_at desc, scheme_hash limit 1`,
  );
  return { scheme: await schemeByHash(reader, cityId, hash), hash };
};

export interface EditionInForce {
  readonly industry: string;
  readonly hash: string;
  readonly title: string;
  readonly publishedAt: Date;
}

/** Per industry the edition in force; an industry whose edition was retired without a new one has none. */
export const editionsInForce = (reader: Reader, cityId: number): Promise<EditionInForce[]> =>
  reader.rows<EditionInForce>(sql`
    select t.industry, t.edition_hash as hash, e.title, e.published_at as "publishedAt"
    from edition_terms t join editions e on e.city_id = t.city_id and e.edition_hash = t.edition_hash
    where t.city_id = ${cityId} and t.retired_at is null order by t.industry`);

/** What a campaign would be opened with today. */
export const campaignSetup = async (
  reader: Reader,
  cityId: number,
): Promise<AnswerOf<typeof campaignContract.campaignSetup>> => {
  const { scheme } = await newestScheme(reader, cityId);
  const editions = await editionsInForce(reader, cityId);
  return {
    schemeTitle: scheme.title,
    noticeNumber: scheme.notice.number,
    suggestedName: scheme.defaultCampaign.title,
    suggestedStart: scheme.defaultCampaign.start,
    phases: scheme.phases.map(({ code, name, fromDay, toDay, basis }) => ({ code, name, fromDay, toDay, basis })),
    editions: scheme.industries.map(({ code, name }) => {
      const found = editions.find((edition) => edition.industry === code);
      return {
        industry: code,
        industryName: name,
        edition: found ? { hash: found.hash, title: found.title, publishedOn: dayOf(found.publishedAt) } : null,
      };
    }),
  };
};

/** Names of the industries of the scheme that was published last, by code. */
export const industryNames = async (reader: Reader, cityId: number): Promise<ReadonlyMap<string, string>> => {
  const { scheme } = await newestScheme(reader, cityId);
  return new Map(scheme.industries.map(({ code, name }) => [code, name]));
};
