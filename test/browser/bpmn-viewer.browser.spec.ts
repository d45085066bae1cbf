import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { toBpmn } from '#libs/records';
import { CONSTRUCTS, constructSource } from '../exports/constructs.js';
import { compiled, shippedDefinitions } from '../exports/shipped-definitions.js';
import { keepPicture, openBrowser } from './screen.js';

jest.setTimeout(60_000);

interface Viewer {
  importXML(xml: string): Promise<{ readonly warnings: readonly { readonly message: string }[] }>;
  get(service: 'canvas'): { zoom(to: 'fit-viewport'): void };
  get(service: 'elementRegistry'): { getAll(): readonly { readonly id: string; readonly type: string }[] };
}

interface Opened {
  readonly warnings: readonly string[];
  readonly ids: readonly string[];
}

const require = createRequire(import.meta.url);
const SCRIPT = require.resolve('bpmn-js/dist/bpmn-viewer.production.min.js');
const STYLES = ['assets/diagram-js.css', 'assets/bpmn-js.css', 'assets/bpmn-font/css/bpmn-embedded.css'];
const browser = await openBrowser();

async function viewerPage(): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 2000, height: 1000 } });
  await page.setContent('<div id="canvas" style="position: absolute; inset: 0"></div>');
  for (const style of STYLES) await page.addStyleTag({ path: join(dirname(SCRIPT), style) });
  await page.addScriptTag({ path: SCRIPT });
  return page;
}

/** Opens the diagram as a user of bpmn-js would. */
function open(page: Page, xml: string): Promise<Opened> {
  return page.evaluate(async (text): Promise<Opened> => {
    // What the script of bpmn-js leaves in the page.
    const { BpmnJS } = globalThis as unknown as { BpmnJS: new (options: { readonly container: string }) => Viewer };
    const viewer = new BpmnJS({ container: '#canvas' });
    const { warnings } = await viewer.importXML(text);
    viewer.get('canvas').zoom('fit-viewport');
    const drawn = viewer.get('elementRegistry').getAll();
    return {
      warnings: warnings.map(({ message }) => message),
      ids: drawn.filter(({ type }) => type !== 'label').map(({ id }) => id),
    };
  }, xml);
}

const ALL = [
  ...shippedDefinitions().map((process) => [process.definition.process, process] as const),
  ...Object.keys(CONSTRUCTS).map((name) => [name, compiled(constructSource(name))] as const),
];

describe('an exported diagram opens in bpmn-js', () => {
  it.each(ALL)('%s', async (name, process) => {
    const { xml } = await toBpmn(process);
    const page = await viewerPage();
    const { warnings, ids } = await open(page, xml);
    expect(warnings).toEqual([]);
    const placed = [...xml.matchAll(/bpmnElement="([^"]+)"/g)].map(([, id]) => id);
    expect(placed.filter((id) => !ids.includes(id ?? ''))).toEqual([]);
    await keepPicture(page, `bpmn-${name}`);
    await page.close();
  });

  it('is refused where it is none', async () => {
    const page = await viewerPage();
    await expect(open(page, '<none/>')).rejects.toThrow(/no process or collaboration|parse/);
  });
});
