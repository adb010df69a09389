// SPDX-License-Identifier: Apache-2.0
// strict.mjs FILE: objects of Kubernetes' own kinds (a JSON array) under the schemas of kubernetes-models, in two ways:
// as literals of its types, where TypeScript refuses a field that the kind does not have, and by its validators, which
// know the values. Prints what is wrong; exit code 1 if anything is. Stands and runs beside node_modules.
import { readFileSync, writeFileSync } from "node:fs";
import { execFileSync } from "node:child_process";

const objects = JSON.parse(readFileSync(process.argv[2], "utf8"));
let wrong = 0;
let source = "";
for (const [index, object] of objects.entries()) {
  const name = `${object.kind} ${object.metadata?.name}`;
  const module = "kubernetes-models/" + object.apiVersion;
  const kinds = await import(module);
  if (!kinds[object.kind]) {
    console.error(`${name}: ${object.apiVersion} has no such kind`);
    wrong += 1;
    continue;
  }
  try {
    new kinds[object.kind](object).validate();
  } catch (error) {
    console.error(`${name}: ${error.message}`);
    wrong += 1;
  }
  source += `import type { I${object.kind} as Kind${index} } from "${module}"; // ${name}\n`;
  source += `export const object${index}: Kind${index} = ${JSON.stringify(object)};\n`;
}
writeFileSync("objects.ts", source);
try {
  execFileSync("node", ["node_modules/typescript/bin/tsc", "--noEmit", "--strict", "--skipLibCheck",
    "--module", "nodenext", "--moduleResolution", "nodenext", "--target", "es2022", "objects.ts"],
  { encoding: "utf8" });
} catch (error) {
  console.error(error.stdout);
  wrong += 1;
}
process.exit(wrong ? 1 : 0);
