import type { Builder } from '../manifest.ts';
import { checkNotBlank, checkPath, type Verdict } from './check.ts';

/** MAN-BUILDER: the paths of the checklist must be paths, whether or not the artifact has such entries. */
export function checkBuilder(builder: Builder | undefined): Verdict {
  if (builder === undefined) return undefined;
  if (!builder.experimental) return { code: 'manifest.builder-not-experimental' };
  const { checklist } = builder;
  return (
    checkNotBlank('builder.source_kind', builder.sourceKind) ??
    checkNotBlank('builder.source_ref', builder.sourceRef) ??
    checkNotBlank('builder.rollout_flag', builder.rolloutFlag) ??
    checkChecklistPath('capability_declaration_path', checklist.capabilityDeclarationPath) ??
    checkChecklistPath('provenance_path', checklist.provenancePath) ??
    checkChecklistPath('test_harness_path', checklist.testHarnessPath)
  );
}

function checkChecklistPath(key: string, value: string): Verdict {
  return checkNotBlank(`builder.checklist.${key}`, value) ?? checkPath(value);
}
