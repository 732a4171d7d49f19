import { capabilityModule } from '#spec/constants.ts';

/** The name of a host function as a text writes it in an import. */
export const host = (name: string) => `"${capabilityModule}" "${name}"`;

export const count = (of: string, as = `$${of}-count`) => `(import ${host(`${of}-count`)} (func ${as} (result i32)))`;

export const handle = (of: string, as = `$${of}-handle`) =>
  `(import ${host(`${of}-handle`)} (func ${as} (param i32) (result i32)))`;
