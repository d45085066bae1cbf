import { Injectable } from '@nestjs/common';
import { isEmail } from 'class-validator';
import { isIdNumber, isPhone } from '#libs/kernel';
import { LOGIN_PATTERN } from '../administration/user.dto.js';
import { OrganisationDirectory } from '../organisations/organisation.directory.js';
import { RoleCatalogue } from '../roles/role.catalogue.js';
import { SHEETS } from './import.columns.js';
import type { PlannedOrganisation, PlannedUser } from './import.plan.js';
import { type ImportProblem, importProblem, type ImportRule } from './import.problem.js';
import type { ParsedRow } from './sheet.parser.js';

const COLUMNS = SHEETS.users.columns;
const MOST_NAME = 64;
const MOST_EMAIL = 128;

/** Checks the rows of the sheet “用户”, against the system and the organisations of the same workbook. */
@Injectable()
export class UserPlanner {
  constructor(
    private readonly directory: OrganisationDirectory,
    private readonly catalogue: RoleCatalogue,
  ) {}

  plan(
    rows: readonly ParsedRow[],
    organisations: readonly PlannedOrganisation[],
  ): { planned: PlannedUser[]; problems: ImportProblem[] } {
    const kinds = new Map(organisations.map(({ creditCode, kind }) => [creditCode, kind]));
    const seen = new Set<string>();
    const planned: PlannedUser[] = [];
    const problems: ImportProblem[] = [];
    for (const row of rows) {
      const kind = this.kindOf(row, kinds);
      const own = [...row.problems, ...this.problemsOf(row, kind, seen)];
      seen.add(row.texts['login'] ?? '');
      problems.push(...own);
      if (own.length === 0) planned.push(this.draftOf(row, kind));
    }
    return { planned, problems };
  }

  private problemsOf(row: ParsedRow, kind: string | null, seen: ReadonlySet<string>): ImportProblem[] {
    const found = [...this.loginProblems(row, seen), ...personProblems(row), ...this.roleProblems(row, kind)];
    return found.map(([column, rule]) =>
      importProblem({ sheet: 'users', row: row.row, column: COLUMNS[column].title }, rule),
    );
  }

  private loginProblems({ texts }: ParsedRow, seen: ReadonlySet<string>): Found[] {
    const { login } = texts;
    if (login === undefined) return [];
    if (!LOGIN_PATTERN.test(login)) return [['login', 'login']];
    if (seen.has(login)) return [['login', 'duplicate']];
    return this.directory.byLogin(login) ? [['login', 'login-taken']] : [];
  }

  private roleProblems({ texts }: ParsedRow, kind: string | null): Found[] {
    if (texts['creditCode'] !== undefined && kind === null) return [['creditCode', 'organisation']];
    const roles = this.rolesOf(texts['roles'], kind);
    if (roles.some((role) => role === null)) return [['roles', 'role']];
    const isExclusive = this.catalogue.exclusive.some((list) => list.filter((role) => roles.includes(role)).length > 1);
    return isExclusive ? [['roles', 'exclusive']] : [];
  }

  private draftOf({ row, texts }: ParsedRow, kind: string | null): PlannedUser {
    return {
      row,
      login: texts['login'] ?? '',
      name: texts['name'] ?? '',
      creditCode: (texts['creditCode'] ?? '').toUpperCase(),
      roles: this.rolesOf(texts['roles'], kind).flatMap((role) => role ?? []),
      email: texts['email'] ?? null,
      phone: texts['phone'] ?? null,
      idNumber: texts['idNumber'] ?? null,
    };
  }

  private kindOf({ texts }: ParsedRow, kinds: ReadonlyMap<string, string>): string | null {
    const code = (texts['creditCode'] ?? '').toUpperCase();
    const known = this.directory.byCreditCode(code);
    return kinds.get(code) ?? (known?.status === 'active' ? known.kind : null);
  }

  /** By title in Chinese, or by name; null for what the kind does not have. */
  private rolesOf(text: string | undefined, kind: string | null): (string | null)[] {
    const words = (text ?? '').split(/[、,，;；]/).flatMap((word) => word.trim() || []);
    const known = kind === null ? [] : this.catalogue.rolesOf(kind);
    return [...new Set(words)].map(
      (word) => known.find((role) => role === word || this.catalogue.titleOf(role).zh === word) ?? null,
    );
  }
}

type Found = readonly [keyof typeof COLUMNS, ImportRule];

function personProblems({ texts: { name = '', email, phone, idNumber } }: ParsedRow): Found[] {
  const checks: (readonly [...Found, boolean])[] = [
    ['name', 'too-long', name.length > MOST_NAME],
    ['email', 'email', email !== undefined && (!isEmail(email) || email.length > MOST_EMAIL)],
    ['phone', 'phone', phone !== undefined && !isPhone(phone)],
    ['idNumber', 'id-number', idNumber !== undefined && !isIdNumber(idNumber)],
  ];
  return checks.filter(([, , isWrong]) => isWrong).map(([column, rule]): Found => [column, rule]);
}
