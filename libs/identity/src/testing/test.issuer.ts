import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';

const CLIENT_ID = 'sanshe';
const CLIENT_SECRET = 'known to the issuer and to this installation alone';

/** A real issuer (oidc-provider) on the loopback. Who signs in is what the test says: there is no page to type on. */
export class TestIssuer {
  /** `preferred_username` of whoever signs in next. */
  signsIn = 'officer';

  private constructor(
    private readonly server: Server,
    readonly address: string,
  ) {}

  static async start(callback: string): Promise<TestIssuer> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo; // it listens on a port
    const issuer = new TestIssuer(server, `http://127.0.0.1:${port}`);
    const provider = issuer.provider(callback);
    const answer = provider.callback();
    server.on('request', (request, response) => {
      const isInteraction = request.url?.startsWith('/interaction/') === true;
      if (isInteraction) void issuer.interact(provider, request, response);
      else void answer(request, response);
    });
    return issuer;
  }

  /** What the application must be told. */
  get settings(): Record<string, string> {
    return {
      SANSHE_OIDC_ISSUER: this.address,
      SANSHE_OIDC_CLIENT_ID: CLIENT_ID,
      SANSHE_OIDC_CLIENT_SECRET: CLIENT_SECRET,
    };
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private provider(callback: string): Provider {
    return new Provider(this.address, {
      clients: [{ client_id: CLIENT_ID, client_secret: CLIENT_SECRET, redirect_uris: [callback] }],
      cookies: { keys: ['a key of the test issuer'] },
      claims: { openid: ['sub'], profile: ['preferred_username'] },
      pkce: { required: () => true },
      findAccount: (_context, id) => ({
        accountId: id,
        claims: () => ({ sub: id, ...(id === 'nameless' ? {} : { preferred_username: id }) }),
      }),
      interactions: { url: (_context, interaction) => `/interaction/${interaction.uid}` },
      features: { devInteractions: { enabled: false } },
    });
  }

  /** Signs in and consents at once. */
  private async interact(
    provider: Provider,
    request: Parameters<Provider['interactionDetails']>[0],
    response: Parameters<Provider['interactionDetails']>[1],
  ): Promise<void> {
    const { prompt, params, session, grantId } = await provider.interactionDetails(request, response);
    if (prompt.name === 'login') {
      await provider.interactionFinished(request, response, { login: { accountId: this.signsIn } });
      return;
    }
    const accountId = session?.accountId ?? '';
    const grant =
      (grantId === undefined ? undefined : await provider.Grant.find(grantId)) ??
      new provider.Grant({ accountId, clientId: String(params['client_id']) });
    grant.addOIDCScope('openid profile');
    await provider.interactionFinished(request, response, { consent: { grantId: await grant.save() } });
  }
}
