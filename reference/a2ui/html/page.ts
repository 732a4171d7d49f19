import type { BlockNode, ImageNode, InlineNode, PageTree, Shape, TableNode } from '../render/tree.ts';
import { type Element, element, type HtmlNode } from './element.ts';
import { formElement } from './form.ts';

/** The page as a fragment of HTML, which stands wherever a console shows it. */
export function pageElement({ name, banner, articles, notice }: PageTree): Element {
  return element('section', { 'aria-label': name, 'data-surface': name }, [
    ...(banner === undefined ? [] : [element('aside', { 'aria-label': banner.name }, banner.blocks.map(block))]),
    ...articles.map(({ id, type, blocks }) =>
      element('article', { 'data-component-id': id, 'data-component-type': type }, blocks.map(block)),
    ),
    ...(notice === undefined ? [] : [element('p', {}, [notice])]),
  ]);
}

const headings = { 1: 'h1', 2: 'h2', 3: 'h3', 4: 'h4' } as const;

function block(node: BlockNode): Element {
  switch (node.role) {
    case 'heading':
      return element(headings[node.level], {}, node.content.map(inline));
    case 'paragraph':
      return element('p', node.tone === 'normal' ? {} : { 'data-tone': node.tone }, node.content.map(inline));
    case 'list':
      return element(
        node.ordered ? 'ol' : 'ul',
        {},
        node.items.map((item) => element('li', {}, item.map(inline))),
      );
    case 'terms': {
      const pairs = node.pairs.flatMap(([term, definition]) => [
        element('dt', {}, [term]),
        element('dd', {}, [definition]),
      ]);
      return element('dl', {}, pairs);
    }
    case 'table':
      return table(node);
    case 'figure':
      return element('figure', {}, [element('figcaption', {}, [node.caption]), image(node.image), table(node.table)]);
    case 'form':
      return formElement(node);
  }
}

const marks = { code: 'code', strong: 'strong', emphasis: 'em' } as const;

function inline(node: InlineNode): HtmlNode {
  if (node.role === 'text') return node.text;
  if (node.role !== 'link') return element(marks[node.role], {}, [node.text]);
  // A2R-LINK-APART: the page that is opened learns nothing of this one and has no hold on it.
  return element('a', { href: node.href, rel: 'noreferrer noopener', target: '_blank' }, [node.text]);
}

function table({ name, columns, rows, notice }: TableNode): Element {
  const head = element(
    'tr',
    {},
    columns.map((column) => element('th', { scope: 'col' }, [column])),
  );
  const body = rows.map(([first = '', ...others]) =>
    element('tr', {}, [element('th', { scope: 'row' }, [first]), ...others.map((cell) => element('td', {}, [cell]))]),
  );
  const none = element('tr', {}, [element('td', { colspan: columns.length }, [notice])]);
  return element('table', { 'aria-label': name }, [
    element('thead', {}, [head]),
    element('tbody', {}, rows.length === 0 ? [none] : body),
  ]);
}

function image({ name, width, height, shapes }: ImageNode): Element {
  const viewBox = `0 0 ${width} ${height}`;
  return element('svg', { role: 'img', 'aria-label': name, viewBox, width, height }, shapes.map(drawn));
}

function drawn(shape: Shape): Element {
  if (shape.shape === 'bar') {
    const { x, y, width, height } = shape;
    return element('rect', { x, y, width, height });
  }
  const points = shape.points.map((point) => point.join(',')).join(' ');
  return element('polyline', { points, fill: 'none', stroke: 'currentColor' });
}
