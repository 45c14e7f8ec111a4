import { useState } from 'react';
import { announce } from './announce.tsx';
import { Dialog } from './dialog.tsx';
import { currentKeys, type KeyBinding, useKeys } from './keys.ts';
import { useUiText } from './text/use-text.tsx';

/** The table of keys, on `?`, and what every page has: `/`, harmless `Ctrl+S`. The shell has it once. */
export const KeyHelp = () => {
  const t = useUiText();
  const [keys, setKeys] = useState<readonly KeyBinding[] | null>(null);
  useKeys([
    { key: '?', help: t('keys.help'), run: () => setKeys(currentKeys()) },
    {
      key: '/',
      help: t('keys.search'),
      run: () => document.querySelector<HTMLInputElement>('input[type="search"]')?.focus(),
    },
    {
      key: 's',
      ctrl: true,
      help: t('keys.no-save'),
      run: () => announce(t('keys.no-save')),
    },
  ]);
  if (keys === null) return null;
  return (
    <Dialog title={t('keys.title')} onClose={() => setKeys(null)}>
      <dl className="ui-keys">
        {keys.map((binding) => (
          <div key={binding.key} style={{ display: 'contents' }}>
            <dt>
              <kbd>{binding.ctrl ? `Ctrl+${binding.key.toUpperCase()}` : binding.key}</kbd>
            </dt>
            <dd>{binding.help}</dd>
          </div>
        ))}
        <dt>
          <kbd>Esc</kbd>
        </dt>
        <dd>{t('keys.close')}</dd>
      </dl>
    </Dialog>
  );
};
