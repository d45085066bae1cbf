import { crc32, deflateSync } from 'node:zlib';
import type { UploadedFile } from '../http/api.client.js';

const SIZE = 160;
const PAPER = [255, 255, 255] as const;
const INK = [200, 30, 30] as const;

/** A scan with a round red stamp, as a PNG. */
export function stampedScan(name: string): UploadedFile {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(SIZE, 0);
  header.writeUInt32BE(SIZE, 4);
  // 8 bits a channel, RGB.
  header.set([8, 2], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const chunks = [chunk('IHDR', header), chunk('IDAT', deflateSync(pixels())), chunk('IEND', Buffer.alloc(0))];
  return { name: `${name}.png`, type: 'image/png', content: Buffer.concat([signature, ...chunks]) };
}

/** A page without text, as a PDF; each name gives another content. */
export function document(name: string): UploadedFile {
  const page = '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>';
  const objects = ['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [3 0 R] /Count 1 >>', page];
  const body = objects.map((object, index) => `${index + 1} 0 obj\n${object}\nendobj\n`).join('');
  const content = Buffer.from(`%PDF-1.4\n% ${name}\n${body}trailer\n<< /Root 1 0 R /Size 4 >>\n%%EOF\n`);
  return { name: `${name}.pdf`, type: 'application/pdf', content };
}

function pixels(): Buffer {
  const rows = Array.from({ length: SIZE }, (_, y) => {
    const row = Array.from({ length: SIZE }, (__, x) => (isStamp(x, y) ? INK : PAPER));
    // Each row begins with its filter: none.
    return Buffer.from([0, ...row.flat()]);
  });
  return Buffer.concat(rows);
}

function isStamp(x: number, y: number): boolean {
  const distance = Math.hypot(x - SIZE / 2, y - SIZE / 2);
  return (distance > 58 && distance < 64) || distance < 16;
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}
