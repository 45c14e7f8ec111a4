import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import { type Language, languages } from '../../text.ts';

const NAME = 'lang';

const isLanguage = (value: unknown): value is Language => languages.includes(value as Language);

/** The browser may forbid storage (private windows of old browsers); the language is then kept for this page only. */
const stored = (): Language | null => {
  try {
    const value = localStorage.getItem(NAME);
    return isLanguage(value) ? value : null;
  } catch {
    return null;
  }
};

const remember = (language: Language) => {
  // The cookie tells the server, for documents and public pages.
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in the browsers we support
  document.cookie = `${NAME}=${language}; path=/; max-age=31536000; samesite=lax`;
  try {
    localStorage.setItem(NAME, language);
  } catch {
    return;
  }
};

interface LanguageChoice {
  readonly language: Language;
  readonly setLanguage: (language: Language) => void;
}

const Context = createContext<LanguageChoice>({ language: 'zh-CN', setLanguage: () => undefined });

/** Chinese unless the person has chosen otherwise before. */
export const LanguageProvider = ({ children }: { readonly children: ReactNode }) => {
  const [language, setLanguage] = useState<Language>(() => stored() ?? 'zh-CN');
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const choose = useCallback((next: Language) => {
    remember(next);
    setLanguage(next);
  }, []);
  const value = useMemo(() => ({ language, setLanguage: choose }), [language, choose]);
  return <Context value={value}>{children}</Context>;
};

export const useLanguage = (): LanguageChoice => useContext(Context);
