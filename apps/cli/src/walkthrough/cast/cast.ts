import { Person } from './person.js';

/** Logins of those who play; who they are and what they may do says the demo data. */
export const CAST = {
  administrator: 'admin',
  officer: 'zhaojue.business',
  procurement: 'zhaojue.procurement',
  planning: 'zhaojue.planfinance',
  head: 'zhaojue.head',
  deputy: 'zhaojue.deputy',
  leader: 'zhaojue.leader',
  financeOfficer: 'zhaojue-finance.social',
  financeHead: 'zhaojue-finance.head',
  treasury: 'zhaojue-finance.treasury',
  township: 'zhuhe.officer',
  village: 'huoluo.officer',
  winner: 'chenguang.legal',
  manager: 'chenguang.manager',
  clerk: 'chenguang.finance',
  worker: 'chenguang.worker',
  rival: 'tongxin.legal',
} as const;

/** The pool from which the panel is drawn. */
export const EXPERTS: readonly string[] = Array.from(
  { length: 12 },
  (_, index) => `expert.${String(index + 1).padStart(2, '0')}`,
);

/** Hands out persons by login; each logs in when first needed. */
export class Cast {
  private readonly persons = new Map<string, Person>();

  constructor(
    private readonly address: string,
    private readonly password: string,
  ) {}

  person(login: string): Person {
    const known = this.persons.get(login);
    if (known) return known;
    const person = new Person(this.address, { login, password: this.password });
    this.persons.set(login, person);
    return person;
  }
}
