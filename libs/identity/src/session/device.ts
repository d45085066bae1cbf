/** What a browser says of itself, as a person would say it. */
export interface Device {
  /** e.g. Chrome 141; null when it says nothing that is known */
  readonly browser: string | null;
  /** e.g. Windows */
  readonly system: string | null;
}

/** The first that fits: most browsers also call themselves by the names of others. */
const BROWSERS: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['微信', /MicroMessenger\/(\d+)/],
  ['Edge', /Edg(?:A|iOS)?\/(\d+)/],
  ['360', /QihooBrowser\/(\d+)/],
  ['QQ', /QQBrowser\/(\d+)/],
  ['Firefox', /(?:Firefox|FxiOS)\/(\d+)/],
  ['Chrome', /(?:Chrome|CriOS)\/(\d+)/],
  ['Safari', /Version\/(\d+).*Safari/],
];

const SYSTEMS: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['HarmonyOS', /HarmonyOS|OpenHarmony/],
  ['Android', /Android/],
  ['iOS', /iPhone|iPad/],
  ['Windows', /Windows/],
  ['macOS', /Macintosh/],
  ['UOS', /UOS|uos/],
  ['麒麟', /Kylin/i],
  ['Linux', /Linux/],
];

export function deviceOf(userAgent: string): Device {
  const browser = BROWSERS.map(([name, pattern]) => ({ name, version: pattern.exec(userAgent)?.[1] })).find(
    ({ version }) => version !== undefined,
  );
  const system = SYSTEMS.find(([, pattern]) => pattern.test(userAgent));
  return { browser: browser ? `${browser.name} ${browser.version}` : null, system: system?.[0] ?? null };
}
