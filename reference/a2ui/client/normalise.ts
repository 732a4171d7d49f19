import { isJsonArray, isJsonObject, type Json } from '#spec/json/value.ts';
import { fail, ok, type Result } from '#spec/result.ts';
import { readComponent } from './components/component.ts';
import type { Component, NormalDocument } from './document.ts';
import { readGovernance } from './governance.ts';
import { renderLimits as limits } from './limits.ts';
import { readText } from './text.ts';
import { UniqueIds } from './unique-ids.ts';

/** What a client makes of a document: what it knows, in the shape it shows. */
export function normaliseDocument(document: Json): Result<NormalDocument> {
  if (!isJsonObject(document)) return fail({ code: 'a2ui.client-not-object' });
  // A2C-VERSION: a number is a number, however it is written.
  const v = document.get('v');
  if (v !== 1n && v !== 1) return fail({ code: 'a2ui.client-version' });
  const surface = readText(document.get('surface'), '', limits.surface);
  if (surface === '') return fail({ code: 'a2ui.client-surface' });
  const given = document.get('components');
  if (!isJsonArray(given)) return fail({ code: 'a2ui.client-components' });

  const ids = new UniqueIds(limits.componentId);
  const components: Component[] = [];
  // A2C-FIRST: what is beyond the limit is not looked at, also where something before it is dropped.
  for (const [index, each] of given.slice(0, limits.components).entries()) {
    const component = readComponent(each, index + 1, ids);
    if (component !== undefined) components.push(component);
  }
  const experimental = readGovernance(document.get('experimental'));
  return experimental.ok ? ok({ surface, components, experimental: experimental.value }) : experimental;
}
