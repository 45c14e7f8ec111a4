import { issues, ok, refuse } from '#lib/result.ts';
import { command } from '#parties/access/command.ts';
import { searchText } from '#parties/enterprises/domain/search-text.ts';
import { json, sql } from '#platform/db/sql.ts';
import { newId } from '#platform/ids.ts';
import { schemeOfCampaign } from '#process/campaign/server/scheme-store.ts';
import { formatDocumentNumber } from '#support/numbering/domain/number-format.ts';
import { publish } from '#support/publication/server/publish.ts';
import { classificationContract } from '../classification.contract.ts';
import { type AdoptedRow, publicClass } from '../domain/adopted-list.ts';
import { openAdoptionActions } from '../domain/adoption.ts';
import { validUntil } from '../domain/validity.ts';
import { adoptableRows } from './adoptable.queries.ts';
import { listDigest } from './list-digest.ts';
import { listPublication } from './list-publication.ts';
import { lockAdoption } from './load-adoption.ts';

const NUMBER_PREFIX = '攀应急评认';

/**
 * 签发: the leading group puts a prepared list in force. The signature is the typed name under the digest of the list as it was
 * read; every unit gets its class, and the list is published in the same moment.
 */
export const signAdoption = command(classificationContract.signAdoption, {
  name: 'classification.sign-adoption',
  constraints: {
    decisions_one_per_unit: { kind: 'refusal', code: 'adoption.rowsChanged', status: 409, again: 'conflict' },
  },
  // What the public finds a unit by takes time for thousands of names.
  prepare: async ({ params: { adoptionId } }, { actor }, read) => {
    const row = await read((reader) =>
      reader.row<{ list: AdoptedRow[] }>(
        sql`select list from adoptions where city_id = ${actor.cityId} and adoption_id = ${adoptionId}`,
      ),
    );
    const list = row?.list ?? [];
    return ok(new Map(list.map((one) => [one.settledId, searchText([one.enterprise, one.unit], one.creditCode)])));
  },
  run: async (tx, { params: { adoptionId }, body }, context, searchTexts) => {
    const { actor, now, today } = context;
    const { cityId } = actor;
    const adoption = await lockAdoption(tx, cityId, adoptionId);
    if (!adoption) return refuse('input.noSuchRecord', 404);
    const { campaignId, list } = adoption;
    if (!openAdoptionActions(adoption.state, actor.roles).includes('sign'))
      return refuse('adoption.notPrepared', 409, { state: adoption.state });
    if (body.name !== actor.name)
      return issues([{ path: 'name', code: 'adoption.nameDiffers', params: { name: actor.name } }]);
    const digest = listDigest(list);
    if (body.listDigest !== digest || adoption.listDigest !== digest) return refuse('adoption.listDiffers', 409);
    const adoptable = new Set((await adoptableRows(tx, cityId, campaignId, adoptionId)).map((row) => row.settledId));
    const gone = list.filter((row) => !adoptable.has(row.settledId));
    if (gone.length > 0) return refuse('adoption.rowsChanged', 409, { missing: gone.length });

    const year = Number(today.slice(0, 4));
    const { seq } = await tx.one<{ seq: number }>(sql`select next_number(${cityId}, 'adoption', ${year}) as seq`);
    const number = formatDocumentNumber({ prefix: NUMBER_PREFIX, year, seq });
    const slug = `list-${year}-${seq}`;
    const scheme = await schemeOfCampaign(tx, cityId, campaignId);
    const issuer =
      (
        await tx.row<{ name: string }>(
          sql`select name from bodies where city_id = ${cityId} and body_id = ${actor.bodyId}`,
        )
      )?.name ?? '领导小组';
    const content = listPublication({ ...adoption, number, signedOn: today, rows: list, issuer, scheme });
    const { publicationId, digest: pageDigest } = publish(tx, context, {
      kind: 'list',
      slug,
      title: adoption.title,
      content,
    });

    const classOf = new Map(scheme.classes.map((one) => [one.code, one]));
    const decided = list.map((row, index) => ({
      decisionId: newId(),
      settledId: row.settledId,
      enterpriseId: row.enterpriseId,
      enterprise: row.enterprise,
      unit: row.unit,
      division: row.division,
      industry: row.industry,
      position: index + 1,
      validUntil: validUntil(today, row.validityMonths),
      className: publicClass(row),
      colour: classOf.get(row.classCode)?.colour ?? '',
      meaning: classOf.get(row.classCode)?.meaning ?? '',
      searchText: searchTexts.get(row.settledId) ?? '',
    }));
    const written = await tx.run(sql`
      with list as (select * from jsonb_to_recordset(${json(decided)}::jsonb) as l ("decisionId" uuid, "settledId" uuid, "enterpriseId" uuid, enterprise text, unit text,
        division text, industry text, position int, "validUntil" date, "className" text, colour text, meaning text, "searchText" text)),
      decided as (
        insert into decisions (city_id, decision_id, adoption_id, campaign_id, unit_id, enterprise_id, settled_id, position, basis, class_code, edition_hash,
          numerator, denominator, printed, trace, valid_from, valid_until, decided_at)
        select ${cityId}, l."decisionId", ${adoptionId}, ${campaignId}, s.unit_id, l."enterpriseId", s.settled_id, l.position, s.basis, s.class_code, s.edition_hash,
          s.numerator, s.denominator, s.printed, s.trace, ${today}::date, l."validUntil", ${now}::timestamptz
        from list l join settled_classes s on s.city_id = ${cityId} and s.settled_id = l."settledId"
        returning decision_id, edition_hash)
      insert into public_classes (city_id, decision_id, enterprise_name, unit_name, division_name, industry_name, class_name, class_colour, class_meaning,
        list_number, list_slug, edition_title, valid_from, valid_until, search_text)
      select ${cityId}, l."decisionId", l.enterprise, l.unit, l.division, l.industry, l."className", l.colour, l.meaning,
        ${number}, ${slug}, e.title, ${today}::date, l."validUntil", l."searchText"
      from list l join decided d on d.decision_id = l."decisionId" join editions e on e.city_id = ${cityId} and e.edition_hash = d.edition_hash`);
    if (written !== list.length) throw new Error(`${written} of ${list.length} units decided`);
    tx.later(sql`update adoptions set state = 'signed', number = ${number}, signed_by = ${actor.accountId}, signed_by_name = ${actor.name}, signed_at = ${now}, publication_id = ${publicationId}
      where city_id = ${cityId} and adoption_id = ${adoptionId}`);
    return ok({
      done: { number, slug },
      subject: { type: 'adoption', id: adoptionId },
      record: { number, signature: body.name, listDigest: digest, pageDigest, validFrom: today, units: list.length },
      events: [{ type: 'adoption.signed', adoptionId, campaignId }],
    });
  },
});
