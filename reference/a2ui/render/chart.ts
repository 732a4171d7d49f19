import type { ChartPoint, Component } from '../client/document.ts';
import type { BlockNode, Shape } from './tree.ts';

/** How the values of a chart are drawn; a document does not say. */
export type ChartDrawing = 'bars' | 'lines';

type Chart = Extract<Component, { readonly type: 'chart' }>;

const height = 100;
const place = 20;

/** A2R-CHART-TABLE: whoever does not see the drawing has a table of what it is made from. */
export function chartBlocks({ title, series }: Chart, drawing: ChartDrawing): readonly BlockNode[] {
  const rows = series.map(({ label, value }) => [label, String(value)]);
  const table = {
    role: 'table',
    name: title,
    columns: ['Label', 'Value'],
    rows,
    notice: 'There are no values.',
  } as const;
  const width = Math.max(1, series.length) * place;
  const shapes = drawing === 'bars' ? bars(series) : line(series);
  return [{ role: 'figure', caption: title, image: { role: 'image', name: title, width, height, shapes }, table }];
}

function bars(series: readonly ChartPoint[]): readonly Shape[] {
  return heights(series).map((each, at) => ({
    shape: 'bar',
    x: at * place + place / 4,
    y: height - each,
    width: place / 2,
    height: each,
  }));
}

function line(series: readonly ChartPoint[]): readonly Shape[] {
  const points = heights(series).map((each, at) => [at * place + place / 2, height - each] as const);
  return points.length === 0 ? [] : [{ shape: 'line', points }];
}

/** The largest value is as high as the drawing, except that values below 1 are drawn against 1. */
function heights(series: readonly ChartPoint[]): readonly number[] {
  const largest = Math.max(1, ...series.map(({ value }) => value));
  return series.map(({ value }) => (value / largest) * height);
}
