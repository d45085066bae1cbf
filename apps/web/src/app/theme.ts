import type { ThemeConfig } from 'antd';

/** Colours shared by antd and by the product's own style sheet (app/styles.css uses the same values). */
export const theme: ThemeConfig = {
  token: {
    colorPrimary: '#1a4f94',
    colorError: '#b8281e',
    colorWarning: '#b4690e',
    colorSuccess: '#2c7a4b',
    colorInfo: '#1a4f94',
    colorErrorBg: '#fdecea',
    colorErrorBorder: '#f3b9b3',
    colorWarningBg: '#fff4de',
    colorWarningBorder: '#f0cf8f',
    colorSuccessBg: '#e7f5ec',
    colorSuccessBorder: '#a9d8ba',
    colorInfoBg: '#e8f0fb',
    colorInfoBorder: '#aac6ea',
    borderRadius: 6,
    fontSize: 14,
    fontFamily:
      '"PingFang SC", "Noto Sans CJK SC", "Noto Sans SC", "Microsoft YaHei", system-ui, -apple-system, "Segoe UI", sans-serif',
  },
};
