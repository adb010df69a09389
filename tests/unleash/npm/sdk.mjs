// SPDX-License-Identifier: Apache-2.0
// sdk.mjs URL TOKEN FLAG COUNTRY USER...: those users for whom Unleash's own SDK says that the flag is on, as JSON.
import { InMemStorageProvider, startUnleash } from 'unleash-client';

const [url, token, flag, country, ...users] = process.argv.slice(2);
const unleash = await startUnleash({
  url, appName: 'sdk', customHeaders: { Authorization: token }, disableMetrics: true,
  storageProvider: new InMemStorageProvider(),
});
const isOn = userId => unleash.isEnabled(flag, { userId, properties: { country } });
process.stdout.write(JSON.stringify(users.filter(isOn)), () => process.exit(0));
