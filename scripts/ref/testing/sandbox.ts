import { ProgramSandbox } from '../../cli/testing/sandbox.ts';
import { palyraRef } from '../program.ts';

export { stdin } from '../../cli/testing/sandbox.ts';

/** `palyra-ref` in a folder of its own. */
export class Sandbox extends ProgramSandbox {
  constructor() {
    super(palyraRef);
  }
}

/** Gives a sandbox the files that a build needs, and a key. */
export function writeSkill(sandbox: Sandbox): void {
  sandbox.write('skill.toml', skillToml);
  sandbox.write('main.wasm', wasmHeader);
  sandbox.write('publisher.key', '05'.repeat(32));
}

export const buildLine =
  'skills package build --manifest skill.toml --module main.wasm --signing-key-file publisher.key --output echo.palyra-skill';

/** The public half of the key that `writeSkill` leaves. */
export const publicKeyHex = '6e7a1cdd29b0b78fd13af4c5598feff4ef2a97166e3ca6f2e4fbfccd80505bf1';

export const wasmHeader = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);

export const skillToml = `manifest_version = 2
skill_id = "acme.echo_skill"
name = "Echo skill"
version = "3.1.4"
publisher = "acme"

[[entrypoints.tools]]
id = "acme.echo"
name = "Echo tool"
description = "Returns its input."
input_schema = { type = "object" }
output_schema = { type = "array" }

[compat]
required_protocol_major = 1
min_palyra_version = "0.1.0"
`;
