// `node scripts/release-notes.mjs v1.2.3` prints what CHANGELOG.md says of that version. It fails where the tag isn't the version of
// package.json, or nothing is said of it.
import { readFileSync } from 'node:fs';

function fail(problem) {
  console.error(`::error::${problem}`);
  process.exit(1);
}

const [tag] = process.argv.slice(2);
const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
if (tag !== `v${version}`) fail(`The tag ${tag} isn't the version of package.json, ${version}.`);

const [, ...sections] = readFileSync('CHANGELOG.md', 'utf8').split(/^## /m);
const section = sections.find((text) => text.split(/\s/, 1)[0] === version);
if (section === undefined) fail(`CHANGELOG.md has no section "## ${version}".`);
const notes = section.slice(section.indexOf('\n')).trim();
if (notes === '') fail(`CHANGELOG.md says nothing below "## ${version}".`);
console.log(notes);
