import { auditLimits, type FurtherCheck } from '#spec/audit.ts';
import { quote } from '#spec/failure/evidence.ts';
import type { Json } from '#spec/json/value.ts';
import type { CheckRecord } from '../audit.ts';
import type { ModuleFacts } from '../module/module-facts.ts';
import { record } from './record.ts';

interface Subject {
  readonly path: string;
  readonly facts: ModuleFacts;
  /** Of the manifest. */
  readonly memoryQuota: bigint;
}

interface Finding {
  /** Where it holds there is nothing to say but the details. */
  readonly isFine: boolean;
  readonly otherwise: 'warn' | 'fail';
  /** Half a sentence. */
  readonly says: string;
  readonly details: { readonly [key: string]: Json };
}

type ModuleCheck = Exclude<FurtherCheck, 'default_entrypoint_export' | 'sbom_digests' | 'provenance_digests'>;

const page = 65_536n;

const checks: { readonly [id in ModuleCheck]: (subject: Subject) => Finding } = {
  /** AUD-FOREIGN-IMPORTS: what no host provides cannot be run, and says what the module was written for. */
  wasm_foreign_imports: ({ facts: { foreignImports, firstForeign } }) => ({
    isFine: foreignImports === 0,
    otherwise: 'fail',
    says: firstForeign ? `imports ${quote(firstForeign.name)} of ${quote(firstForeign.module)}` : 'imports no more',
    details: { foreign_imports: BigInt(foreignImports) },
  }),

  /** AUD-MEMORY-MINIMUM */
  wasm_memory_minimum: ({ facts, memoryQuota }) => {
    const limit = memoryQuota < auditLimits.memoryBytes ? memoryQuota : auditLimits.memoryBytes;
    const bytes = facts.memoryPages * page;
    return atMost('a memory that begins with', 'bytes', bytes, limit, {
      memory_bytes: bytes,
      max_memory_bytes: limit,
    });
  },

  /** AUD-TABLE-MINIMUM */
  wasm_table_minimum: ({ facts: { tableElements } }) =>
    atMost('a table that begins with', 'elements', tableElements, auditLimits.tableElements, {
      table_elements: tableElements,
      max_table_elements: auditLimits.tableElements,
    }),

  /** AUD-START: it has its uses, so that nothing more than a warning is due. */
  wasm_start_function: ({ facts: { hasStart } }) => ({
    isFine: !hasStart,
    otherwise: 'warn',
    says: 'has a start function, which runs whatever is called',
    details: { start_function: hasStart },
  }),

  /** AUD-CUSTOM-SECTIONS */
  wasm_custom_sections: ({ facts: { customSections } }) => {
    const { count, bytes } = customSections;
    const { customSections: most, customSectionBytes: mostBytes } = auditLimits;
    return {
      isFine: count <= most && bytes <= mostBytes,
      otherwise: 'fail',
      says: `has ${count} custom sections with ${bytes} bytes; the most are ${most} and ${mostBytes}`,
      details: {
        custom_sections: BigInt(count),
        max_custom_sections: BigInt(most),
        custom_section_bytes: BigInt(bytes),
        max_custom_section_bytes: BigInt(mostBytes),
      },
    };
  },

  /** AUD-FUNCTION-COUNT */
  wasm_function_count: ({ facts: { functions } }) =>
    atMost('a number of functions,', 'of them', BigInt(functions), BigInt(auditLimits.functions), {
      functions: BigInt(functions),
      max_functions: BigInt(auditLimits.functions),
    }),

  /** AUD-FUNCTION-SIZE */
  wasm_function_size: ({ facts: { largestFunction } }) =>
    atMost('a function of', 'bytes', BigInt(largestFunction), BigInt(auditLimits.functionBytes), {
      largest_function_bytes: BigInt(largestFunction),
      max_function_bytes: BigInt(auditLimits.functionBytes),
    }),

  /** AUD-LOCALS: five bytes are enough for fifty thousand. */
  wasm_local_count: ({ facts: { locals } }) =>
    atMost('functions with', 'locals', BigInt(locals), BigInt(auditLimits.locals), {
      locals: BigInt(locals),
      max_locals: BigInt(auditLimits.locals),
    }),
};

/** Of one module, in the order in which they are told. */
export function furtherModuleChecks(subject: Subject): readonly (readonly [ModuleCheck, CheckRecord])[] {
  return (Object.keys(checks) as ModuleCheck[]).map((id) => {
    const { isFine, otherwise, says, details } = checks[id](subject);
    const message = isFine ? `Nothing is wrong with ${subject.path} here.` : `${subject.path} ${says}.`;
    return [id, record(id, isFine ? 'pass' : otherwise, message, { module_path: subject.path, ...details })];
  });
}

function atMost(what: string, unit: string, actual: bigint, limit: bigint, details: Finding['details']): Finding {
  const says = `has ${what} ${actual} ${unit}; the most is ${limit}`;
  return { isFine: actual <= limit, otherwise: 'fail', says, details };
}
