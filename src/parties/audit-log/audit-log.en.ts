import type { Translation } from '#platform/text.ts';
import type { zhCN } from './audit-log.zh-CN.ts';

export const en: Translation<typeof zhCN> = {
  'audit.title': 'Audit log',
  'audit.when': 'Time',
  'audit.who': 'Person',
  'audit.body': 'Body',
  'audit.what': 'Action',
  'audit.subject': 'Record',
  'audit.subjectId': 'Record number',
  'audit.sequence': 'Place in the chain',
  'audit.unsealed': 'not chained yet',
  'audit.from': 'From',
  'audit.to': 'To',
  'audit.empty': 'There is no entry yet. Every action that changes data leaves a row here.',
  'audit.changed': 'What was changed',
  'audit.erased': 'The content was erased by law; the chain keeps its digest.',
  'audit.digests': 'For verification',
  'audit.payloadDigest': 'Digest of the content',
  'audit.entryDigest': 'Digest of the row',
  'audit.link': 'Link',
  'audit.request': 'Request',
  'audit.verify': 'To verify the whole log: npm run -s anping -- verify-audit',
  'audit.of': 'All actions on the same record',
};
