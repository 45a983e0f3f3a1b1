import { readFileSync } from 'node:fs';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { validateXML } from 'xmllint-wasm';

function schemaText(name: string): string {
  return readFileSync(new URL(`schemas/${name}`, import.meta.url), 'utf8');
}

/** What is wrong with documents by an XML schema; a document that is no XML at all is wrong too. */
export async function xmlProblems(
  schema: 'junit-jenkins.xsd' | 'junit-ant.xsd',
  xml: readonly string[],
): Promise<string[]> {
  const { errors } = await validateXML({
    xml: xml.map((contents, index) => ({ fileName: `${index}.xml`, contents })),
    schema: [schemaText(schema)],
  });
  return errors.map(({ rawMessage }) => rawMessage);
}

const ajv = addFormats.default(new Ajv.default({ strict: false, allErrors: true, unicodeRegExp: false }));
const sarif = ajv.compile(JSON.parse(schemaText('sarif-2.1.0-rtm.5.json')));

/** What is wrong with a document by the schema of SARIF 2.1.0. */
export function sarifProblems(document: unknown): string[] {
  sarif(document);
  return (sarif.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}
