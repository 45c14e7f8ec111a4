import { dayOf, writtenDay } from '#lib/plain-date.ts';
import { sql } from '#platform/db/sql.ts';
import type { Reader } from '#platform/db/tx.ts';
import { type PaperRules, paperRules } from '#process/campaign/domain/paper-rules.ts';
import { schemeOfCampaign } from '#process/campaign/server/scheme-store.ts';
import { className } from '#process/standards/edition-words.ts';
import { editionByHash } from '#process/standards/server/edition-store.ts';
import type { PackDocument } from '#support/documents/pdf/pack-document.ts';
import { shortDigest } from '../../domain/paper/paper-code.ts';
import type { Submission } from '../read-submission.ts';
import { reportDocument } from '../report/report-document.ts';
import { submittedSource } from '../report/report-source.ts';
import { formDocument } from './form-document.ts';

export const PAGE_WORDS = '第 {page} 页　共 {pages} 页';
export const CODE_LABEL = '核验码 ';

/** 第1份，共3份, and where each copy goes. */
export const printedCopies = ({ copies: { value } }: PaperRules): PackDocument['copies'] =>
  value.map(({ keeper }, at) => ({ label: `第 ${at + 1} 份，共 ${value.length} 份`, keeper }));

/** What the print of a submission is set from: nothing but what was frozen with it. */
export const packOf = async (reader: Reader, cityId: number, submission: Submission): Promise<PackDocument> => {
  const stored = await editionByHash(reader, cityId, submission.editionHash);
  const { edition } = stored;
  const scheme = await schemeOfCampaign(reader, cityId, submission.campaignId);
  const { name: campaignName, body: receivingBodyName } = await reader.one<{ name: string; body: string }>(sql`
    select c.name, coalesce(b.name, ${submission.receivingBodyId}::text) as body from campaigns c
    left join bodies b on b.city_id = c.city_id and b.body_id = ${submission.receivingBodyId}
    where c.city_id = ${cityId} and c.campaign_id = ${submission.campaignId}`);
  const { register, form } = submission.registration;
  return {
    title: `${register.unitName}　企业安全生产评估登记表`,
    form: formDocument({
      register,
      form,
      edition,
      campaignName,
      receivingBodyName,
      submitted: {
        receiptNumber: submission.receiptNumber,
        submittedOn: writtenDay(dayOf(submission.submittedAt)),
        printed: submission.printed,
        className: submission.classCode === null ? '不予受理' : className(edition, submission.classCode),
        signer: submission.signer,
      },
    }),
    // Submissions from before there were reports have none.
    ...(submission.report !== null && { report: reportDocument(submittedSource(submission, stored, campaignName)) }),
    copies: printedCopies(paperRules(scheme)),
    pageWords: PAGE_WORDS,
    codeLabel: CODE_LABEL,
    digest: { label: '版本摘要 ', value: shortDigest(submission.contentDigest) },
  };
};
