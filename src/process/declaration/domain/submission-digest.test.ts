import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { canonicalSubmission } from './submission-digest.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const common = {
  declaration: '0198d3c0-0000-7000-8000-000000000001',
  sequence: 1,
  unit: '0198d3c0-0000-7000-8000-000000000002',
  edition: 'e'.repeat(64),
  asOf: '2026-09-01',
  receipt: 'SJ-2026-00001',
  receivingBody: 'bureau-dongqu',
  submittedAt: '2026-09-01T02:00:00.000Z',
  signer: '向法人',
  pack: 'a'.repeat(64),
  texts: 'b'.repeat(64),
  registration: 'c'.repeat(64),
  evidence: [{ item: 'om-001', name: '证照.pdf', digest: 'd'.repeat(64) }],
};

it('a submission of before there were reports keeps its digest, byte by byte', () => {
  const text = canonicalSubmission({ format: 'anping-submission-v1', ...common });
  expect(text).toBe(
    `{"asOf":"2026-09-01","declaration":"${common.declaration}","edition":"${common.edition}","evidence":[{"digest":"${'d'.repeat(64)}","item":"om-001","name":"证照.pdf"}],"format":"anping-submission-v1","pack":"${common.pack}","receipt":"SJ-2026-00001","receivingBody":"bureau-dongqu","registration":"${common.registration}","sequence":1,"signer":"向法人","submittedAt":"2026-09-01T02:00:00.000Z","texts":"${common.texts}","unit":"${common.unit}"}`,
  );
});

it('a later one binds its report as well: another report is another digest', () => {
  const digestOf = (report: string) =>
    sha256(canonicalSubmission({ format: 'anping-submission-v2', ...common, handedOver: '', report }));
  expect(digestOf('f'.repeat(64))).not.toBe(digestOf('0'.repeat(64)));
});
