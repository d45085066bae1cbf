import { describe, expect, it } from '@jest/globals';
import { fileTypeFromBuffer } from 'file-type';
import { document, stampedScan } from './paper.js';

describe('paper', () => {
  it('is what it says it is', async () => {
    expect(await fileTypeFromBuffer(stampedScan('意见').content)).toMatchObject({ mime: 'image/png' });
    expect(await fileTypeFromBuffer(document('合同').content)).toMatchObject({ mime: 'application/pdf' });
  });

  it('has another content under another name', () => {
    expect(document('甲').content).not.toEqual(document('乙').content);
  });
});
