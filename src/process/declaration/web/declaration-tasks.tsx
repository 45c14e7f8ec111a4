import { useHasRole } from '#parties/people/web/session.tsx';
import { useText } from '#platform/ui/text/use-text.tsx';
import type { LoadedEdition } from '#process/standards/web/use-edition.ts';
import type { Declaration } from '../declaration.contract.ts';
import { declarationTexts } from '../declaration.text.ts';
import { givenAnswers } from '../domain/completeness.ts';
import { lostItems } from '../domain/rectification/measure.ts';
import { rectificationTexts } from '../rectification.text.ts';
import { reportTexts } from '../report.text.ts';
import { signingTexts } from '../signing.text.ts';
import { declarationHref } from './declaration-client.ts';
import { type Task, TaskList } from './task-list.tsx';
import { byTop } from './tops.ts';
import { useProgress } from './use-progress.ts';

/** The parts of a declaration with how far each is. */
export const DeclarationTasks = (props: { readonly declaration: Declaration; readonly loaded: LoadedEdition }) => {
  const t = useText(declarationTexts);
  const signing = useText(signingTexts);
  const report = useText(reportTexts);
  const measures = useText(rectificationTexts);
  const { declaration } = props;
  const { sections, completeness, live, drafts } = useProgress(declaration, props.loaded);
  const links = declarationHref(declaration.declarationId);
  // A manager who does not fill in reads all of it on one page.
  const readOnly = { registration: links.check, sheet: links.check, item: () => links.check };
  const href = useHasRole('enterprise') ? links : { ...links, ...readOnly };
  const missing = completeness.registration.length;
  const editable = declaration.actions.includes('save');
  const handsOver = !declaration.signing.isOnlyAccount;
  const tops = byTop(sections, completeness);
  const written = declaration.report.filter(({ filled }) => filled).length;
  const lost = lostItems(props.loaded.edition, givenAnswers(drafts));
  const planned = lost.filter(({ id }) => declaration.rectification[id]?.measure).length;
  const tasks: readonly Task[] = [
    {
      href: href.registration,
      title: t('declaration.task.registration'),
      state: missing === 0 ? t('declaration.task.done') : t('declaration.task.missing', { count: missing }),
      tone: missing === 0 ? 'done' : 'active',
    },
    {
      href: href.sheet,
      title: t('declaration.task.sheet'),
      state: t('declaration.list.answered', { answered: live.answered, total: live.total }),
      tone: live.answered === live.total ? 'done' : 'active',
      details: tops.map((top) => ({
        title: top.title,
        state: t('declaration.list.answered', { answered: top.answered, total: top.total }),
        href: top.firstOpen ? href.item(top.firstOpen) : href.item(top.items[0] ?? ''),
        done: top.answered === top.total,
      })),
    },
    {
      href: href.files,
      title: t('declaration.task.evidence'),
      state: t('declaration.task.files', { count: new Set(declaration.evidence.map(({ fileId }) => fileId)).size }),
      tone: declaration.evidence.length > 0 ? 'done' : 'open',
    },
    {
      href: href.report,
      title: report('report.task'),
      state: report('report.task.state', { filled: written, total: declaration.report.length }),
      tone: written === declaration.report.length ? 'done' : 'open',
    },
    {
      href: href.rectification,
      title: measures('rectification.task'),
      state:
        lost.length === 0
          ? measures('rectification.task.none')
          : measures('rectification.task.state', { planned, total: lost.length }),
      tone: planned === lost.length && lost.length > 0 ? 'done' : 'open',
    },
    ...(editable
      ? [
          {
            href: href.check,
            title: handsOver ? signing('signing.task.check') : t('declaration.task.check'),
            state:
              completeness.complete && handsOver
                ? signing('signing.task.ready')
                : t(completeness.complete ? 'declaration.task.ready' : 'declaration.task.locked'),
            tone: completeness.complete ? ('active' as const) : ('open' as const),
          },
        ]
      : []),
  ];
  return <TaskList tasks={tasks} />;
};
