import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { expect, it } from 'vitest';
import { decompressed } from '#platform/db/compressed.ts';
import { createWorld } from '../../../../tests/world.ts';
import { campaignOf, submittedDeclaration } from '../testing/declarations.ts';

const sha256 = (content: string | Uint8Array) => createHash('sha256').update(content).digest('hex');

it('the digest on the receipt is recomputed from what is stored, as docs/formats.md says', async () => {
  const world = await createWorld();
  try {
    const { declarationId, unitId, submissionId } = await submittedDeclaration(world, await campaignOf(world));
    const [row] = (
      await world.database.owner.query('select * from submissions where submission_id = $1', [submissionId])
    ).rows;
    const content = {
      format: 'anping-submission-v2',
      declaration: declarationId,
      unit: unitId,
      sequence: 1,
      edition: row.edition_hash,
      asOf: '2026-09-01',
      submittedAt: row.submitted_at.toISOString(),
      receipt: row.receipt_number,
      receivingBody: row.receiving_body_id,
      signer: row.signer,
      handedOver: '',
      pack: sha256(row.pack),
      texts: sha256(canonicalize(decompressed(row.texts)) ?? ''),
      registration: sha256(canonicalize(decompressed(row.registration)) ?? ''),
      report: sha256(canonicalize(decompressed(row.report)) ?? ''),
      evidence: [],
    };
    expect(sha256(canonicalize(content) ?? '')).toBe(row.content_digest);
  } finally {
    await world.close();
  }
});
