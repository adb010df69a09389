// SPDX-License-Identifier: Apache-2.0
// A host that knows nothing of experiments: Python's file server over the bundle.
import { spawn } from 'node:child_process';

export class StaticHost {
  async start(folder) {
    this.process = spawn('python3', ['-u', '-m', 'http.server', '0', '--bind', '127.0.0.1', '--directory', folder],
                         { stdio: ['ignore', 'pipe', 'ignore'] });
    const port = await new Promise((resolve, reject) => {
      let said = '';
      this.process.stdout.on('data', (text) => {
        said += text;
        const found = /port (\d+)/.exec(said);
        if (found)
          resolve(found[1]);
      });
      this.process.once('exit', () => reject(new Error(`python3 -m http.server has ended: ${said}`)));
    });
    this.url = `http://127.0.0.1:${port}`;
    return this;
  }

  async end() {
    if (this.process.exitCode !== null)
      return;
    const ended = new Promise((resolve) => this.process.once('exit', resolve));
    this.process.kill('SIGTERM');
    await ended;
  }
}
