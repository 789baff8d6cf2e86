/** The part of the DOM that reading a page needs, since the types of browsers are no part of this program. */

/** A node of a page. */
export interface DomNode {
  nodeType: number;
  nodeName: string;
  textContent: string | null;
  firstChild: DomNode | null;
  nextSibling: DomNode | null;
  parentNode: DomNode | null;
}

/** An element of a page. */
export interface DomElement extends DomNode {
  getAttribute(name: string): string | null;
  setAttribute(name: string, value: string): void;
  querySelectorAll(selector: string): Iterable<DomElement>;
  remove(): void;
}

/** A page. */
export interface DomDocument extends DomElement {
  body: DomElement | null;
}

/** Whether a node is text. */
export function isText(node: DomNode): boolean {
  return node.nodeType === 3;
}

/** Whether a node is an element. */
export function isElement(node: DomNode): node is DomElement {
  return node.nodeType === 1;
}

/**
 * Everything below an element in reading order, elements twice: at their beginning and at their end. By hand and not by
 * recursion, since nesting is as deep as the page wants it.
 */
export function* walk(
  root: DomNode,
  isSkipped: (node: DomNode) => boolean,
): Generator<{ node: DomNode; isEnd: boolean }> {
  let node = root.firstChild;
  while (node) {
    if (!isSkipped(node)) {
      yield { node, isEnd: false };
      if (node.firstChild) {
        node = node.firstChild;
        continue;
      }
      yield { node, isEnd: true };
    }
    while (!node.nextSibling) {
      const parent: DomNode | null = node.parentNode;
      if (!parent || parent === root) return;
      yield { node: parent, isEnd: true };
      node = parent;
    }
    node = node.nextSibling;
  }
}
