import { Injectable } from '@nestjs/common';
import { MailConfig } from '#libs/platform';

/** Where a cookie is sent to, and how long it is kept. */
export interface CookieScope {
  readonly path: string;
  readonly seconds: number;
}

/** Cookies of the sign-in: no script reads them, and no other site's form sends them. */
@Injectable()
export class SignInCookies {
  private readonly isSecure: boolean;

  constructor({ publicUrl }: MailConfig) {
    this.isSecure = publicUrl.startsWith('https:');
  }

  write(name: string, value: string, { path, seconds }: CookieScope): string {
    const parts = [`${name}=${value}`, `Path=${path}`, `Max-Age=${seconds}`, 'HttpOnly', 'SameSite=Lax'];
    return [...parts, ...(this.isSecure ? ['Secure'] : [])].join('; ');
  }

  read(header: string | undefined, name: string): string | null {
    const cookies = (header ?? '').split(';').map((cookie) => cookie.trim());
    const found = cookies.find((cookie) => cookie.startsWith(`${name}=`));
    return found?.slice(name.length + 1) ?? null;
  }
}
