// SPDX-License-Identifier: Apache-2.0
// GrowthBook's own SDK evaluates the features that the service gives it: growthbook.mjs HOST CLIENT_KEY COUNT. Prints
// {feature: [value, or null for who is not in, by user]}; the ids are those of npmclients.py.
import { GrowthBook } from "@growthbook/growthbook";

const [apiHost, clientKey, count] = process.argv.slice(2);
const letters = ["", "ü", "日本", "🙂", "ß-é"];
const userOf = (n) => `${letters[n % letters.length]}user-${n}`;

const growthbook = new GrowthBook({ apiHost, clientKey });
const ready = await growthbook.init({ timeout: 10000 });
if (!ready.success) throw ready.error ?? new Error(`features came from ${ready.source}`);
const keys = Object.keys(growthbook.getFeatures());
const told = Object.fromEntries(keys.map((key) => [key, []]));
for (let n = 0; n < Number(count); ++n) {
  await growthbook.setAttributes({ id: userOf(n), country: n % 3 ? "CA" : "GB" });
  for (const key of keys) {
    const result = growthbook.evalFeature(key);
    told[key].push(result.source === "experiment" || result.source === "force" ? result.value : null);
  }
}
console.log(JSON.stringify(told));
growthbook.destroy();
