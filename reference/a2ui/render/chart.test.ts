import { expect, test } from 'vitest';
import { chartBlocks } from './chart.ts';

const chart = (...values: readonly number[]) =>
  ({ id: 'c', type: 'chart', title: 'T', series: values.map((value) => ({ label: 'p', value })) }) as const;

function shapesOf(values: readonly number[], drawing: 'bars' | 'lines') {
  const [figure] = chartBlocks(chart(...values), drawing);
  return figure?.role === 'figure' ? figure.image.shapes : [];
}

test('bars are drawn against the largest value, and values below 1 against 1', () => {
  expect(shapesOf([5, 20], 'bars').map((shape) => shape.shape === 'bar' && shape.height)).toEqual([25, 100]);
  expect(shapesOf([0.5], 'bars').map((shape) => shape.shape === 'bar' && shape.height)).toEqual([50]);
  expect(shapesOf([], 'bars')).toEqual([]);
});

test('a line goes through the same heights', () => {
  expect(shapesOf([5, 20], 'lines')).toEqual([
    {
      shape: 'line',
      points: [
        [10, 75],
        [30, 0],
      ],
    },
  ]);
  expect(shapesOf([], 'lines')).toEqual([]);
});
