import { join } from 'node:path';
import { isJsonObject, type JsonObject } from '#libs/kernel';
import { mapAt, valueAt } from './region.overlay.js';
import { parseYaml, readYamlFiles } from './yaml.files.js';

/** A law as config/law has it, at one article. */
export interface LawReference {
  readonly reference: string;
  readonly title: string;
  readonly article?: string;
  /** What the article says, in our own words. */
  readonly text?: string;
  /** How sure that is: V verified … M must be confirmed. */
  readonly proof?: string;
}

/** 法规依据: the laws of config/law by their keys. */
export class LawBook {
  private readonly laws: JsonObject;

  constructor(configDir: string) {
    const files = readYamlFiles(join(configDir, 'law'));
    this.laws = Object.fromEntries(files.flatMap((file) => Object.entries(mapAt(parseYaml(file), ['laws']))));
  }

  keys(): ReadonlySet<string> {
    return new Set(Object.keys(this.laws));
  }

  /** Null for a law that is not in the catalogue. */
  find(reference: string): LawReference | null {
    const [key = '', article] = reference.split('#');
    const law = this.laws[key];
    if (!isJsonObject(law)) return null;
    const title = textOf(valueAt(law, ['title', 'zh'])) ?? key;
    const text = article === undefined ? undefined : textOf(valueAt(law, ['articles', article, 'zh']));
    const proof = textOf(law['proof']);
    return {
      reference,
      title,
      ...(article === undefined ? {} : { article }),
      ...(text === undefined ? {} : { text }),
      ...(proof === undefined ? {} : { proof }),
    };
  }

  /** `《title》第N条`, or the key where the catalogue does not have it. */
  cite(reference: string): string {
    const found = this.find(reference);
    if (found === null) return reference;
    if (found.article === undefined) return `《${found.title}》`;
    return `《${found.title}》${/^\d+$/.test(found.article) ? `第${found.article}条` : `“${found.article}”项`}`;
  }
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
