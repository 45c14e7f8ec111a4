import type { Context } from '#parties/access/command.ts';
import { hasRole } from '#parties/access/domain/roles.ts';
import type { AnswerOf } from '#platform/contract.ts';
import { type Sql, sql } from '#platform/db/sql.ts';
import type { Reader } from '#platform/db/tx.ts';
import type { draftingContract } from '../../drafting.contract.ts';
import { type Figures, figuresOf } from './figures.ts';
import { draftFaults, type IndustryRules, type ReadIndustryRules } from './industry-rules.ts';
import { editionInForce } from './terms.queries.ts';

export interface TermRow {
  industry: string;
  hash: string;
  title: string;
  issued: string | null;
  figures: Figures;
  inForceFrom: Date;
  publishedBy: string;
  retiredAt: Date | null;
  retiredBy: string | null;
  replacedBy: string | null;
}

const terms = (which: Sql) => sql`
  select t.industry, t.edition_hash as hash, e.title, e.content->>'issued' as issued, ${figuresOf(sql`e.content`)} as figures,
    t.in_force_from as "inForceFrom", t.published_by_name as "publishedBy", t.retired_at as "retiredAt",
    t.retired_by_name as "retiredBy", t.replaced_by as "replacedBy"
  from edition_terms t join editions e on e.city_id = t.city_id and e.edition_hash = t.edition_hash
  where ${which} order by t.retired_at desc nulls first, t.in_force_from desc, t.edition_hash`;

export interface DraftRow {
  industry: string;
  draftId: string;
  title: string;
  version: number;
  figures: Figures;
  content: Readonly<Record<string, unknown>>;
  basedOn: { hash: string; title: string; inForce: boolean } | null;
  createdBy: string;
  createdAt: Date;
  changedBy: string;
  changedAt: Date;
}

export const drafts = (which: Sql) => sql`
  select d.industry, d.draft_id as "draftId", d.title, d.version, ${figuresOf(sql`d.content`)} as figures, d.content,
    case when b.edition_hash is not null then json_build_object('hash', b.edition_hash, 'title', b.title,
      'inForce', coalesce(t.edition_hash is not null and t.retired_at is null, false)) end as "basedOn",
    d.created_by_name as "createdBy", d.created_at as "createdAt", d.changed_by_name as "changedBy", d.changed_at as "changedAt"
  from edition_drafts d
  left join editions b on b.city_id = d.city_id and b.edition_hash = d.based_on
  left join edition_terms t on t.city_id = d.city_id and t.edition_hash = d.based_on
  where ${which} order by d.changed_at desc, d.draft_id`;

const listedTerm = ({ industry: _industry, ...term }: TermRow) => ({
  ...term,
  issued: term.issued ?? '',
  inForceFrom: term.inForceFrom.toISOString(),
  retiredAt: term.retiredAt?.toISOString() ?? null,
  retiredBy: term.retiredBy ?? '',
});

export const listedDraft = ({ industry, content, ...draft }: DraftRow, rules: IndustryRules) => ({
  ...draft,
  faultCount: draftFaults(content, industry, rules).length,
  createdAt: draft.createdAt.toISOString(),
  changedAt: draft.changedAt.toISOString(),
});

/** Every industry of the scheme, and any other that has an edition, with its editions and open drafts. */
export const standardsOf = async (
  reader: Reader,
  { actor }: Context,
  rules: ReadIndustryRules,
): Promise<AnswerOf<typeof draftingContract.standards>> => {
  const { cityId } = actor;
  const seesDrafts = hasRole(actor, 'city-office', 'leading-group', 'auditor');
  const known = await rules(reader, cityId);
  const { names } = known;
  const published = await reader.rows<TermRow>(terms(sql`t.city_id = ${cityId}`));
  const open = seesDrafts
    ? await reader.rows<DraftRow>(drafts(sql`d.city_id = ${cityId} and d.state = 'drafting'`))
    : [];
  const codes = new Set([...names.keys(), ...published.map(({ industry }) => industry)]);
  return {
    industries: [...codes].map((industry) => {
      const own = published.filter((one) => one.industry === industry).map(listedTerm);
      return {
        industry,
        industryName: names.get(industry) ?? industry,
        inForce: own.find(({ retiredAt }) => retiredAt === null) ?? null,
        former: own.filter(({ retiredAt }) => retiredAt !== null),
        drafts: open.filter((one) => one.industry === industry).map((one) => listedDraft(one, known)),
      };
    }),
    mayDraft: hasRole(actor, 'city-office'),
    mayDecide: hasRole(actor, 'leading-group'),
  };
};

/** A published edition's term and its neighbours; undefined if the city has none with this hash. */
export const editionRecord = async (
  reader: Reader,
  { actor }: Context,
  hash: string,
  rules: ReadIndustryRules,
): Promise<AnswerOf<typeof draftingContract.editionRecord> | undefined> => {
  const { cityId } = actor;
  const term = await reader.row<TermRow>(terms(sql`t.city_id = ${cityId} and t.edition_hash = ${hash}`));
  if (!term) return undefined;
  const { names } = await rules(reader, cityId);
  const inForce = await editionInForce(reader, cityId, term.industry);
  const [replaced] = await reader.rows<{ hash: string; title: string }>(sql`
    select t.edition_hash as hash, e.title from edition_terms t
    join editions e on e.city_id = t.city_id and e.edition_hash = t.edition_hash
    where t.city_id = ${cityId} and t.replaced_by = ${hash} limit 1`);
  return {
    ...listedTerm(term),
    industry: term.industry,
    industryName: names.get(term.industry) ?? term.industry,
    inForce: inForce && inForce.hash !== hash ? { hash: inForce.hash, title: inForce.title } : null,
    replaced: replaced ?? null,
    mayCopy: hasRole(actor, 'city-office') && names.has(term.industry),
    mayRetire: hasRole(actor, 'leading-group') && term.retiredAt === null,
  };
};
