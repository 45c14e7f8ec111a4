import { Button } from '../button.tsx';
import { useUiText } from '../text/use-text.tsx';
import { formatTime } from '../time/format.ts';
import type { SaveState } from './save-queue.ts';

/** `已保存 16:20`, `正在保存…`, `离线，2 条待发送`. */
export const SavedMark = ({ state, onRetry }: { readonly state: SaveState; readonly onRetry?: () => void }) => {
  const t = useUiText();
  const text = state.offline
    ? t('state.offline', { count: state.waiting })
    : state.waiting > 0
      ? t('state.saving')
      : state.savedAt === null
        ? ''
        : t('state.saved', { time: formatTime(new Date(state.savedAt)) });
  return (
    <span className={state.offline ? 'ui-wrong ui-nowrap' : 'ui-soft ui-nowrap'} role="status">
      {text}{' '}
      {state.offline && onRetry && (
        <Button look="link" onClick={onRetry}>
          {t('action.retry')}
        </Button>
      )}
    </span>
  );
};
