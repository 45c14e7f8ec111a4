import type { ThemeConfig } from 'antd';

/** The same values as `theme.css`, for the widgets of Ant Design. */
export const tokens: ThemeConfig = {
  // Without the hash there is no `:where()`, which Chrome 87 does not know.
  hashed: false,
  token: {
    colorPrimary: '#1b5e9f',
    colorInfo: '#1b5e9f',
    colorError: '#b3261e',
    colorText: '#1f2329',
    colorTextSecondary: '#565e68',
    colorTextDescription: '#565e68',
    colorTextPlaceholder: '#6b737d',
    colorBorder: '#c9ced5',
    colorBorderSecondary: '#e4e7eb',
    colorBgLayout: '#f3f4f6',
    fontFamily: 'var(--font)',
    fontSize: 14,
    lineHeight: 22 / 14,
    borderRadius: 3,
    borderRadiusLG: 4,
    borderRadiusSM: 2,
    controlHeight: 32,
    motionDurationFast: '0.05s',
    motionDurationMid: '0.1s',
    motionDurationSlow: '0.15s',
    boxShadow: '0 4px 16px rgba(20, 30, 40, 0.16)',
    boxShadowSecondary: '0 4px 16px rgba(20, 30, 40, 0.16)',
    boxShadowTertiary: 'none',
    wireframe: false,
  },
  components: {
    Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
    Input: { activeShadow: '0 0 0 1px #1b5e9f' },
    Select: { optionHeight: 32 },
    Tree: { nodeSelectedBg: '#e7eff8', nodeHoverBg: '#f2f6fa' },
  },
};
