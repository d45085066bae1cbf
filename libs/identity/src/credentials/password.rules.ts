import { Injectable } from '@nestjs/common';
import { type FieldProblem, PasswordConfig } from '#libs/platform';
import { isCommonPassword } from './common-passwords.js';

/** Whom a password is for: it may not say so. */
export interface PasswordOwner {
  readonly login: string;
  readonly name: string;
}

interface Finding {
  readonly rule: string;
  readonly zh: string;
  readonly en: string;
}

const CLASSES = [/\p{Ll}/u, /\p{Lu}/u, /\p{Nd}/u, /[^\p{Ll}\p{Lu}\p{Nd}]/u];
/** The longest that is hashed: hashing a book would be a way to keep the server busy. */
export const LONGEST_PASSWORD = 128;
const SHORTEST_NAME = 3;

/** 密码策略: what a new password must be like, whoever sets it. */
@Injectable()
export class PasswordRules {
  constructor(private readonly config: PasswordConfig) {}

  /** All that is wrong with it, for the given field; empty when it will do. */
  problemsOf(password: string, owner: PasswordOwner, field: string): FieldProblem[] {
    const findings = [this.length(password), this.classes(password), ...likeOwner(password, owner), common(password)];
    return findings.flatMap((finding) => (finding === null ? [] : { field, ...finding }));
  }

  private length(password: string): Finding | null {
    const { minLength } = this.config;
    const { length } = [...password];
    if (length >= minLength && length <= LONGEST_PASSWORD) return null;
    return {
      rule: 'length',
      zh: `密码长度应为${minLength}至${LONGEST_PASSWORD}个字符`,
      en: `use ${minLength} to ${LONGEST_PASSWORD} characters`,
    };
  }

  private classes(password: string): Finding | null {
    const { minClasses } = this.config;
    if (CLASSES.filter((kind) => kind.test(password)).length >= minClasses) return null;
    return {
      rule: 'classes',
      zh: `密码应包含大写字母、小写字母、数字、其他字符中的至少${minClasses}类`,
      en: `use at least ${minClasses} of: capital letters, small letters, digits, other characters`,
    };
  }
}

function likeOwner(password: string, { login, name }: PasswordOwner): Finding[] {
  const plain = password.toLowerCase();
  const words = [login, ...login.split(/[^a-z0-9]+/i), name].map((word) => word.toLowerCase());
  const found = words.some((word) => word.length >= (word === name ? 2 : SHORTEST_NAME) && plain.includes(word));
  if (!found) return [];
  return [{ rule: 'unlike-owner', zh: '密码不得包含账号或姓名', en: 'do not use the account or the name in it' }];
}

function common(password: string): Finding | null {
  if (!isCommonPassword(password)) return null;
  return {
    rule: 'uncommon',
    zh: '该密码属于常见弱密码，请换一个',
    en: 'this password is among those that are tried first; choose another',
  };
}
