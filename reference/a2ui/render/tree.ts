import type { SelectOption } from '../client/components/form-field.ts';
import type { Component, Tone } from '../client/document.ts';

/** What a page says, whatever it is made with: roles, names, states and text. */
export interface PageTree {
  readonly role: 'region';
  readonly name: string;
  readonly banner: BannerNode | undefined;
  readonly articles: readonly ArticleNode[];
  /** Said where there is nothing to show. */
  readonly notice: string | undefined;
}

export interface BannerNode {
  readonly role: 'complementary';
  readonly name: string;
  readonly blocks: readonly BlockNode[];
}

interface ArticleNode {
  readonly role: 'article';
  readonly id: string;
  readonly type: Component['type'];
  readonly blocks: readonly BlockNode[];
}

export type BlockNode =
  | { readonly role: 'heading'; readonly level: HeadingLevel; readonly content: readonly InlineNode[] }
  | { readonly role: 'paragraph'; readonly tone: Tone; readonly content: readonly InlineNode[] }
  | { readonly role: 'list'; readonly ordered: boolean; readonly items: readonly (readonly InlineNode[])[] }
  | { readonly role: 'terms'; readonly pairs: readonly (readonly [term: string, definition: string])[] }
  | TableNode
  | { readonly role: 'figure'; readonly caption: string; readonly image: ImageNode; readonly table: TableNode }
  | FormNode;

export type HeadingLevel = 1 | 2 | 3 | 4;

export type InlineNode =
  | { readonly role: 'text' | 'code' | 'strong' | 'emphasis'; readonly text: string }
  | { readonly role: 'link'; readonly text: string; readonly href: string };

export interface TableNode {
  readonly role: 'table';
  readonly name: string;
  readonly columns: readonly string[];
  /** The first cell of each names its row. */
  readonly rows: readonly (readonly string[])[];
  /** Said in the place of the rows where there is none. */
  readonly notice: string;
}

/** A drawing, which says nothing that is not in the name or in a table beside it. */
export interface ImageNode {
  readonly role: 'image';
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly Shape[];
}

export type Shape =
  | {
      readonly shape: 'bar';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
    }
  | { readonly shape: 'line'; readonly points: readonly (readonly [x: number, y: number])[] };

export interface FormNode {
  readonly role: 'form';
  readonly title: string;
  readonly submitLabel: string;
  readonly controls: readonly ControlNode[];
}

export type ControlNode = {
  /** Of the element: no two in a page are equal, which cannot be said of the ids in a document put together. */
  readonly elementId: string;
  readonly name: string;
  readonly description: string;
  readonly required: boolean;
  /** Why a form was not sent; undefined where nothing is wrong. */
  readonly error: string | undefined;
} & (
  | { readonly role: 'textbox'; readonly kind: 'text' | 'email'; readonly placeholder: string; readonly value: string }
  | {
      readonly role: 'spinbutton';
      readonly min: number;
      readonly max: number;
      readonly step: number;
      readonly value: number;
    }
  | { readonly role: 'choice'; readonly options: readonly SelectOption[]; readonly value: string }
  | { readonly role: 'checkbox'; readonly checked: boolean }
);
