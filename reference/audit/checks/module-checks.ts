import type { AuditPolicy, CheckRecord } from '../audit.ts';
import type { ExaminedModule } from '../module/examine.ts';
import { record } from './record.ts';

/** AUD-MODULES: in the order of their paths. */
export function presenceCheck(modules: readonly ExaminedModule[]): CheckRecord {
  const paths = modules.map(({ path }) => path);
  return record('wasm_module_presence', 'pass', 'The artifact has modules.', { modules: paths });
}

interface Around {
  readonly policy: AuditPolicy;
  /** Whether the manifest names a folder to read or to write. */
  readonly filesystemDeclared: boolean;
}

/** AUD-MODULE-RECORDS: of a module that is too large, or none, there is nothing else to say. */
export function moduleChecks(module: ExaminedModule, { policy, filesystemDeclared }: Around): readonly CheckRecord[] {
  const { path, size, outcome } = module;
  const at = { module_path: path };
  const { maxModuleBytes, maxExportedFunctions } = policy;
  const sizeDetails = { ...at, module_bytes: BigInt(size), max_module_bytes: maxModuleBytes };
  if (outcome.kind === 'too-large') {
    const message = `${path} has ${size} bytes; the policy allows ${maxModuleBytes}.`;
    return [record('wasm_module_size_limit', 'fail', message, sizeDetails)];
  }
  if (outcome.kind === 'refused') {
    return [record('wasm_module_validation', 'fail', `${path} is refused. ${outcome.says}`, at)];
  }
  const { exportedFunctions, importsFilesystem } = outcome.facts;
  const isOverExported = BigInt(exportedFunctions) > maxExportedFunctions;
  const isUndeclared = importsFilesystem && !filesystemDeclared;
  return [
    record('wasm_module_size_limit', 'pass', `${path} is as large as the policy allows, or smaller.`, sizeDetails),
    record(
      'wasm_exported_function_limit',
      isOverExported ? 'fail' : 'pass',
      `${path} exports ${exportedFunctions} functions; the policy allows ${maxExportedFunctions}.`,
      { ...at, exported_functions: BigInt(exportedFunctions), max_exported_functions: maxExportedFunctions },
    ),
    record(
      'wasm_wasi_filesystem_imports',
      isUndeclared ? 'fail' : 'pass',
      isUndeclared
        ? `${path} imports from the file system, and the manifest declares no folder.`
        : `${path} imports nothing of the file system that the manifest does not declare.`,
      { ...at, filesystem_declared: filesystemDeclared },
    ),
  ];
}
