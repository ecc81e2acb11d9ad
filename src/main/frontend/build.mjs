// Builds the dashboard into the folder given, unless what lies there is newer than every source. Called by Maven.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';

const here = import.meta.dirname;
const out = resolve(process.argv[2]);
const GENERATED = new Set(['node_modules', 'coverage', 'dist']);

function newest(path) {
  const stat = statSync(path);
  if (!stat.isDirectory()) {
    return stat.mtimeMs;
  }
  return Math.max(
    0,
    ...readdirSync(path)
      .filter((name) => !GENERATED.has(name))
      .map((name) => newest(join(path, name))),
  );
}

const time = (file) => (existsSync(file) ? statSync(file).mtimeMs : 0);

function npm(...args) {
  const { status, error, stdout } = spawnSync('npm', args, {
    cwd: here,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (error || status !== 0) {
    console.error(stdout);
    console.error(`The dashboard could not be built: "npm ${args.join(' ')}" failed in src/main/frontend.`);
    process.exit(1);
  }
}

if (time(join(here, 'package-lock.json')) > time(join(here, 'node_modules/.package-lock.json'))) {
  npm('ci', '--no-audit', '--no-fund', '--loglevel=error');
}
if (newest(here) > time(join(out, 'index.html'))) {
  npm('run', 'build', '--silent', '--', '--outDir', out, '--emptyOutDir');
}
