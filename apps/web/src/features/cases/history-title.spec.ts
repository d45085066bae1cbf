import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { en } from '../../locales/en.js';
import { zh } from '../../locales/zh.js';

interface Document {
  readonly components: {
    readonly schemas: { readonly HistoryLine: { readonly properties: { readonly kind: { enum: string[] } } } };
  };
}

const document = JSON.parse(readFileSync(resolve('apps/api/openapi.json'), 'utf8')) as Document;
const kinds = document.components.schemas.HistoryLine.properties.kind.enum;
/** Ordinary work: its title says enough, no tag stands beside it. */
const UNTAGGED = ['started', 'acted', 'sent', 'signalled', 'completed', 'voted', 'operated'];

describe('the history in words', () => {
  it.each([
    ['Chinese', zh.history],
    ['English', en.history],
  ])('has each kind in %s, as a title and as a tag', (_, history) => {
    expect(kinds.filter((kind) => !(kind in history.events))).toEqual([]);
    expect([...Object.keys(history.kinds), ...UNTAGGED].sort()).toEqual([...kinds].sort());
  });
});
