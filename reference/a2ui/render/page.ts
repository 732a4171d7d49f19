import type { Component, NormalDocument } from '../client/document.ts';
import { bannerOf } from './banner.ts';
import { type ChartDrawing, chartBlocks } from './chart.ts';
import { type FormState, formNode } from './form.ts';
import { readMarkdown } from './markdown/blocks.ts';
import type { BlockNode, PageTree } from './tree.ts';

export interface PageOptions {
  readonly charts?: ChartDrawing;
  /** By the ids of the forms. */
  readonly forms?: ReadonlyMap<string, FormState>;
}

/** The page of a document, before it is HTML or anything else. */
export function pageOf({ surface, components, experimental }: NormalDocument, options: PageOptions = {}): PageTree {
  return {
    role: 'region',
    name: surface,
    banner: experimental === undefined ? undefined : bannerOf(experimental),
    articles: components.map((component, index) => ({
      role: 'article',
      id: component.id,
      type: component.type,
      blocks: blocksOf(component, index + 1, options),
    })),
    notice: components.length === 0 ? 'There is nothing to show yet.' : undefined,
  };
}

function blocksOf(
  component: Component,
  position: number,
  { charts = 'bars', forms }: PageOptions,
): readonly BlockNode[] {
  switch (component.type) {
    case 'text':
      return [{ role: 'paragraph', tone: component.tone, content: [{ role: 'text', text: component.value }] }];
    case 'markdown': {
      const blocks = readMarkdown(component.value);
      return blocks.length === 0 ? [notice('There is no text.')] : blocks;
    }
    case 'list': {
      // A2R-LIST: text, and no markdown.
      const items = component.items.map((text) => [{ role: 'text', text }] as const);
      return [{ role: 'list', ordered: component.ordered, items }];
    }
    case 'table': {
      const { id, columns, rows } = component;
      return [{ role: 'table', name: id, columns, rows, notice: 'There are no rows.' }];
    }
    case 'form':
      return [formNode(component, position, forms?.get(component.id))];
    case 'chart':
      return chartBlocks(component, charts);
  }
}

function notice(text: string): BlockNode {
  return { role: 'paragraph', tone: 'muted', content: [{ role: 'text', text }] };
}
