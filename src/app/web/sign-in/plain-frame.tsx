import type { ReactNode } from 'react';
import { useSession } from '#parties/people/web/session.tsx';
import { useText } from '#platform/ui/text/use-text.tsx';
import { LanguageButton } from '../shell/top-bar.tsx';
import { shellTexts } from '../shell.text.ts';
import './sign-in.css';

/** The frame of pages for somebody not yet inside: city, name of the system, language. */
export const PlainFrame = (props: {
  readonly wide?: boolean;
  readonly city?: string;
  readonly children: ReactNode;
}) => {
  const t = useText(shellTexts);
  const session = useSession();
  const city = props.city ?? session.data?.city.name ?? '';
  return (
    <main className={props.wide ? 'plain-frame wide' : 'plain-frame'}>
      <header>
        <h1>
          {city}
          {t('product.title')}
        </h1>
        <LanguageButton />
      </header>
      {props.children}
    </main>
  );
};
