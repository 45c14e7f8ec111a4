import { type CheckRule, inForm } from './check-input.ts';

/** 随表必附: those of the paper form that every unit has. */
const USUAL = ['business-licence', 'rules', 'organisation', 'emergency-plan'] as const;

/** What goes with the paper is ticked, and the files named are still there. */
export const attachments: CheckRule = {
  code: 'attachments',
  level: 'warning',
  find: ({ form, evidence }) => {
    const rows = form.attachments ?? [];
    const files = new Set(evidence.map(({ evidenceId }) => evidenceId));
    const missing = USUAL.filter((kind) => !rows.some((row) => row.kind === kind && (row.enclosed || row.file)));
    return [
      ...(missing.length > 0
        ? [{ path: inForm('attachments'), code: 'checks.attachmentsMissing', params: { count: missing.length } }]
        : []),
      ...rows.flatMap(({ file }, at) =>
        file && !files.has(file) ? [{ path: `registration.attachments.${at}.file`, code: 'checks.fileGone' }] : [],
      ),
    ];
  },
};
