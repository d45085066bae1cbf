import { DefectError } from '#libs/platform';

/** Thrown at boot when a file of config/ is wrong; whoever changed the file can cure it. */
export class BadConfigurationError extends DefectError {
  constructor(file: string, problems: readonly string[]) {
    super({
      code: 'identity.bad-configuration',
      zh: `配置文件 ${file} 有误：${problems.join('；')}`,
      en: `Configuration file ${file} is wrong: ${problems.join('; ')}`,
      details: { file, problems },
    });
  }
}
