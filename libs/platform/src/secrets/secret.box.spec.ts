import { describe, expect, it } from '@jest/globals';
import { EncryptionConfig } from '../config/encryption.config.js';
import { Environment } from '../config/environment.js';
import { SecretBox } from './secret.box.js';

const OLD = `old:${'11'.repeat(32)}`;
const NEW = `new:${'22'.repeat(32)}`;

function boxOf(...keys: string[]): SecretBox {
  return new SecretBox(new EncryptionConfig(new Environment({ SANSHE_DATA_KEYS: keys.join(', ') })));
}

describe('SecretBox', () => {
  it('opens what it sealed, and seals the same text differently each time', () => {
    const box = boxOf(OLD);
    const sealed = ['13800138000', '', '四川省昭觉县'].map((text) => [text, box.seal(text, 'a')] as const);
    for (const [text, one] of sealed) expect(box.open(one, 'a')).toBe(text);
    expect(box.seal('x')).not.toBe(box.seal('x'));
    expect(sealed[0]?.[1]).toMatch(/^v1\.old\.[\w-]+$/);
  });

  it('seals with the first key and opens with every key', () => {
    const before = boxOf(OLD).seal('secret');
    const box = boxOf(NEW, OLD);
    expect(box.open(before)).toBe('secret');
    expect(box.seal('secret').startsWith(box.prefix)).toBe(true);
    expect(box.prefix).toBe('v1.new.');
  });

  it('says which key is missing', () => {
    const sealed = boxOf(OLD).seal('secret');
    expect(() => boxOf(NEW).open(sealed)).toThrow(
      expect.objectContaining({ code: 'platform.unknown-data-key', details: { keyId: 'old' } }),
    );
  });

  it('opens nothing that was changed, cut, or moved to another place', () => {
    const box = boxOf(OLD);
    const sealed = box.seal('secret', 'identity_user.phone');
    const flipped = sealed.slice(0, -1) + (sealed.endsWith('A') ? 'Q' : 'A');
    for (const bad of [flipped, sealed.slice(0, 20), 'secret', ''])
      expect(() => box.open(bad, 'identity_user.phone')).toThrow(
        expect.objectContaining({ code: 'platform.broken-seal' }),
      );
    expect(() => box.open(sealed, 'identity_user.id_number')).toThrow(/identity_user\.id_number/);
  });

  it('indexes equal texts equally, each context and each key apart', () => {
    const box = boxOf(NEW, OLD);
    expect(box.index('138', 'a')).toBe(boxOf(NEW).index('138', 'a'));
    expect(box.index('138', 'a')).not.toBe(box.index('138', 'b'));
    expect(box.indexes('138', 'a')).toEqual([boxOf(NEW).index('138', 'a'), boxOf(OLD).index('138', 'a')]);
  });
});

describe('SANSHE_DATA_KEYS', () => {
  it.each([[undefined], [''], ['old'], [`old:${'1'.repeat(63)}`], [`old:${'zz'.repeat(32)}`], [`${OLD},${OLD}`]])(
    'stops the start when it is %s',
    (value) => {
      expect(() => new EncryptionConfig(new Environment({ SANSHE_DATA_KEYS: value }))).toThrow(/SANSHE_DATA_KEYS/);
    },
  );
});
