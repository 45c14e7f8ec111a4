import type { AnswerOf } from '#platform/contract.ts';
import { useFilters } from '#platform/ui/address.tsx';
import { createClient } from '#platform/ui/api/client.ts';
import { useRead } from '#platform/ui/data.ts';
import type { Column } from '#platform/ui/list/columns.ts';
import { ListPage } from '#platform/ui/list/list-page.tsx';
import { useCodeText, useText } from '#platform/ui/text/use-text.tsx';
import { Time } from '#platform/ui/time/time.tsx';
import { auditLogContract } from '../audit-log.contract.ts';
import { auditLogTexts } from '../audit-log.text.ts';
import { AuditEntry } from './audit-entry.tsx';

const auditLogClient = createClient(auditLogContract);
type Line = AnswerOf<(typeof auditLogContract)['auditEntries']>['rows'][number];

const defaults = { actor: '', command: '', subject: '', from: '', to: '', after: '' };

/** Who did what, when, to what; a row opens what was changed. */
export const AuditLogPage = () => {
  const t = useText(auditLogTexts);
  const worded = useCodeText();
  const commandText = (command: string): string => worded(`command.${command}`) ?? command;
  const address = useFilters(defaults);
  const { actor, command, subject, from, to, after } = address.values;
  const given = { actor, command, subject, from, to, after };
  const read = useRead(auditLogClient.auditEntries, {
    query: Object.fromEntries(Object.entries(given).filter(([, value]) => value !== '')),
  });
  const columns: readonly Column<Line>[] = [
    { key: 'when', title: t('audit.when'), width: 150, render: (row) => <Time at={row.occurredAt} /> },
    { key: 'what', title: t('audit.what'), render: (row) => commandText(row.command) },
    {
      key: 'subject',
      title: t('audit.subject'),
      render: (row) => (
        <>
          <span className="ui-soft">{worded(`subject.${row.subjectType}`) ?? row.subjectType}</span> {row.subjectName}
        </>
      ),
    },
    { key: 'who', title: t('audit.who'), width: 140, render: (row) => row.actorName },
    { key: 'body', title: t('audit.body'), width: 160, render: (row) => row.bodyName ?? '' },
    {
      key: 'sequence',
      title: t('audit.sequence'),
      width: 110,
      number: true,
      render: (row) => row.sequence ?? t('audit.unsealed'),
    },
  ];
  return (
    <ListPage
      id="audit-log"
      title={t('audit.title')}
      intro={<p className="ui-soft">{t('audit.verify')}</p>}
      filters={[
        { kind: 'search', name: 'actor', label: t('audit.who') },
        {
          kind: 'choice',
          name: 'command',
          label: t('audit.what'),
          options: (read.data?.commands ?? []).map((each) => ({ value: each, label: commandText(each) })),
        },
        { kind: 'day', name: 'from', label: t('audit.from') },
        { kind: 'day', name: 'to', label: t('audit.to') },
      ]}
      address={address}
      read={read}
      columns={columns}
      rowKey={(row) => row.entryId}
      open={(row) => <AuditEntry entryId={row.entryId} onSubject={() => address.set({ subject: row.subjectId })} />}
      empty={{ text: t('audit.empty') }}
    />
  );
};
