import bundled, { type ELK } from 'elkjs/lib/elk.bundled.js';

// The bundle is CommonJS: under ESM its types call the class `default`, which at run time it is not wrapped in.
export const Elk = bundled as unknown as new () => ELK;
