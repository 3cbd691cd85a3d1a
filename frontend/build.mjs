// Bundles the components into one module for the browser, and the page that shows them all into a second;
// with --test, the tests into modules for Node.
import { readdirSync } from 'node:fs';
import { build } from 'esbuild';

const shared = { bundle: true, format: 'esm', target: 'es2022', loader: { '.css': 'text' }, logLevel: 'warning' };

if (process.argv.includes('--test')) {
  await build({
    ...shared,
    entryPoints: readdirSync('test')
      .filter((name) => name.endsWith('.test.ts'))
      .map((name) => `test/${name}`),
    outdir: 'target/test',
    outExtension: { '.js': '.mjs' },
    platform: 'node',
    external: ['node:*'],
  });
} else {
  await build({
    ...shared,
    entryPoints: { goc: 'components/goc.ts', style: 'style/style.ts' },
    outdir: 'target/classes/META-INF/resources/goc',
    minify: true,
    sourcemap: 'linked',
  });
}
