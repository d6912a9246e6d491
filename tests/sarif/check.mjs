// Reads every file of a folder with the schema of SARIF, and refuses one that the schema should refuse.
// usage: node check.mjs SCHEMA FOLDER
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import Ajv from "ajv-draft-04";
import addFormats from "ajv-formats";

const [schema, folder] = process.argv.slice(2);
const read = (path) => JSON.parse(readFileSync(path, "utf8"));
const ajv = new Ajv({ strict: false, allErrors: true });
addFormats(ajv);
const validate = ajv.compile(read(schema));

const names = readdirSync(folder).filter((name) => name.endsWith(".sarif"));
let results = 0;
for (const name of names) {
  const report = read(join(folder, name));
  if (!validate(report)) throw new Error(`${name}: ${ajv.errorsText(validate.errors)}`);
  results += report.runs[0].results.length;
  report.runs[0].tool.driver.name = 7;
  if (validate(report)) throw new Error(`${name}: the schema takes a number for a name`);
}
if (names.length === 0 || results === 0) throw new Error("there is nothing to read");
console.log(`${names.length} reports with ${results} results follow the schema`);
