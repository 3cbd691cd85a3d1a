// Bundles the components into one module for the browser; with --test, the tests into modules for Node;
// with --demo, the demonstration page into a folder that a browser opens from the disk.
import { copyFileSync, readdirSync } from 'node:fs';
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
} else if (process.argv.includes('--demo')) {
  await build({
    ...shared,
    entryPoints: ['demo/demo.ts'],
    outdir: 'target/demo',
    format: 'iife',
    loader: { ...shared.loader, '.csv': 'text' },
  });
  await build({ entryPoints: ['demo/demo.css'], outdir: 'target/demo', bundle: true, logLevel: 'warning' });
  copyFileSync('demo/index.html', 'target/demo/index.html');
} else {
  await build({
    ...shared,
    entryPoints: ['components/goc.ts'],
    outfile: 'target/classes/META-INF/resources/goc/goc.js',
    minify: true,
    sourcemap: 'linked',
  });
}
