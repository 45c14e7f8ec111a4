import { Notice } from '#platform/ui/marks.tsx';
import { useText } from '#platform/ui/text/use-text.tsx';
import type { Declaration } from '../../declaration.contract.ts';
import { declarationTexts } from '../../declaration.text.ts';

/** Whether it can be submitted today at all. */
export const isOpenForSubmission = ({ deadline, route }: Declaration): boolean =>
  route !== null && deadline.timeliness !== 'closed' && deadline.timeliness !== 'too-early';

/** That it would be late, or that it cannot be submitted today. */
export const TermNotices = ({ declaration: { deadline } }: { readonly declaration: Declaration }) => {
  const t = useText(declarationTexts);
  switch (deadline.timeliness) {
    case 'late':
      return <Notice wrong>{t('declaration.check.submit.late', { dueOn: deadline.dueOn })}</Notice>;
    case 'closed':
      return <Notice wrong>{t('declaration.check.submit.closed', { closesOn: deadline.closesOn })}</Notice>;
    case 'too-early':
      return <Notice>{t('declaration.check.submit.early', { opensOn: deadline.opensOn })}</Notice>;
    case 'on-time':
      return null;
  }
};
