import type { Actor } from '#parties/access/domain/roles.ts';
import { asks, bind } from '#platform/http/routes.ts';
import { auditLogContract } from '../audit-log.contract.ts';
import { auditEntries, auditEntry, type SubjectNames } from './audit-log.queries.ts';

export const auditLogRoutes = ({ subjectNames }: { readonly subjectNames: SubjectNames }) =>
  bind<Actor, typeof auditLogContract>(auditLogContract, {
    auditEntries: asks((reader, input, context) => auditEntries(reader, input, context, subjectNames)),
    auditEntry: asks((reader, input, context) => auditEntry(reader, input, context, subjectNames)),
  });
