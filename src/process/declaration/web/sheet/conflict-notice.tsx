import { Button } from '#platform/ui/button.tsx';
import { Notice } from '#platform/ui/marks.tsx';
import { useText } from '#platform/ui/text/use-text.tsx';
import { declarationTexts } from '../../declaration.text.ts';

interface Props {
  /** Both values in words. */
  readonly current: string;
  readonly mine: string;
  readonly onTake: (take: 'mine' | 'theirs') => void;
}

/** Somebody else changed the item meanwhile: both values, and which one shall stand. */
export const ConflictNotice = ({ current, mine, onTake }: Props) => {
  const t = useText(declarationTexts);
  return (
    <Notice wrong>
      <p>{t('declaration.sheet.conflict', { current, mine })}</p>
      <div className="ui-row">
        <Button small onClick={() => onTake('theirs')}>
          {t('declaration.sheet.conflict.theirs')}
        </Button>
        <Button small onClick={() => onTake('mine')}>
          {t('declaration.sheet.conflict.mine')}
        </Button>
      </div>
    </Notice>
  );
};
