// Writes docs/diagrams/*.svg, and PNGs of every diagram and form to a temporary folder for looking at.
// A form that form-js (the version of Tasklist 7.24) cannot import without a warning fails the run.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import { sampleData } from './sample-data.mjs';

const { resolve } = createRequire(import.meta.url);
const root = fileURLToPath(new URL('../../../', import.meta.url));
const docs = join(root, 'docs/diagrams');
const looking = mkdtempSync(join(tmpdir(), 'switchboard-pictures-'));
const WIDTHS = [1400, 390];

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
    '--disable-background-networking', '--disable-component-update', '--disable-sync']
});
try {
  mkdirSync(docs, { recursive: true });
  await drawDiagrams();
  await drawForms();
} finally {
  await browser.close();
}
console.log(`docs/diagrams is up to date; PNGs lie in ${looking}`);

async function drawDiagrams() {
  const page = await browser.newPage();
  await page.setContent('<div id="canvas" style="width: 2000px; height: 1000px"></div>');
  await page.addScriptTag({ path: resolve('bpmn-js/dist/bpmn-viewer.production.min.js') });

  for (const { name, text } of read('processes', '.bpmn')) {
    const svg = await page.evaluate(drawInBrowser, text);
    writeFileSync(join(docs, `${name}.svg`), onWhite(svg));

    const [, width, height] = svg.match(/<svg[^>]* width="([\d.]+)" height="([\d.]+)"/);
    const picture = await browser.newPage({ viewport: { width: Math.ceil(width), height: Math.ceil(height) } });
    await picture.setContent(`<body style="margin: 0">${onWhite(svg).replace(/^<\?xml.*?\?>|<!DOCTYPE.*?>/gs, '')}`);
    await picture.screenshot({ path: join(looking, `${name}.png`) });
    await picture.close();
  }
}

async function drawInBrowser(xml) {
  const viewer = new globalThis.BpmnJS({ container: '#canvas' });
  const { warnings } = await viewer.importXML(xml);

  if (warnings.length > 0) {
    throw new Error(warnings[0].message);
  }
  const { svg } = await viewer.saveSVG();
  viewer.destroy();
  // marker ids are random: without this every run would change every file
  const ids = [...svg.matchAll(/<marker[^>]* id="([^"]+)"/g)].map(([, id]) => id);
  return ids.reduce((text, id, index) => text.replaceAll(id, `marker-${index}`), svg);
}

/** Readers in dark mode see it too. */
function onWhite(svg) {
  return svg.replace(/<svg([^>]*)>/, '<svg$1 style="background: white">');
}

async function drawForms() {
  const { outputFiles: [viewer] } = await build({
    stdin: { contents: "export { Form } from '@bpmn-io/form-js-viewer'", resolveDir: fileURLToPath(new URL('.', import.meta.url)) },
    bundle: true, write: false, format: 'iife', globalName: 'FormViewer', logLevel: 'error'
  });

  for (const { name, text } of read('forms', '.form')) {
    for (const width of WIDTHS) {
      const page = await browser.newPage({ viewport: { width, height: 900 } });
      await page.setContent('<body style="margin: 0; padding: 8px; font-family: sans-serif"><div id="form"></div>');
      await page.addStyleTag({ path: resolve('@bpmn-io/form-js-viewer/dist/assets/form-js.css') });
      await page.addScriptTag({ content: viewer.text });
      const warnings = await page.evaluate(async ([schema, data]) => {
        const form = new globalThis.FormViewer.Form({ container: '#form' });
        return (await form.importSchema(schema, data)).warnings.map(String);
      }, [JSON.parse(text), sampleData]);

      if (warnings.length > 0) {
        throw new Error(`${name}.form: ${warnings}`);
      }
      await page.screenshot({ path: join(looking, `${name}-${width}.png`), fullPage: true });
      await page.close();
    }
  }
}

function read(folder, extension) {
  return readdirSync(join(root, folder)).filter((file) => file.endsWith(extension)).map((file) => ({
    name: basename(file, extension),
    text: readFileSync(join(root, folder, file), 'utf8')
  }));
}
