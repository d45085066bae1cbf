/** Who stands in the tables: the ten stems, in their order. 癸 acts for 甲 by delegation (代理) throughout. */
export const PERSONS = ['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛', '壬', '癸'] as const;
export type Person = (typeof PERSONS)[number];

/** 中选人: whoever was drawn; known only when the task is open. */
export const DRAWN = '中选人';
export type Actor = Person | typeof DRAWN;

export const PRINCIPAL: Person = '甲';
export const DELEGATE: Person = '癸';

export function personsIn(text: string): readonly Person[] {
  return PERSONS.filter((person) => text.includes(person));
}

/** Persons in the order in which they are written, which is the order in which they are asked. */
export function listed(text: string): readonly Person[] {
  return [...text].flatMap((sign) => PERSONS.find((person) => person === sign) ?? []);
}
