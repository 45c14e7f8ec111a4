import { useEffect, useState } from 'react';
import { useUiText } from './text/use-text.tsx';

/** Says that something loads, but only after 300 ms: quick answers do not flicker. */
export const Loading = () => {
  const t = useUiText();
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 300);
    return () => clearTimeout(timer);
  }, []);
  return (
    <p className="ui-loading" role="status">
      {late ? t('state.loading') : ''}
    </p>
  );
};
