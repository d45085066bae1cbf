/** An XML element as data; attributes without a value are left out. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: { readonly [name: string]: string | number | undefined };
  readonly children: readonly (XmlElement | string)[];
}

export function element(
  name: string,
  attributes: XmlElement['attributes'] = {},
  children: XmlElement['children'] = [],
): XmlElement {
  return { name, attributes, children };
}

/** The document of an element; a text is never indented, because space inside of it would count. */
export function xmlDocument(root: XmlElement): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${write(root, '')}`;
}

function write({ name, attributes, children }: XmlElement, indent: string): string {
  const written = Object.entries(attributes).map(([key, value]) =>
    value === undefined ? '' : ` ${key}="${escapeXml(String(value))}"`,
  );
  const open = `${indent}<${name}${written.join('')}`;
  if (children.length === 0) return `${open}/>\n`;
  if (children.some((child) => typeof child === 'string'))
    return `${open}>${children.map((child) => inline(child)).join('')}</${name}>\n`;
  return `${open}>\n${children.map((child) => (typeof child === 'string' ? '' : write(child, `${indent}  `))).join('')}${indent}</${name}>\n`;
}

function inline(child: XmlElement | string): string {
  return typeof child === 'string' ? escapeXml(child) : write(child, '').trimEnd();
}

/** Control characters have no place in XML 1.0, not even escaped. */
function escapeXml(text: string): string {
  return [...text].map((char) => ENTITIES[char] ?? (char < ' ' && !SPACES.has(char) ? '' : char)).join('');
}

const ENTITIES: { readonly [char: string]: string | undefined } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};
const SPACES = new Set(['\n', '\t', '\r']);
