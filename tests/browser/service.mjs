// SPDX-License-Identifier: Apache-2.0
// A real xp-service with a database of its own.
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export const TOKEN = 'a-token-for-the-browser-tests';

export class Service {
  constructor() {
    this.folder = mkdtempSync(join(tmpdir(), 'xp-browser-'));
    this.port = 0;
    this.environment = { ...process.env, ADMIN_TOKEN: TOKEN, HOST: '127.0.0.1',
                         DATABASE_URL: `sqlite:///${this.folder}/test.db` };
  }

  /// A command of its executable, on its database.
  run(...words) {
    return execFileSync(join(process.env.XP_BIN_DIR, 'xp-service'), words, { env: this.environment, encoding: 'utf8' });
  }

  async start() {
    this.process = spawn(join(process.env.XP_BIN_DIR, 'xp-service'), [], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...this.environment, PORT: String(this.port) },
    });
    this.log = '';
    this.process.stderr.on('data', (text) => { this.log += text; });
    const [line] = await new Promise((resolve, reject) => {
      createInterface({ input: this.process.stdout }).once('line', (text) => resolve([text]));
      this.process.once('exit', () => reject(new Error(this.log)));
    });
    this.port = JSON.parse(line).port;
    this.url = `http://127.0.0.1:${this.port}`;
    return this;
  }

  async stop() {
    if (!this.process || this.process.exitCode !== null)
      return;
    const ended = new Promise((resolve) => this.process.once('exit', resolve));
    this.process.kill('SIGTERM');
    await ended;
  }

  async end() {
    await this.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  async ask(method, path, body) {
    const answer = await fetch(`${this.url}/api/v1${path}`, {
      method, body: body === undefined ? undefined : JSON.stringify(body),
      headers: { Authorization: `Bearer ${TOKEN}`, 'Content-Type': 'application/json' },
    });
    if (!answer.ok)
      throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  }
}
