// Installs the packages only when they are not in step with package-lock.json.
import { execSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const lock = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex');
const mark = 'node_modules/.in-step-with';

if (!existsSync(mark) || readFileSync(mark, 'utf8') !== lock) {
  execSync('npm ci --ignore-scripts --no-audit --no-fund', { stdio: 'inherit' });
  writeFileSync(mark, lock);
}
