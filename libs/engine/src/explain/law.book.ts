import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import type { Json, JsonObject } from '#libs/kernel';
import { DirectoriesConfig } from '#libs/platform';
import { parseYaml, readYamlFiles } from '../definitions/yaml.files.js';

/** A law that something rests on, with what its article says in our own words. */
export interface LawText {
  /** `key#article` of config/law. */
  readonly reference: string;
  readonly title: string;
  readonly article: string | null;
  readonly text: string | null;
}

/** The laws of config/law. */
@Injectable()
export class LawBook {
  private readonly laws: ReadonlyMap<string, JsonObject>;

  constructor(directories: DirectoriesConfig) {
    const files = readYamlFiles(join(directories.configDir, 'law'));
    this.laws = new Map(
      files.flatMap((file) =>
        Object.entries(memberOf(parseYaml(file), 'laws')).map(([key, law]) => [key, isObject(law) ? law : {}] as const),
      ),
    );
  }

  /** A law that is not in the catalogue is named by its key, so that nobody is misled. */
  find(reference: string): LawText {
    const [key = reference, article] = reference.split('#');
    const law = this.laws.get(key) ?? {};
    const text = article === undefined ? undefined : memberOf(law, 'articles')[article];
    return { reference, title: chinese(law['title']) ?? key, article: article ?? null, text: chinese(text) };
  }
}

function chinese(value: Json | undefined): string | null {
  if (typeof value === 'string') return value;
  const zh = isObject(value) ? value['zh'] : undefined;
  return typeof zh === 'string' ? zh : null;
}

function memberOf(object: JsonObject, key: string): JsonObject {
  const value = object[key];
  return isObject(value) ? value : {};
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
