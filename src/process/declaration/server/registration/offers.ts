import { decompressed } from '#platform/db/compressed.ts';
import { sql } from '#platform/db/sql.ts';
import type { Reader } from '#platform/db/tx.ts';
import { type Offer, offered } from '../../domain/registration/sources.ts';
import type { Registration } from '../../domain/registration-fields.ts';
import type { FrozenRegistration } from '../read-submission.ts';

interface Known {
  readonly address: string;
  readonly legalRepresentative: string;
  readonly contactName: string;
  readonly contactPhone: string;
}

interface Earlier {
  readonly registration: Uint8Array;
  readonly campaign: string;
  readonly on: string;
}

interface Sister {
  readonly declarationId: string;
  readonly unit: string;
  readonly form: Registration;
  readonly on: string;
}

/**
 * What the register, the last submission of the unit in an earlier campaign and the forms of the enterprise's other units in this one
 * have to offer, in the order in which a new form takes it over.
 */
export const readOffers = async (
  reader: Reader,
  cityId: number,
  declarationId: string,
  today: string,
): Promise<readonly Offer[]> => {
  const [[known], [earlier], sisters] = await reader.together<[Known, Earlier, Sister]>(
    sql`select e.address, e.legal_representative as "legalRepresentative", e.contact_name as "contactName", e.contact_phone as "contactPhone"
      from declarations d join enterprises e on e.city_id = d.city_id and e.enterprise_id = d.enterprise_id
      where d.city_id = ${cityId} and d.declaration_id = ${declarationId}`,
    sql`select s.registration, c.name as campaign, s.as_of::text as on
      from declarations own
      join declarations d on d.city_id = own.city_id and d.enterprise_id = own.enterprise_id and d.unit_id = own.unit_id
        and d.campaign_id <> own.campaign_id
      join campaigns c on c.city_id = d.city_id and c.campaign_id = d.campaign_id
      join submissions s on s.city_id = d.city_id and s.submission_id = d.current_submission_id
      where own.city_id = ${cityId} and own.declaration_id = ${declarationId}
        and c.starts_on < (select starts_on from campaigns x where x.city_id = own.city_id and x.campaign_id = own.campaign_id)
      order by s.submitted_at desc limit 1`,
    sql`select d.declaration_id as "declarationId", u.name as unit, d.registration as form, d.changed_at::date::text as on
      from declarations own
      join declarations d on d.city_id = own.city_id and d.enterprise_id = own.enterprise_id and d.campaign_id = own.campaign_id
        and d.declaration_id <> own.declaration_id and d.registration_version > 0
      join units u on u.city_id = d.city_id and u.unit_id = d.unit_id
      where own.city_id = ${cityId} and own.declaration_id = ${declarationId}
      order by d.changed_at desc limit 20`,
  );
  const found: Offer[] = [];
  if (known) found.push({ key: 'register', from: 'register', on: today, values: { ...known } });
  for (const { declarationId: key, unit, form, on } of sisters)
    found.push({ key, from: 'sister', of: unit, on, values: form });
  if (earlier) {
    const { form } = decompressed<FrozenRegistration>(earlier.registration);
    found.push({ key: 'earlier', from: 'earlier', of: earlier.campaign, on: earlier.on, values: form });
  }
  return found
    .map((offer) => ({ ...offer, values: offered(offer) }))
    .filter(({ values }) => Object.keys(values).length > 0);
};
