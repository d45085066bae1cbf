import { describe, expect, it } from '@jest/globals';
import { textLines, textWidth } from './text-lines.js';

describe('textLines', () => {
  it.each<readonly [text: string, width: number, lines: readonly string[]]>([
    ['编制采购需求', 100, ['编制采购需求']],
    ['发出成交通知书并公告结果', 96, ['发出成交通知书并', '公告结果']],
    ['responses.count >= minResponses', 96, ['responses.', 'count >=', 'minResponses']],
    ['一二三四五六七八九', 24, ['一二', '三四', '五…']],
  ])('%s in %d', (text, width, lines) => {
    expect(textLines(text, width, 3)).toEqual(lines);
    for (const line of lines) expect(textWidth(line)).toBeLessThanOrEqual(width + 2);
  });
});
