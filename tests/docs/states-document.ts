import type { Role } from '#parties/access/domain/roles.ts';
import { registerChangeTransitions } from '#parties/enterprises/domain/register-change/states.ts';
import { revisionTransitions } from '#process/campaign/domain/revision.ts';
import { adoptionTransitions } from '#process/classification/domain/adoption.ts';
import { transitions as declarationTransitions } from '#process/declaration/domain/states.ts';
import { objectionTransitions } from '#process/public-notice/domain/notice.ts';
import { reviewTransitions } from '#process/review/domain/review.ts';
import { drawTransitions } from '#process/spot-check/domain/draw-states.ts';
import { verificationTransitions } from '#process/spot-check/domain/verification.ts';
import { draftTransitions } from '#process/standards/domain/draft-states.ts';

interface Row {
  readonly from: string | null;
  readonly action: string;
  readonly to: string;
  readonly who: string | readonly (Role | string)[];
  readonly [condition: string]: unknown;
}

const machines: readonly { readonly title: string; readonly source: string; readonly rows: readonly Row[] }[] = [
  {
    title: 'Draft of a standard 标准草案',
    source: 'process/standards/domain/draft-states.ts',
    rows: draftTransitions as unknown as Row[],
  },
  {
    title: 'Revision of a standard 标准修订',
    source: 'process/campaign/domain/revision.ts',
    rows: revisionTransitions as unknown as Row[],
  },
  {
    title: 'Change of the register 登记信息变更',
    source: 'parties/enterprises/domain/register-change/states.ts',
    rows: registerChangeTransitions as unknown as Row[],
  },
  {
    title: 'Declaration 申报',
    source: 'process/declaration/domain/states.ts',
    rows: declarationTransitions as unknown as Row[],
  },
  {
    title: 'Preliminary review 初审',
    source: 'process/review/domain/review.ts',
    rows: reviewTransitions as unknown as Row[],
  },
  { title: 'Draw 抽取', source: 'process/spot-check/domain/draw-states.ts', rows: drawTransitions as unknown as Row[] },
  {
    title: 'Verification 核定',
    source: 'process/spot-check/domain/verification.ts',
    rows: verificationTransitions as unknown as Row[],
  },
  {
    title: 'Objection 异议',
    source: 'process/public-notice/domain/notice.ts',
    rows: objectionTransitions as unknown as Row[],
  },
  {
    title: 'Adoption 认定',
    source: 'process/classification/domain/adoption.ts',
    rows: adoptionTransitions as unknown as Row[],
  },
];

const condition = ({ from: _from, action: _action, to: _to, who: _who, ...more }: Row): string =>
  Object.entries(more)
    .map(([name, value]) => `${name}: ${String(value)}`)
    .join(', ');

const table = (rows: readonly Row[]): string =>
  [
    '| from | action | to | who | on condition |',
    '|---|---|---|---|---|',
    ...rows.map(
      (row) =>
        `| ${row.from ?? '–'} | ${row.action} | ${row.to} | ${[row.who].flat().join(', ')} | ${condition(row)} |`,
    ),
  ].join('\n');

/** docs/states.md as the code has it now. */
export const statesDocument = (): string =>
  `# States 状态

Generated from the tables that the server enforces and the pages show: \`npm run docs\`. Each says from which state which action leads where, and who may take it.

${machines.map(({ title, source, rows }) => `## ${title}\n\n[\`src/${source}\`](../src/${source})\n\n${table(rows)}`).join('\n\n')}
`;
