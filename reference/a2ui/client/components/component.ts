import { isJsonArray, isJsonObject, type Json, type JsonObject } from '#spec/json/value.ts';
import { type ChartPoint, type Component, tones } from '../document.ts';
import { renderLimits as limits } from '../limits.ts';
import { readFlag, readIdentifier, readNumber, readText, readWord, show } from '../text.ts';
import type { UniqueIds } from '../unique-ids.ts';
import { readForm } from './form.ts';
import { readTable } from './table.ts';

const noProps: JsonObject = new Map();

type ReadProps = (id: string, props: JsonObject) => Component;

const readers: ReadonlyMap<string, ReadProps> = new Map<string, ReadProps>([
  ['text', readTextComponent],
  ['markdown', readMarkdown],
  ['list', readList],
  ['table', readTable],
  ['form', readForm],
  ['chart', readChart],
]);

/** The component at a position, counted from 1; undefined where it is none that is known. */
export function readComponent(component: Json, position: number, ids: UniqueIds): Component | undefined {
  if (!isJsonObject(component)) return undefined;
  const type = readWord(component.get('type'), '', limits.componentType);
  if (type === '') return undefined;
  // A2C-UNKNOWN-TYPE: a component of an unknown type takes its id with it.
  const id = ids.take(readIdentifier(component.get('id'), `component-${position}`, limits.componentId));
  const props = component.get('props');
  return readers.get(type)?.(id, isJsonObject(props) ? props : noProps);
}

function readTextComponent(id: string, props: JsonObject): Component {
  const named = readWord(props.get('tone'), 'normal', 16);
  const tone = tones.find((each) => each === named) ?? 'normal';
  return { id, type: 'text', tone, value: readText(props.get('value'), '', limits.text) };
}

function readMarkdown(id: string, props: JsonObject): Component {
  const value = props.get('value');
  const source = typeof value === 'string' ? value : props.get('markdown');
  return { id, type: 'markdown', value: readText(source, '', limits.markdown) };
}

function readList(id: string, props: JsonObject): Component {
  const given = props.get('items');
  const items = isJsonArray(given) ? given.slice(0, limits.listItems).map((item) => show(item, limits.text)) : [];
  return { id, type: 'list', ordered: readFlag(props.get('ordered')), items };
}

function readChart(id: string, props: JsonObject): Component {
  const given = props.get('series');
  const series: ChartPoint[] = [];
  for (const [index, point] of (isJsonArray(given) ? given.slice(0, limits.chartPoints) : []).entries()) {
    if (!isJsonObject(point)) continue;
    const label = readText(point.get('label'), `Point ${index + 1}`, limits.label);
    series.push({ label, value: readNumber(point.get('value'), 0, 0, 1_000_000) });
  }
  return { id, type: 'chart', title: readText(props.get('title'), 'Chart', limits.text), series };
}
