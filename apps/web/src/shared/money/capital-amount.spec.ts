import { describe, expect, it } from '@jest/globals';
import { capitalAmount } from './capital-amount.js';
import { formatYuan, parseYuan } from './yuan.js';

describe('人民币大写', () => {
  it.each([
    [0, '零元整'],
    [5, '伍分'],
    [50, '伍角'],
    [100, '壹元整'],
    [1005, '壹拾元零伍分'],
    [1050, '壹拾元伍角'],
    [10_10_00, '壹仟零壹拾元整'],
    [100_000_00, '壹拾万元整'],
    [100_100_00, '壹拾万零壹佰元整'],
    [1_100_000_00, '壹佰壹拾万元整'],
    [386_000_00, '叁拾捌万陆仟元整'],
    [1_000_050_23, '壹佰万零伍拾元贰角叁分'],
    [100_000_000_00, '壹亿元整'],
    [100_000_001_00, '壹亿零壹元整'],
    [1_005_000_000_00, '壹拾亿零伍佰万元整'],
    [-100, '负壹元整'],
  ])('%i fen is %s', (fen, text) => {
    expect(capitalAmount(fen)).toBe(text);
  });
});

describe('yuan as typed', () => {
  it.each([
    ['1100000', 110_000_000],
    ['1,100,000.5', 110_000_050],
    ['0.29', 29],
    ['1.15', 115],
    [' 12.30 ', 1230],
    ['1.234', null],
    ['-3', null],
    ['12元', null],
    ['', null],
    ['99999999999999999', null],
  ])('%j is %j fen', (text, fen) => {
    expect(parseYuan(text)).toBe(fen);
  });

  it('is shown with thousands and two decimals', () => {
    expect(formatYuan(110_000_050)).toBe('1,100,000.50');
    expect(formatYuan(-5)).toBe('-0.05');
  });
});
