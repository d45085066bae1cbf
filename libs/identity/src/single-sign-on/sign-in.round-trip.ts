import { Injectable } from '@nestjs/common';
import { MailConfig, UserError } from '#libs/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Origin, originOf } from '../session/origin.js';
import type { Tokens } from '../session/token.issuer.js';
import { IssuerClient } from './issuer.client.js';
import { returnAddressOf } from './return-address.js';
import { SignInCookies } from './sign-in.cookies.js';
import { SignInMemory } from './sign-in.memory.js';
import { SignInTickets } from './sign-in.tickets.js';
import type { SignInRefusal } from './single-sign-on.error.js';
import { SingleSignOnService } from './single-sign-on.service.js';

const ATTEMPT = 'sanshe_sign_in';
const TICKET = 'sanshe_ticket';
const LOGIN_PAGE = '/login';

/** A browser's way to the issuer and back: addresses and cookies. Whatever goes wrong ends on the login page, in words. */
@Injectable()
export class SignInRoundTrip {
  constructor(
    private readonly issuer: IssuerClient,
    private readonly service: SingleSignOnService,
    private readonly memory: SignInMemory,
    private readonly tickets: SignInTickets,
    private readonly cookies: SignInCookies,
    private readonly mail: MailConfig,
  ) {}

  async start(from: string | undefined, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const here = this.addressOf(request);
    try {
      const { url, ...kept } = await this.issuer.begin(new URL('callback', here));
      const attempt = this.memory.seal({ ...kept, from: returnAddressOf(from) });
      this.put(reply, [ATTEMPT, attempt, this.memory.seconds], here);
      await reply.redirect(url.href, 302);
    } catch (error) {
      if (error instanceof UserError) throw error;
      await this.refuse(reply, 'unreachable');
    }
  }

  async comeBack(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const here = this.addressOf(request);
    const attempt = this.memory.open(this.cookies.read(request.headers.cookie, ATTEMPT));
    this.put(reply, [ATTEMPT, '', 0], here);
    if (!attempt) return this.refuse(reply, 'expired');
    const outcome = await this.service.receive(here, attempt, originOf(request));
    if ('refusal' in outcome) return this.refuse(reply, outcome.refusal);
    this.put(reply, [TICKET, outcome.ticket, this.tickets.seconds], here);
    await reply.redirect(loginPage({ ticket: 'ready', from: attempt.from }), 302);
  }

  async exchange(
    { code, origin }: { code: string | undefined; origin: Origin },
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<Tokens> {
    const tokens = await this.service.exchange(this.cookies.read(request.headers.cookie, TICKET), code, origin);
    this.put(reply, [TICKET, '', 0], this.addressOf(request));
    return tokens;
  }

  private async refuse(reply: FastifyReply, refusal: SignInRefusal): Promise<void> {
    await reply.redirect(loginPage({ refused: refusal }), 302);
  }

  /** As the browser sees it: behind a proxy the process itself has another address. */
  private addressOf(request: FastifyRequest): URL {
    return new URL(request.url, this.mail.publicUrl);
  }

  private put(reply: FastifyReply, [name, value, seconds]: [string, string, number], { pathname }: URL): void {
    const path = pathname.slice(0, pathname.lastIndexOf('/'));
    void reply.header('set-cookie', this.cookies.write(name, value, { path, seconds }));
  }
}

function loginPage(says: Readonly<Record<string, string>>): string {
  return `${LOGIN_PAGE}?${new URLSearchParams(says).toString()}`;
}
