import type pg from 'pg';
import { dayNumber, plainDate } from '#lib/plain-date.ts';
import { type BinaryWriter, binaryWriter } from '#platform/db/binary-copy.ts';
import { withoutForcedSecurity } from '#platform/db/table-copy.ts';
import { newId } from '#platform/ids.ts';
import { compile, type Edition, packedScorer } from '#process/standards/domain/index.ts';
import { editionHash } from '#process/standards/server/edition-hash.ts';
import { packsOf } from './packs.ts';

/** PostgreSQL counts days and instants from here. */
const EPOCH = dayNumber(plainDate('2000-01-01'));
const UUID_ARRAY = Buffer.from('000000000000000000000b86', 'hex');
const SUBMISSION = [
  'city_id',
  'submission_id',
  'declaration_id',
  'sequence',
  'edition_hash',
  'as_of',
  'pack',
  'texts',
  'registration',
  'evidence_ids',
  'numerator',
  'denominator',
  'printed',
  'class_code',
  'trace_digest',
  'content_digest',
  'receipt_number',
  'receiving_body_id',
  'due_on',
  'late',
  'signer',
  'submitted_by_name',
  'submitted_at',
];
const DECLARATION = [
  'city_id',
  'declaration_id',
  'campaign_id',
  'unit_id',
  'enterprise_id',
  'industry',
  'edition_hash',
  'state',
  'roster_division',
  'roster_body',
  'current_submission_id',
  'changed_at',
];

export interface Frozen {
  readonly cityId: number;
  readonly campaignId: string;
  readonly industry: string;
  readonly edition: Edition;
  readonly count: number;
}

const uuid = (id: string): Buffer => Buffer.from(id.replaceAll('-', ''), 'hex');

/** Declarations with one submission each, as many as asked for, written the way that results are; without texts, forms and evidence. */
export const seedFrozen = async (
  owner: pg.Pool,
  { cityId, campaignId, industry, edition, count }: Frozen,
): Promise<void> => {
  const hash = editionHash(edition);
  const scorer = packedScorer(compile(edition), hash);
  const nextPack = packsOf(edition, hash);
  const day = dayNumber(plainDate('2026-09-15')) - EPOCH;
  const instant = day * 86_400_000_000;
  const [submissionOf, texts] = [new Map<number, Buffer>(), new Map<string, Buffer>()];
  const text = (writer: BinaryWriter, value: string): void => {
    const bytes = texts.get(value) ?? Buffer.from(value, 'utf8');
    texts.set(value, bytes);
    writer.raw(bytes);
  };
  const declarationIds = Array.from({ length: count }, () => uuid(newId()));
  // As in life, enterprises hand in in another order than they stand on the roster. A prime that does not divide the count visits all.
  const declarationAt = (at: number): number => (at * 611_953) % count;

  const fill = async (table: string, columns: readonly string[], one: (writer: BinaryWriter, at: number) => void) => {
    const client = await owner.connect();
    try {
      await client.query('begin');
      await withoutForcedSecurity(client, { name: table, columns }, async () => {
        const writer = binaryWriter(client, `${table} (${columns.join(', ')})`);
        for (let at = 0; at < count; at += 1) {
          one(writer, at);
          if (at % 100 === 0) await writer.flush();
        }
        await writer.end();
      });
      await client.query('commit');
    } finally {
      client.release();
    }
  };

  await fill('submissions', SUBMISSION, (writer, at) => {
    const pack = nextPack();
    const scored = scorer(pack);
    if (!scored.ok) throw new Error(scored.error.code);
    const submission = uuid(newId());
    submissionOf.set(declarationAt(at), submission);
    writer.row(SUBMISSION.length);
    writer.int4(cityId);
    writer.raw(submission);
    writer.raw(declarationIds[declarationAt(at)]!);
    writer.int4(1);
    text(writer, hash);
    writer.int4(day);
    writer.raw(pack);
    text(writer, '');
    text(writer, '');
    writer.raw(UUID_ARRAY);
    writer.int8(scored.value.normalised.num);
    writer.int8(scored.value.normalised.den);
    text(writer, String(scored.value.printedUnits / 10));
    if (scored.value.class === null) writer.nothing();
    else text(writer, scored.value.class);
    for (const value of ['', '', '', 'bureau-dongqu']) text(writer, value);
    writer.int4(day);
    writer.raw(Buffer.of(0));
    for (const value of ['测速', '测速']) text(writer, value);
    writer.int8(instant);
  });
  await fill('declarations', DECLARATION, (writer, at) => {
    const unit = uuid(newId());
    writer.row(DECLARATION.length);
    writer.int4(cityId);
    writer.raw(declarationIds[at]!);
    writer.raw(uuid(campaignId));
    writer.raw(unit);
    writer.raw(unit);
    for (const value of [industry, hash, 'submitted', '510402', 'bureau-dongqu']) text(writer, value);
    writer.raw(submissionOf.get(at)!);
    writer.int8(instant);
  });
  await owner.query('vacuum analyze');
};
