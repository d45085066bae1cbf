import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ClockConfig, DemoConfig, DirectoriesConfig, Environment, HttpConfig } from '#libs/platform';
import { type DemoAccount, listDemoAccounts, OrganisationDirectory, Public } from '#libs/identity';
import { AboutView, type DemoAccountView } from './about.view.js';

/** The demo password that the documentation prints; one set by the operator is never shown. */
const DOCUMENTED = new DemoConfig(new Environment({})).password;

@ApiTags('about')
@Public()
@Controller('about')
export class AboutController {
  private readonly known: readonly DemoAccount[];

  constructor(
    directories: DirectoriesConfig,
    private readonly directory: OrganisationDirectory,
    private readonly demo: DemoConfig,
    private readonly http: HttpConfig,
    private readonly clock: ClockConfig,
  ) {
    this.known = listDemoAccounts(directories);
  }

  @Get()
  @ApiOperation({ summary: '关于本环境', description: 'Whether this is a demo, and with which accounts' })
  @ApiOkResponse({ type: AboutView })
  read(): AboutView {
    const demoAccounts = this.accounts();
    const demo = demoAccounts.length > 0;
    const isDocumented = this.demo.password === DOCUMENTED;
    return {
      demo,
      training: this.clock.isTraining,
      demoAccounts,
      demoPassword: demo && isDocumented ? DOCUMENTED : null,
      uploadLimitBytes: this.http.uploadLimitBytes,
    };
  }

  /** Only accounts that were loaded: without `db seed` there is no demo. */
  private accounts(): DemoAccountView[] {
    return this.known
      .filter((account) => this.directory.byLogin(account.login)?.isDemo)
      .map(({ login, name, organisation, roles }) => ({ login, name, organisation, role: roles.join('、') }));
  }
}
