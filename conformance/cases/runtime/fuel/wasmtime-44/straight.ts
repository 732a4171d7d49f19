/** Code that is passed in a straight line, and the units it takes. */
export interface Straight {
  readonly code: string;
  readonly units: number;
}

export const words = (text: string) => text.trim().split(/\s+/);

/** Each operator once behind what it works on, which takes so many; a colon stands before a lane. What it leaves is dropped. */
export function each(operands: string, units: number, prefix: string, operators: string): Straight {
  const names = words(operators);
  const code = names.map((name) => `${operands} ${prefix}${name.replace(':', ' ')} drop`).join('\n');
  return { code, units: names.length * (units + 1) };
}

export function all(...parts: readonly Straight[]): Straight {
  return {
    code: parts.map(({ code }) => code).join('\n'),
    units: parts.reduce((sum, { units }) => sum + units, 0),
  };
}
