import { Document, isMap, Pair, parseDocument, Scalar, YAMLSeq } from 'yaml';
import type { Imported, ImportedRequest } from './imported.ts';

/** What stands between the schema's line and the requests, for whoever opens the file next. */
export interface ConfigTextOptions {
  /** Where the requests came from. */
  from: string;
  /** The file as it is; its `requests` are replaced, the rest stays. */
  into?: string;
}

/** A config file with these requests; what was made up or left out stands there as comments. */
export function configText({ requests, left, notes }: Imported, { from, into = '' }: ConfigTextOptions): string {
  const document = parseDocument(into);
  const list = new YAMLSeq();
  list.items = requests.map((request) => requestNode(request, document));
  const key = new Scalar('requests');
  key.commentBefore = [` From ${oneLine(from)}.`, ...notes.map((note) => ` ${oneLine(note)}`)].join('\n');
  if (left.length > 0) list.comment = [' Left out:', ...left.map((one) => `   ${oneLine(one)}`)].join('\n');
  if (!isMap(document.contents)) document.contents = document.createNode({}) as unknown as typeof document.contents;
  const map = document.contents as unknown as { items: Pair[] };
  map.items = map.items.filter(({ key: known }) => !(known instanceof Scalar && known.value === 'requests'));
  map.items.push(new Pair(key, list));
  return document.toString({ lineWidth: 0 });
}

function requestNode(request: ImportedRequest, document: Document): Scalar {
  const { method, path, headers, body, bodyFile, weight, madeUp } = request;
  const plain = Object.keys(headers).length === 0 && body === undefined && weight === 1;
  const file = bodyFile === undefined ? '' : ` @${bodyFile}`;
  const node = document.createNode(
    plain && !/\s/.test(bodyFile ?? '')
      ? `${method} ${path}${file}`
      : {
          method,
          path,
          ...(Object.keys(headers).length > 0 && { headers }),
          ...(body !== undefined && { body }),
          ...(bodyFile !== undefined && { bodyFile }),
          ...(weight !== 1 && { weight }),
        },
  ) as Scalar;
  if (madeUp.length > 0) node.commentBefore = ` Made up: ${[...new Set(madeUp)].map(oneLine).join(', ')}.`;
  return node;
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').slice(0, 200);
