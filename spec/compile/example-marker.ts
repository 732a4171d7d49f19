import type { Complaint, Place } from './complaint.ts';

/** A fenced example of a chapter, as it was marked. */
export type Example = Place & { readonly id: string } & (
    | { readonly kind: 'manifest'; readonly proves: readonly string[]; readonly lines: readonly string[] }
    | {
        readonly kind: 'change';
        readonly from: string;
        readonly proves: readonly string[];
        readonly fails: string;
        readonly lines: readonly string[];
      }
    | { readonly kind: 'document'; readonly schema: string; readonly lines: readonly string[] }
  );

interface Fence extends Place {
  readonly info: string;
  readonly indented: boolean;
  readonly lines: readonly string[];
}

const forms = {
  toml: ['proves'],
  diff: ['from', 'proves', 'fails'],
  json: ['schema'],
} as const;

export function isExample(info: string): boolean {
  return info.split(/\s+/)[1] === 'example';
}

/** Reads the opening line: the language, the word example, an id, and the settings that the language asks for. */
export function parseExample({ info, indented, lines, file, line }: Fence): Example | Complaint {
  const [language = '', , id = '', ...rest] = info.split(/\s+/);
  const complain = (problem: string, remedy: string) => ({ file, line, problem: `the example ${problem}`, remedy });

  if (language !== 'toml' && language !== 'diff' && language !== 'json') {
    return complain(`is marked ${language}`, `use one of ${Object.keys(forms).join(', ')}`);
  }
  if (!/^[a-z0-9]+(?:\/[a-z0-9]+(?:-[a-z0-9]+)*)+$/.test(id)) {
    return complain('has no id', 'put one such as manifest/unknown-key after the word example');
  }
  if (indented) return complain(`${id} is indented`, 'begin it at the margin');

  const settings = new Map(rest.map((setting) => splitSetting(setting)));
  const wanted = forms[language];
  const isAsWanted = settings.size === rest.length && settings.size === wanted.length;
  if (!isAsWanted || !wanted.every((name) => settings.get(name))) {
    return complain(
      `${id} is malformed`,
      `a ${language} example has exactly: ${wanted.map((name) => `${name}=…`).join(' ')}`,
    );
  }
  const get = (name: string) => settings.get(name) ?? '';
  const proves = get('proves').split(',');
  const common = { file, line, id, lines };
  switch (language) {
    case 'toml':
      return { ...common, kind: 'manifest', proves };
    case 'diff':
      return { ...common, kind: 'change', from: get('from'), proves, fails: get('fails') };
    case 'json':
      return { ...common, kind: 'document', schema: get('schema') };
  }
}

function splitSetting(setting: string): readonly [string, string] {
  const at = setting.indexOf('=');
  return at === -1 ? [setting, ''] : [setting.slice(0, at), setting.slice(at + 1)];
}
