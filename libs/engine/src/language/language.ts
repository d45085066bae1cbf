import type { Json, JsonObject, Localized } from '#libs/kernel';

export const LANGUAGES = ['zh', 'en'] as const;
/** Language of an answer: Chinese unless the caller asks for English. */
export type Language = (typeof LANGUAGES)[number];

/** A title in that language; in Chinese where there is no English one, and the name where there is none at all. */
export function titleIn(language: Language, title: Localized | undefined, name: string): string {
  return (language === 'en' ? title?.en : undefined) ?? title?.zh ?? name;
}

const ENGLISH = /^x-(title|description)-en$/;

/** A normalised form schema with its texts in that language alone. */
export function schemaIn(language: Language, schema: JsonObject): JsonObject {
  const english = Object.entries(schema).flatMap(([key, text]): [string, Json][] => {
    const name = ENGLISH.exec(key)?.[1];
    return name === undefined ? [] : [[name, text]];
  });
  const members = Object.entries(schema).flatMap(([key, value]): [string, Json][] =>
    ENGLISH.test(key) ? [] : [[key, valueIn(language, value)]],
  );
  return { ...Object.fromEntries(members), ...(language === 'en' ? Object.fromEntries(english) : {}) };
}

function valueIn(language: Language, value: Json): Json {
  // `Array.isArray` does not narrow readonly arrays.
  if (Array.isArray(value)) return (value as readonly Json[]).map((item) => valueIn(language, item));
  return isObject(value) ? schemaIn(language, value) : value;
}

function isObject(value: Json): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
