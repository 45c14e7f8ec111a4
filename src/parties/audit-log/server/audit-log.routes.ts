import type { Actor } from '#parties/access/domain/roles.ts';
import { asks, bind } from '#platform/http/routes.ts';
import { auditLogContract } from '../audit-log.contract.ts';
import { auditEntries, auditEntry } from './audit-log.queries.ts';

export const auditLogRoutes = bind<Actor, typeof auditLogContract>(auditLogContract, {
  auditEntries: asks(auditEntries),
  auditEntry: asks(auditEntry),
});
