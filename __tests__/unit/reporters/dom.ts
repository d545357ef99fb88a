import { parse, type DefaultTreeAdapterMap } from 'parse5';

type Node = DefaultTreeAdapterMap['node'];
type Element = DefaultTreeAdapterMap['element'];

/** Every element of a page as a browser's parser sees it. */
export function elementsOf(page: string): Element[] {
  const walk = (node: Node): Element[] => [
    ...('tagName' in node ? [node] : []),
    ...('childNodes' in node ? node.childNodes.flatMap(walk) : []),
  ];
  return walk(parse(page));
}

export const attribute = (element: Element, name: string): string | undefined =>
  element.attrs.find((one) => one.name === name)?.value;

/** The text of an element's own children. */
export function textOf(element: Element): string {
  return element.childNodes.map((child) => ('value' in child ? child.value : '')).join('');
}

/** How the page is built: tags, attribute names and classes, without any text or number. */
export function skeletonOf(page: string): string[] {
  return elementsOf(page).map(({ tagName, attrs }) => {
    const names = attrs.map(({ name }) => name).toSorted();
    return `${tagName}[${names.join(' ')}]`;
  });
}

// prettier-ignore
const allowedTags = new Set([
  'html', 'head', 'meta', 'title', 'style', 'body', 'a', 'button', 'header', 'main', 'footer', 'section', 'article', 'div', 'span', 'p', 'h1', 'h2', 'h3', 'dl', 'dt', 'dd',
  'ul', 'ol', 'li', 'table', 'caption', 'thead', 'tbody', 'tr', 'th', 'td', 'details', 'summary', 'code', 'pre', 'bdi', 'b', 'i', 'small', 'br', 'input', 'script',
  'svg', 'rect', 'path', 'circle', 'text', 'polyline',
]);

// prettier-ignore
const allowedAttributes = new Set([
  'lang', 'charset', 'http-equiv', 'content', 'name', 'class', 'href', 'id', 'type', 'hidden', 'aria-label', 'aria-labelledby', 'aria-hidden', 'aria-live', 'aria-pressed',
  'role', 'tabindex', 'scope', 'colspan', 'open', 'placeholder', 'disabled', 'viewBox', 'width', 'height', 'x', 'y', 'd', 'cx', 'cy', 'r', 'rx', 'points', 'text-anchor',
  'preserveAspectRatio', 'display', 'data-toggle', 'data-flame', 'data-unit', 'data-mode', 'data-row', 'data-n', 'data-v', 'data-filter', 'data-wait',
]);

const allowedLink =
  /^(?:#main|https:\/\/github\.com\/acme\/shop\/(?:blob\/[0-9a-f]{40}\/[^"<>\s]*|actions\/runs\/\d+))$/;

/** Everything in a page that isn't ours: foreign elements and attributes, links elsewhere, hidden characters. */
export function intrusionsIn(page: string): string[] {
  const elements = elementsOf(page);
  const foreign = elements.flatMap((element) => [
    ...(allowedTags.has(element.tagName) || isSvgTitle(element) ? [] : [`<${element.tagName}>`]),
    ...element.attrs.filter(({ name }) => !allowedAttributes.has(name)).map(({ name }) => `${element.tagName} ${name}`),
    ...element.attrs.filter(({ name, value }) => name === 'href' && !allowedLink.test(value)).map(({ value }) => value),
  ]);
  const scripts = elements.filter(({ tagName }) => tagName === 'script');
  const programs = scripts.filter((script) => attribute(script, 'type') !== 'application/json');
  const hidden = page.match(/(?!\n)[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/gu) ?? [];
  return [
    ...foreign,
    ...(programs.length > 1 ? [`${programs.length} programs`] : []),
    // Names of the graph, and what the program says.
    ...(scripts.length > 3 ? [`${scripts.length} scripts`] : []),
    ...hidden.map((found) => JSON.stringify(found)),
  ];
}

const isSvgTitle = ({ tagName, namespaceURI }: Element): boolean => tagName === 'title' && namespaceURI.endsWith('svg');
