import { describe, expect, it } from '@jest/globals';
import { element, xmlDocument } from './xml-element.js';

describe('xmlDocument', () => {
  it('escapes texts and attributes, leaves out what has no value and what XML may not hold', () => {
    const root = element('a', { x: '"<&>"', y: undefined, n: 1 }, [element('b', {}, ['甲 < 乙\u0001'])]);
    expect(xmlDocument(root)).toBe(
      '<?xml version="1.0" encoding="UTF-8"?>\n<a x="&quot;&lt;&amp;&gt;&quot;" n="1">\n  <b>甲 &lt; 乙</b>\n</a>\n',
    );
  });
});
