import { ConfigProvider, type ConfigProviderProps } from 'antd';
import enUS from 'antd/es/locale/en_US.js';
import zhCN from 'antd/es/locale/zh_CN.js';
import type { ReactNode } from 'react';
import { useLanguage } from '../text/language.tsx';
import { tokens } from './tokens.ts';

type Locale = NonNullable<ConfigProviderProps['locale']>;

// In the bundle these are ES modules; the compiler takes them for CommonJS, because the package does not say so.
const locales = { 'zh-CN': zhCN as unknown as Locale, en: enUS as unknown as Locale };

/** A dialog lies in the browser's top layer: what opens inside it must be its child to be seen. */
const popupContainer = (trigger?: HTMLElement): HTMLElement => trigger?.closest('dialog') ?? document.body;

/** Theme and language of the Ant Design widgets below. */
export const WidgetTheme = ({ children }: { readonly children: ReactNode }) => {
  const { language } = useLanguage();
  return (
    <ConfigProvider
      theme={tokens}
      locale={locales[language]}
      getPopupContainer={popupContainer}
      button={{ autoInsertSpace: false }}
      wave={{ disabled: true }}
      componentSize="middle"
    >
      {children}
    </ConfigProvider>
  );
};
